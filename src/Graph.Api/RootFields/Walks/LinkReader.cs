using Graph.Api.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>Reads the relationships between nodes, in one statement.</summary>
internal sealed class LinkReader
{
    private readonly IReadOnlyList<int> numbers;
    private readonly Func<int, NeighbourStep> stepOf;
    private readonly NeighbourStatement statement;
    private Parameter to = null!;

    /// <summary>Plans the statement.</summary>
    /// <param name="planning">The root field.</param>
    /// <param name="numbers">Where to step, each relationship one way.</param>
    /// <param name="stepOf">The step of a number, with what is carried of it.</param>
    public LinkReader(RootPlanning planning, IReadOnlyList<int> numbers, Func<int, NeighbourStep> stepOf)
    {
        (this.numbers, this.stepOf) = (numbers, stepOf);
        statement = new(planning, numbers.Select(stepOf), one => new NeighboursTold.Links(to = NodeParts.Keys(one, "to")));
    }

    /// <summary>The statement.</summary>
    public QueryPlan Query => statement.Query;

    /// <summary>Reads the relationships, a row for each of several parallel ones.</summary>
    public async ValueTask ReadAsync(
        TogetherRun run,
        IReadOnlyCollection<long> nodes,
        IReadOnlyDictionary<long, NodeName> known,
        Action<StepRow> take,
        CancellationToken cancellationToken)
    {
        using var rows = new Rows(numbers, stepOf, take);
        await statement.ReadAsync(run, nodes, known, rows, cancellationToken, (to, NodeParts.Boxed(nodes)));
    }

    private sealed class Rows(IReadOnlyList<int> numbers, Func<int, NeighbourStep> stepOf, Action<StepRow> take) : NeighbourRows(numbers), IDisposable
    {
        private readonly TextReader texts = new();
        private readonly Dictionary<int, IReadOnlyList<Property>> carried = numbers.ToDictionary(number => number, number => stepOf(number).Carried);

        protected override void Tell<TReader>(ref TReader row, long node, int step)
        {
            var told = carried[step];
            row.EnterList();
            while (row.MoveNext())
            {
                row.EnterList();
                row.MoveNext();
                var far = row.ReadInt64();
                var others = told.Count == 0 ? [] : new string?[told.Count];
                for (var i = 0; i < others.Length; i++)
                {
                    row.MoveNext();
                    others[i] = texts.Read(ref row, told[i].Form);
                }

                row.LeaveList();
                take(new(step, node, far, others));
            }
        }

        public void Dispose() => texts.Dispose();
    }
}
