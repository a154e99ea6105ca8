using Graph.Api.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>A statement about the neighbours of nodes, each of which is asked for those relationships only that it may have.</summary>
internal sealed class NeighbourStatement
{
    private readonly List<(IReadOnlyList<NodeType> Types, Parameter Keys)> starts = [];

    /// <summary>Plans the statement.</summary>
    /// <param name="planning">The root field.</param>
    /// <param name="steps">Where to step.</param>
    /// <param name="told">What is told of the neighbours.</param>
    /// <param name="start">The nodes where it starts, where they are named instead of known.</param>
    public NeighbourStatement(
        RootPlanning planning,
        IEnumerable<NeighbourStep> steps,
        Func<StatementPlanning, NeighboursTold> told,
        Func<StatementPlanning, NamedStart>? start = null)
    {
        var statement = planning.Begin();
        var (what, named) = (told(statement), start?.Invoke(statement));
        var asked = steps.Select(step => named is null ? step with { From = Keys(statement, step) } : step).ToList();
        var query = new NeighbourQuery(asked, what, statement.Parameters.Parameters) { Start = named };
        Query = statement.Plan(query, (weighed, cost) => cost.Walk(weighed));
    }

    /// <summary>The statement.</summary>
    public QueryPlan Query { get; }

    /// <summary>Asks it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="nodes">The nodes; none where they are named.</param>
    /// <param name="known">What is known of them.</param>
    /// <param name="rows">Takes what is told.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="others">The values of other parameters.</param>
    public ValueTask ReadAsync<TRows>(
        TogetherRun run,
        IReadOnlyCollection<long> nodes,
        IReadOnlyDictionary<long, NodeName> known,
        TRows rows,
        CancellationToken cancellationToken,
        params ReadOnlySpan<(Parameter, object?)> others)
        where TRows : IRowConsumer
    {
        (Parameter, object?)[] given =
        [
            .. others,
            .. starts.Select(start => (start.Keys, (object?)NodeParts.Boxed(nodes.Where(node => start.Types.Contains(known[node].Type))))),
        ];
        return run.ReadAsync(Query, rows, cancellationToken, given);
    }

    private Parameter Keys(StatementPlanning statement, NeighbourStep step)
    {
        var types = step.Direction == Direction.Out ? step.Relationship.Starts : step.Relationship.Ends;
        foreach (var start in starts)
            if (start.Types.SequenceEqual(types)) return start.Keys;
        starts.Add((types, NodeParts.Keys(statement, $"keys{starts.Count}")));
        return starts[^1].Keys;
    }
}

/// <summary>Takes the rows of a <see cref="NeighbourStatement"/>.</summary>
/// <param name="numbers">The number of each step of the statement among all steps.</param>
internal abstract class NeighbourRows(IReadOnlyList<int> numbers) : IRowConsumer
{
    /// <inheritdoc/>
    public void Take<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        row.EnterList();
        row.MoveNext();
        var node = row.ReadInt64();
        while (row.MoveNext())
        {
            var step = numbers[(int)row.ReadInt64()];
            row.MoveNext();
            if (!row.ReadNull()) Tell(ref row, node, step);
        }
    }

    /// <summary>Takes what is told of the neighbours of a node over a step.</summary>
    protected abstract void Tell<TReader>(ref TReader row, long node, int step)
        where TReader : IValueReader, allows ref struct;
}
