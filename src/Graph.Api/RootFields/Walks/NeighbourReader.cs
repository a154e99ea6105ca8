using Graph.Api.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>The neighbours of a node over one relationship in one direction.</summary>
/// <param name="Node">The node's key.</param>
/// <param name="Step">The number of the step.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Strongest">The keys of the strongest, as many as were asked for, in no order.</param>
internal sealed record NodeNeighbours(long Node, int Step, long Total, IReadOnlyList<long> Strongest);

/// <summary>Reads the strongest neighbours of nodes, and what people know them by, in one statement.</summary>
internal sealed class NeighbourReader
{
    private readonly Ontology ontology;
    private readonly List<(IReadOnlyList<NodeType> Types, Parameter Keys)> starts = [];
    private readonly IReadOnlyList<int> numbers;
    private readonly Parameter? most;

    /// <summary>Plans the statement.</summary>
    /// <param name="planning">The root field.</param>
    /// <param name="numbers">Where to step.</param>
    /// <param name="stepAt">The relationship and the direction of a number.</param>
    /// <param name="counts">Only how many neighbours there are is asked for.</param>
    public NeighbourReader(
        RootPlanning planning, IReadOnlyList<int> numbers, Func<int, (RelationshipType Relationship, Direction Direction)> stepAt, bool counts)
    {
        (ontology, this.numbers) = (planning.Ontology, numbers);
        var statement = planning.Begin();
        most = counts ? null : statement.Parameters.Add(new GivenSource("most"), ScalarKind.Int);
        var asked = numbers.Select(stepAt).Select(step => new NeighbourStep(
            step.Relationship,
            step.Direction,
            Keys(statement, step.Direction == Direction.Out ? step.Relationship.Starts : step.Relationship.Ends),
            step.Relationship == ontology.Tally?.Relationship ? ontology.Tally.Count : null)).ToList();
        Query = statement.Plan(new NeighbourQuery(asked, most, statement.Parameters.Parameters), (weighed, cost) => cost.Walk(weighed));
    }

    /// <summary>The statement.</summary>
    public QueryPlan Query { get; }

    /// <summary>Reads the neighbours of nodes.</summary>
    /// <param name="run">The run.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="mostStrongest">How many of the strongest are asked for.</param>
    /// <param name="known">What is known of nodes; it gains the strongest.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<List<NodeNeighbours>> ReadAsync(
        TogetherRun run, IReadOnlyCollection<long> nodes, int mostStrongest, Dictionary<long, NodeName> known, CancellationToken cancellationToken)
    {
        List<(Parameter, object?)> given = [];
        if (most is not null) given.Add((most, mostStrongest));
        foreach (var (types, keys) in starts) given.Add((keys, NodeParts.Boxed(nodes.Where(node => types.Contains(known[node].Type)))));
        using var rows = new Rows(ontology, numbers, known);
        await run.ReadAsync(Query, rows, cancellationToken, [.. given]);
        return rows.Found;
    }

    // A node is asked for those relationships only that it may have.
    private Parameter Keys(StatementPlanning statement, IReadOnlyList<NodeType> types)
    {
        foreach (var start in starts)
            if (start.Types.SequenceEqual(types)) return start.Keys;
        starts.Add((types, NodeParts.Keys(statement, $"keys{starts.Count}")));
        return starts[^1].Keys;
    }

    private sealed class Rows(Ontology ontology, IReadOnlyList<int> numbers, Dictionary<long, NodeName> known) : IRowConsumer, IDisposable
    {
        private readonly NodeNameReader names = new(ontology);

        public List<NodeNeighbours> Found { get; } = [];

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            row.EnterList();
            row.MoveNext();
            var step = numbers[(int)row.ReadInt64()];
            row.MoveNext();
            var node = row.ReadInt64();
            row.MoveNext();
            var total = row.ReadInt64();
            var strongest = new List<long>();
            row.MoveNext();
            row.EnterList();
            while (row.MoveNext())
            {
                var (key, name) = names.Read(ref row);
                known.TryAdd(key, name);
                strongest.Add(key);
            }

            row.LeaveList();
            Found.Add(new(node, step, total, strongest));
        }

        public void Dispose() => names.Dispose();
    }
}
