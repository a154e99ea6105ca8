using Graph.Api.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>The neighbours of a node over one relationship in one direction.</summary>
/// <param name="Node">The node's key.</param>
/// <param name="Step">The number of the step.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Strongest">The keys of the strongest, as many as were asked for, in no order.</param>
internal sealed record NodeNeighbours(long Node, int Step, long Total, IReadOnlyList<long> Strongest)
{
    /// <summary>The count of the link to each of the strongest, where the store says which they are.</summary>
    public IReadOnlyList<long> Counts { get; init; } = [];

    /// <summary>The strongest are all there are, and their links are known.</summary>
    public bool IsComplete => Counts.Count == Total;
}

/// <summary>Reads the strongest neighbours of nodes, and what people know them by, in one statement.</summary>
internal sealed class NeighbourReader
{
    private readonly Ontology ontology;
    private readonly IReadOnlyList<int> numbers;
    private readonly NeighbourStatement statement;
    private Parameter most = null!;

    /// <summary>Plans the statement.</summary>
    /// <param name="planning">The root field.</param>
    /// <param name="numbers">Where to step.</param>
    /// <param name="stepOf">The step of a number.</param>
    /// <param name="start">The nodes where it starts, where they are named instead of known.</param>
    public NeighbourReader(
        RootPlanning planning, IReadOnlyList<int> numbers, Func<int, NeighbourStep> stepOf, Func<StatementPlanning, NamedStart>? start = null)
    {
        (ontology, this.numbers) = (planning.Ontology, numbers);
        statement = new(planning, Steps, start);

        IEnumerable<(int, NeighbourStep)> Steps(StatementPlanning planned)
        {
            most = planned.Parameters.Add(new GivenSource("most"), ScalarKind.Int);
            var told = new NeighboursTold.Strongest(most);
            return numbers.Select(number => (0, stepOf(number) with { Told = told }));
        }
    }

    /// <summary>The statement.</summary>
    public QueryPlan Query => statement.Query;

    /// <summary>Reads the neighbours of nodes.</summary>
    /// <param name="run">The run.</param>
    /// <param name="nodes">The nodes; none where they are named.</param>
    /// <param name="mostStrongest">How many of the strongest are asked for.</param>
    /// <param name="known">What is known of nodes; it gains the strongest.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="named">Gains the nodes that are named.</param>
    public async ValueTask<List<NodeNeighbours>> ReadAsync(
        TogetherRun run,
        IReadOnlyCollection<long> nodes,
        int mostStrongest,
        Dictionary<long, NodeName> known,
        CancellationToken cancellationToken,
        Dictionary<long, NodeName>? named = null)
    {
        using var rows = new Rows(ontology, numbers, known, named);
        await statement.ReadAsync(run, [nodes], known, rows, cancellationToken, (most, mostStrongest));
        return rows.Found;
    }

    private sealed class Rows(
        Ontology ontology, IReadOnlyList<int> numbers, Dictionary<long, NodeName> known, Dictionary<long, NodeName>? named)
        : NeighbourRows, IDisposable
    {
        private readonly NodeNameReader names = new(ontology);
        private readonly TextReader texts = new();

        public List<NodeNeighbours> Found { get; } = [];

        protected override void Tell<TReader>(ref TReader row, long node, int step)
        {
            if (step == NeighbourQuery.Itself)
            {
                named!.TryAdd(node, names.Read(ref row).Name);
                return;
            }

            row.EnterList();
            row.MoveNext();
            var total = row.ReadInt64();
            var (strongest, counts) = (new List<long>(), new List<long>());
            row.MoveNext();
            row.EnterList();
            while (row.MoveNext())
            {
                var (key, name) = names.Begin(ref row);
                known.TryAdd(key, name);
                strongest.Add(key);
                row.MoveNext();
                counts.Add(texts.ReadCount(ref row));
                row.LeaveList();
            }

            row.LeaveList();
            Found.Add(new(node, numbers[step], total, strongest) { Counts = counts });
        }

        public void Dispose()
        {
            names.Dispose();
            texts.Dispose();
        }
    }
}
