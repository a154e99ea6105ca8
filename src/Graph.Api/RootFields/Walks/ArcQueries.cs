using Graph.Api.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>Reads the steps of a search by two statements, one for each direction.</summary>
internal sealed class ArcQueries
{
    private readonly (QueryPlan Plan, Parameter From, Parameter Limit)[] plans = new (QueryPlan, Parameter, Parameter)[2];

    /// <summary>Plans the statements.</summary>
    /// <param name="planning">The root field.</param>
    /// <param name="steps">The steps that leave a node, each under its label; those that lead to it have the same labels.</param>
    /// <param name="layers">How many layers may be read in each direction, for the cost.</param>
    public ArcQueries(RootPlanning planning, Func<StatementPlanning, bool, IReadOnlyList<Step>> steps, int layers)
    {
        for (var i = 0; i < plans.Length; i++)
        {
            var statement = planning.Begin();
            var (from, limit) = (NodeParts.Keys(statement), statement.Parameters.Add(new GivenSource("limit"), ScalarKind.Int));
            var query = new StepQuery(steps(statement, i == 1), from, limit, statement.Parameters.Parameters);
            plans[i] = (statement.Plan(query, (asked, cost) => cost.Walk(asked, layers)), from, limit);
        }
    }

    /// <summary>The statements.</summary>
    public IEnumerable<QueryPlan> Queries => plans.Select(plan => plan.Plan);

    /// <summary>Reads the steps that leave nodes, or lead to them.</summary>
    /// <param name="run">The run.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="isBackwards">Those that lead to them.</param>
    /// <param name="take">Takes the label of each step, the node at hand and the other.</param>
    /// <param name="budget">What may be read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public ValueTask ReadAsync(
        TogetherRun run,
        IReadOnlyList<long> nodes,
        bool isBackwards,
        Action<int, long, long> take,
        SearchBudget budget,
        CancellationToken cancellationToken)
    {
        var (plan, from, limit) = plans[isBackwards ? 1 : 0];
        return run.ReadAsync(
            plan,
            new Rows(take, budget),
            cancellationToken,
            identified: false,
            (from, NodeParts.Boxed(nodes)),
            (limit, budget.Left + 1));
    }

    private sealed class Rows(Action<int, long, long> take, SearchBudget budget) : IRowConsumer
    {
        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            row.EnterList();
            row.MoveNext();
            var label = (int)row.ReadInt64();
            row.MoveNext();
            var near = row.ReadInt64();
            row.MoveNext();
            var far = row.ReadInt64();
            row.LeaveList();
            if (budget.TryTake()) take(label, near, far);
        }
    }
}
