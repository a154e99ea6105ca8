using Graph.Api.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>A step that was read.</summary>
/// <param name="Number">Which of the steps that were asked for.</param>
/// <param name="Near">The key of the node that it was asked from.</param>
/// <param name="Far">The key of the node that it leads to.</param>
/// <param name="Carried">What the relationship carries of what was asked for, as text.</param>
internal readonly record struct StepRow(int Number, long Near, long Far, IReadOnlyList<string?> Carried);

/// <summary>Reads steps along relationships, from nodes that are known or from all; as many as there are.</summary>
internal sealed class StepReader
{
    private readonly IReadOnlyList<RelationshipStep> steps;
    private readonly Parameter? from;
    private readonly Parameter limit;

    /// <summary>Plans the statement.</summary>
    public StepReader(RootPlanning planning, IReadOnlyList<RelationshipStep> steps, bool isFromAll = false)
    {
        this.steps = steps;
        var statement = planning.Begin();
        from = isFromAll ? null : NodeParts.Keys(statement);
        limit = statement.Parameters.Add(new GivenSource("limit"), ScalarKind.Int);
        Query = statement.Plan(new StepQuery(steps, from, limit, statement.Parameters.Parameters), (asked, cost) => cost.Walk(asked, 1));
    }

    /// <summary>The statement.</summary>
    public QueryPlan Query { get; }

    /// <summary>Reads the steps from nodes.</summary>
    public async ValueTask ReadAsync(TogetherRun run, IEnumerable<long> nodes, Action<StepRow> take, CancellationToken cancellationToken)
    {
        using var rows = new Rows(steps, take);
        if (from is null) await run.ReadAsync(Query, rows, cancellationToken, identified: false, (limit, int.MaxValue));
        else
            await run.ReadAsync(
                Query, rows, cancellationToken, identified: false, (from, NodeParts.Boxed(nodes)), (limit, int.MaxValue));
    }

    private sealed class Rows(IReadOnlyList<RelationshipStep> steps, Action<StepRow> take) : IRowConsumer, IDisposable
    {
        private readonly TextReader texts = new();

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            row.EnterList();
            row.MoveNext();
            var number = (int)row.ReadInt64();
            row.MoveNext();
            var near = row.ReadInt64();
            row.MoveNext();
            var far = row.ReadInt64();
            var properties = steps[number].Carried;
            var carried = properties.Count == 0 ? [] : new string?[properties.Count];
            for (var i = 0; i < carried.Length; i++)
            {
                row.MoveNext();
                carried[i] = texts.Read(ref row, properties[i].Form);
            }

            row.LeaveList();
            take(new(number, near, far, carried));
        }

        public void Dispose() => texts.Dispose();
    }
}
