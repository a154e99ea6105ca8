using Graph.Api.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>Reads the acts that hang together by what they answer, each once with what is known of it, in one statement.</summary>
internal sealed class ComponentReader
{
    private readonly Act act;
    private readonly bool isKindTold;
    private readonly Parameter? from;

    /// <summary>Plans the statement.</summary>
    /// <param name="planning">The root field.</param>
    /// <param name="act">The acts.</param>
    /// <param name="isKindTold">Whether the kind of each is told.</param>
    /// <param name="start">The act where it begins, where that is named instead of known.</param>
    public ComponentReader(RootPlanning planning, Act act, bool isKindTold, Func<StatementPlanning, NamedStart>? start = null)
    {
        (this.act, this.isKindTold) = (act, isKindTold);
        var statement = planning.Begin();
        var named = start?.Invoke(statement);
        from = named is null ? NodeParts.Keys(statement) : null;
        Query = statement.Plan(
            new ComponentQuery(
                act.Answers!.Relationship, ThreadActReader.Told(act, isKindTold), from, named, statement.Parameters.Parameters),
            (weighed, cost) => cost.Walk(weighed));
    }

    /// <summary>The statement.</summary>
    public QueryPlan Query { get; }

    /// <summary>Reads the acts.</summary>
    /// <param name="run">The run.</param>
    /// <param name="nodes">The acts where it begins, where they are known.</param>
    /// <param name="known">Gains the acts.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Who answers whom.</returns>
    public async ValueTask<AnswerGraph> ReadAsync(
        TogetherRun run, IEnumerable<long> nodes, Dictionary<long, ThreadAct> known, CancellationToken cancellationToken)
    {
        var graph = new AnswerGraph();
        using var rows = new Rows(act, isKindTold, graph, known);
        if (from is null) await run.ReadAsync(Query, rows, cancellationToken);
        else await run.ReadAsync(Query, rows, cancellationToken, (from, NodeParts.Boxed(nodes)));
        return graph;
    }

    private sealed class Rows(Act act, bool isKindTold, AnswerGraph graph, Dictionary<long, ThreadAct> known) : IRowConsumer, IDisposable
    {
        private readonly ThreadActReader acts = new(act, isKindTold);
        private readonly bool isBack = act.Answers!.Direction == Direction.In;

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            row.EnterList();
            row.MoveNext();
            var key = row.ReadInt64();

            // One of which there is a trace, but no act, is found missing when it is asked about.
            if (known.ContainsKey(key)) acts.Skip(ref row);
            else if (acts.Read(ref row, key) is { } told) known.Add(key, told);
            row.MoveNext();
            if (!row.ReadNull())
            {
                var far = row.ReadInt64();
                if (isBack) graph.Add(far, key);
                else graph.Add(key, far);
            }

            row.LeaveList();
        }

        public void Dispose() => acts.Dispose();
    }
}
