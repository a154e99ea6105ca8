using Graph.Api.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>Reads how many neighbours some nodes have, and the relationships between some, in one statement.</summary>
internal sealed class SurroundingReader
{
    /// <summary>The group of nodes that are asked for both, a row each.</summary>
    private const int Both = 0;

    /// <summary>The group of nodes that are asked for relationships only.</summary>
    private const int LinksOnly = 1;

    // The numbers of the statement's steps: first those that count.
    private readonly IReadOnlyList<int> numbers;
    private readonly int countingSteps;
    private readonly IReadOnlyList<IReadOnlyList<Property>> carried;
    private readonly NeighbourStatement statement;
    private Parameter to = null!;

    /// <summary>Plans the statement.</summary>
    /// <param name="planning">The root field.</param>
    /// <param name="counted">The numbers of the steps over which neighbours are counted.</param>
    /// <param name="linked">The numbers of the steps over which relationships are read, each one way.</param>
    /// <param name="stepOf">The step of a number, with what is carried of it.</param>
    public SurroundingReader(RootPlanning planning, IReadOnlyList<int> counted, IReadOnlyList<int> linked, Func<int, NeighbourStep> stepOf)
    {
        (numbers, countingSteps) = ([.. counted, .. linked, .. linked], counted.Count);
        carried = [.. numbers.Select(number => stepOf(number).Carried)];
        statement = new(planning, one =>
        {
            to = NodeParts.Keys(one, "to");
            NeighboursTold links = new NeighboursTold.Links(to);
            return counted.Select(number => (Both, stepOf(number)))
                .Concat(from nodes in (int[])[Both, LinksOnly] from number in linked select (nodes, stepOf(number) with { Told = links }));
        });
    }

    /// <summary>The statement.</summary>
    public QueryPlan Query => statement.Query;

    /// <summary>Reads them.</summary>
    /// <param name="run">The run.</param>
    /// <param name="uncounted">The nodes whose neighbours are counted.</param>
    /// <param name="unlinked">The nodes between which relationships are read; all that are counted are among them.</param>
    /// <param name="known">What is known of the nodes.</param>
    /// <param name="totals">Gains the numbers that are not zero.</param>
    /// <param name="take">Takes the relationships, each of several parallel ones.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask ReadAsync(
        TogetherRun run,
        IReadOnlyCollection<long> uncounted,
        IReadOnlyCollection<long> unlinked,
        IReadOnlyDictionary<long, NodeName> known,
        Dictionary<(long Node, int Step), long> totals,
        Action<StepRow> take,
        CancellationToken cancellationToken)
    {
        if (uncounted.Count + unlinked.Count == 0) return;
        using var rows = new Rows(this, totals, take);
        await statement.ReadAsync(
            run,
            [uncounted, [.. unlinked.Except(uncounted)]],
            known,
            rows,
            cancellationToken,
            (to, NodeParts.Boxed(unlinked)));
    }

    private sealed class Rows(SurroundingReader reader, Dictionary<(long Node, int Step), long> totals, Action<StepRow> take)
        : NeighbourRows, IDisposable
    {
        private readonly TextReader texts = new();

        protected override void Tell<TReader>(ref TReader row, long node, int step)
        {
            var number = reader.numbers[step];
            if (step < reader.countingSteps)
            {
                if (row.ReadInt64() is > 0 and var total) totals[(node, number)] = total;
                return;
            }

            var carried = reader.carried[step];
            row.EnterList();
            while (row.MoveNext())
            {
                row.EnterList();
                row.MoveNext();
                var far = row.ReadInt64();
                var others = carried.Count == 0 ? [] : new string?[carried.Count];
                for (var i = 0; i < others.Length; i++)
                {
                    row.MoveNext();
                    others[i] = texts.Read(ref row, carried[i].Form);
                }

                row.LeaveList();
                take(new(number, node, far, others));
            }
        }

        public void Dispose() => texts.Dispose();
    }
}
