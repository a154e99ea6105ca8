using Graph.Api.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>A statement about the neighbours of nodes, each of which is asked for those relationships only that it may have.</summary>
internal sealed class NeighbourStatement
{
    private readonly List<(int Group, IReadOnlyList<NodeType> Types, Parameter Keys)> starts = [];

    /// <summary>Plans the statement.</summary>
    /// <param name="planning">The root field.</param>
    /// <param name="steps">Where to step, each with the group of nodes that it is asked of.</param>
    /// <param name="start">The nodes where it starts, where they are named instead of known; they are told too.</param>
    public NeighbourStatement(
        RootPlanning planning,
        Func<StatementPlanning, IEnumerable<(int Group, NeighbourStep Step)>> steps,
        Func<StatementPlanning, NamedStart>? start = null)
    {
        var statement = planning.Begin();
        var named = start?.Invoke(statement);
        var asked = steps(statement).Select(one => named is null ? one.Step with { From = Keys(statement, one) } : one.Step).ToList();
        var query = new NeighbourQuery(asked, statement.Parameters.Parameters)
        {
            Start = named,
            Named = named is null ? null : NodeNames.Keyed(named.Type),
        };
        Query = statement.Plan(query, (weighed, cost) => cost.Walk(weighed));
    }

    /// <summary>The statement.</summary>
    public QueryPlan Query { get; }

    /// <summary>Asks it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="nodes">The nodes, group by group; none where they are named.</param>
    /// <param name="known">What is known of them.</param>
    /// <param name="rows">Takes what is told.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="others">The values of other parameters.</param>
    public ValueTask ReadAsync<TRows>(
        TogetherRun run,
        IReadOnlyList<IReadOnlyCollection<long>> nodes,
        IReadOnlyDictionary<long, NodeName> known,
        TRows rows,
        CancellationToken cancellationToken,
        params ReadOnlySpan<(Parameter, object?)> others)
        where TRows : IRowConsumer
    {
        var sorted = nodes.Select(group => group.GroupBy(node => known[node].Type, node => (object?)node).ToList()).ToList();
        (Parameter, object?)[] given = [.. others, .. starts.Select(start => (start.Keys, (object?)Of(sorted[start.Group], start.Types)))];
        return run.ReadAsync(Query, rows, cancellationToken, given);
    }

    private static IReadOnlyList<object?> Of(List<IGrouping<NodeType, object?>> nodes, IReadOnlyList<NodeType> types)
    {
        List<object?>? found = null;
        foreach (var some in nodes)
            if (types.Contains(some.Key)) (found ??= []).AddRange(some);
        return found ?? [];
    }

    private Parameter Keys(StatementPlanning statement, (int Group, NeighbourStep Step) one)
    {
        var (relationship, isOut) = (one.Step.Relationship, one.Step.Direction == Direction.Out);
        var types = isOut ? relationship.Starts : relationship.Ends;
        foreach (var start in starts)
            if (start.Group == one.Group && start.Types.SequenceEqual(types)) return start.Keys;
        starts.Add((one.Group, types, NodeParts.Keys(statement, $"keys{starts.Count}")));
        return starts[^1].Keys;
    }
}

/// <summary>Takes the rows of a <see cref="NeighbourStatement"/>.</summary>
internal abstract class NeighbourRows : IRowConsumer
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
            var step = (int)row.ReadInt64();
            row.MoveNext();
            if (!row.ReadNull()) Tell(ref row, node, step);
        }
    }

    /// <summary>
    /// Takes what is told of the neighbours of a node over a step of the statement, or of one that is named (<see cref="NeighbourQuery.Itself"/>).
    /// </summary>
    protected abstract void Tell<TReader>(ref TReader row, long node, int step)
        where TReader : IValueReader, allows ref struct;
}
