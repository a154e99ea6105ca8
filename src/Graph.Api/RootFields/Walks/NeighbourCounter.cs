using Graph.Api.Planning;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>Reads how many neighbours nodes have, in one statement.</summary>
/// <param name="planning">The root field.</param>
/// <param name="numbers">Where to step.</param>
/// <param name="stepOf">The step of a number.</param>
internal sealed class NeighbourCounter(RootPlanning planning, IReadOnlyList<int> numbers, Func<int, NeighbourStep> stepOf)
{
    private readonly NeighbourStatement statement = new(planning, numbers.Select(stepOf), _ => new NeighboursTold.Number());

    /// <summary>The statement.</summary>
    public QueryPlan Query => statement.Query;

    /// <summary>Reads the numbers: adds each that is not zero.</summary>
    public ValueTask ReadAsync(
        TogetherRun run,
        IReadOnlyCollection<long> nodes,
        IReadOnlyDictionary<long, NodeName> known,
        Dictionary<(long Node, int Step), long> totals,
        CancellationToken cancellationToken) =>
        statement.ReadAsync(run, nodes, known, new Rows(numbers, totals), cancellationToken);

    private sealed class Rows(IReadOnlyList<int> numbers, Dictionary<(long Node, int Step), long> totals) : NeighbourRows(numbers)
    {
        protected override void Tell<TReader>(ref TReader row, long node, int step)
        {
            if (row.ReadInt64() is > 0 and var total) totals[(node, step)] = total;
        }
    }
}
