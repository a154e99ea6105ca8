using Graph.Api.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Values;

namespace Graph.Api.RootFields.Walks;

/// <summary>A step that was read.</summary>
/// <param name="Number">Which of the steps that were asked for.</param>
/// <param name="Near">The key of the node that it was asked from.</param>
/// <param name="Far">The key of the node that it leads to.</param>
/// <param name="Others">What else the row has, as text.</param>
internal readonly record struct StepRow(int Number, long Near, long Far, IReadOnlyList<string?> Others);

/// <summary>Reads steps.</summary>
internal sealed class StepReader
{
    private static readonly ValueForm[] Figures = [ScalarKind.Int, ScalarKind.Date, ScalarKind.Date];

    private readonly ValueForm[][] others;
    private readonly Parameter? from;
    private readonly Parameter limit;

    /// <summary>Plans the statement.</summary>
    /// <param name="planning">The root field.</param>
    /// <param name="steps">The steps, with conditions of the statement.</param>
    /// <param name="read">How they are read.</param>
    /// <param name="layers">How often one after the other, for the cost.</param>
    public StepReader(
        RootPlanning planning,
        Func<StatementPlanning, IReadOnlyList<Step>> steps,
        StepsRead read = StepsRead.FromNodes,
        int layers = 1)
    {
        var statement = planning.Begin();
        var asked = steps(statement);
        others = [.. asked.Select(OthersOf)];
        from = read == StepsRead.FromAll ? null : NodeParts.Keys(statement);
        limit = statement.Parameters.Add(new GivenSource("limit"), ScalarKind.Int);
        var query = new StepQuery(asked, from, limit, statement.Parameters.Parameters)
        {
            To = read == StepsRead.Between ? from : null,
        };
        Query = statement.Plan(query, (weighed, cost) => cost.Walk(weighed, layers));
    }

    /// <summary>Steps along relationships.</summary>
    public StepReader(RootPlanning planning, IReadOnlyList<Step> steps, StepsRead read = StepsRead.FromNodes)
        : this(planning, _ => steps, read)
    {
    }

    /// <summary>The statement.</summary>
    public QueryPlan Query { get; }

    /// <summary>Reads the steps.</summary>
    /// <param name="run">The run.</param>
    /// <param name="nodes">The nodes, where they are known.</param>
    /// <param name="take">Takes each step.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="most">At most that many.</param>
    public async ValueTask ReadAsync(
        TogetherRun run, IEnumerable<long> nodes, Action<StepRow> take, CancellationToken cancellationToken, int most = int.MaxValue)
    {
        using var rows = new Rows(others, take);
        if (from is null) await run.ReadAsync(Query, rows, cancellationToken, (limit, most));
        else await run.ReadAsync(Query, rows, cancellationToken, (from, NodeParts.Boxed(nodes)), (limit, most));
    }

    private static ValueForm[] OthersOf(Step step) => step switch
    {
        RelationshipStep along => [.. along.Carried.Select(property => property.Form)],
        ActStep { IsFigured: true } => Figures,
        _ => [],
    };

    private sealed class Rows(ValueForm[][] forms, Action<StepRow> take) : IRowConsumer, IDisposable
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
            var others = forms[number].Length == 0 ? [] : new string?[forms[number].Length];
            for (var i = 0; i < others.Length; i++)
            {
                row.MoveNext();
                others[i] = texts.Read(ref row, forms[number][i]);
            }

            row.LeaveList();
            take(new(number, near, far, others));
        }

        public void Dispose() => texts.Dispose();
    }
}
