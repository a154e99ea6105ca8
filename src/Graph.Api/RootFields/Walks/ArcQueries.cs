using Graph.Api.Planning;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>Reads the steps of a search by two statements, one for each direction.</summary>
internal sealed class ArcQueries
{
    private readonly StepReader leaving;
    private readonly StepReader arriving;

    /// <summary>Plans the statements.</summary>
    /// <param name="planning">The root field.</param>
    /// <param name="steps">The steps that leave a node, each under its label; those that lead to it have the same labels.</param>
    /// <param name="layers">How many layers may be read in each direction, for the cost.</param>
    public ArcQueries(RootPlanning planning, Func<StatementPlanning, bool, IReadOnlyList<Step>> steps, int layers)
    {
        leaving = new(planning, statement => steps(statement, false), layers: layers);
        arriving = new(planning, statement => steps(statement, true), layers: layers);
    }

    /// <summary>The statements.</summary>
    public IEnumerable<QueryPlan> Queries => [leaving.Query, arriving.Query];

    /// <summary>Reads the steps that leave nodes, or lead to them.</summary>
    /// <param name="run">The run.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="isBackwards">Those that lead to them.</param>
    /// <param name="take">Takes the label of each step, the node at hand and the other.</param>
    /// <param name="budget">What may be read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="most">At most that many.</param>
    /// <returns>False: there are more, of which none is taken.</returns>
    public async ValueTask<bool> ReadAsync(
        TogetherRun run,
        IReadOnlyList<long> nodes,
        bool isBackwards,
        Action<int, long, long> take,
        SearchBudget budget,
        CancellationToken cancellationToken,
        int most)
    {
        var steps = new List<StepRow>();
        await (isBackwards ? arriving : leaving).ReadAsync(run, nodes, steps.Add, cancellationToken, Math.Min(most, budget.Left) + 1);
        if (steps.Count > most) return false;
        foreach (var step in steps)
            if (budget.TryTake()) take(step.Number, step.Near, step.Far);
        return true;
    }
}
