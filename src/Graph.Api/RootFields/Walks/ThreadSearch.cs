using Graph.Api.Planning;
using Graph.GraphQL;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Text;

namespace Graph.Api.RootFields.Walks;

/// <summary>
/// Finds threads. That of an act that is named, and those of a few acts, are read by one statement, those of some more are followed from
/// these, step by step; of many acts, of long threads of some more and where all are wanted, every answer of the graph is read at once, and
/// put together here.
/// </summary>
internal sealed class ThreadSearch
{
    private readonly Act act;
    private readonly bool isKindTold;
    private readonly ComponentReader? named;
    private readonly QueryPlan? seeds;
    private readonly ComponentReader? together;
    private readonly StepReader? around;
    private readonly StepReader? whole;
    private readonly (QueryPlan Plan, Parameter Keys) facts;

    /// <summary>Plans the statements.</summary>
    /// <param name="act">The acts.</param>
    /// <param name="planning">The root field.</param>
    /// <param name="isKindTold">Whether the kind of each act is asked for.</param>
    public ThreadSearch(Act act, RootPlanning planning, bool isKindTold)
    {
        (this.act, this.isKindTold) = (act, isKindTold);
        facts = Facts(planning);
        var answers = act.Answers!;
        var statement = planning.Begin();
        var where = statement.Where(act.Type);
        if (AnchorRules.IsOne(where))
        {
            named = new(planning, act, isKindTold, one => new(act.Type, one.Where(act.Type)!));
            return;
        }

        if (where is not null)
        {
            var query = new ListQuery(act.Type, where, [], Page.Whole, new([new NodeKeyColumn()]), statement.Parameters.Parameters);
            seeds = statement.Plan(query, (asked, cost) => cost.Find(act.Type, asked.Where, [], Page.Whole));
            together = new(planning, act, isKindTold);
            around = new(planning, [Along(answers, isBack: false), Along(answers, isBack: true)]);
        }

        whole = new(planning, [Along(answers, isBack: false)], StepsRead.FromAll);
    }

    /// <summary>The statements.</summary>
    public IEnumerable<QueryPlan> Queries =>
        new[] { seeds, named?.Query, together?.Query, around?.Query, whole?.Query, facts.Plan }.OfType<QueryPlan>();

    /// <summary>Finds a page of threads, and who answers whom in them.</summary>
    public async ValueTask<(AnswerGraph Graph, IReadOnlyList<ActThread> Threads)> FindAsync(
        TogetherRun run, int limit, int offset, CancellationToken cancellationToken)
    {
        var keys = seeds is null ? null : new KeyRows();
        if (keys is not null) await run.ReadAsync(seeds!, keys, cancellationToken);
        var known = new Dictionary<long, ThreadAct>();
        var graph = (named, keys?.Keys.Count) switch
        {
            ({ } one, _) => await one.ReadAsync(run, [], known, cancellationToken),
            (_, <= Limits.MaxThreadsTogether) => await together!.ReadAsync(run, keys!.Keys, known, cancellationToken),
            (_, <= Limits.MaxThreadSeeds) => await FollowAsync(run, keys!.Keys, cancellationToken),
            _ => null,
        };
        graph ??= await WholeAsync(run, cancellationToken);

        var threads = new List<List<long>>();
        var met = new HashSet<long>();
        foreach (var seed in keys?.Keys ?? graph.Acts)
        {
            if (!met.Add(seed) || !graph.IsBound(seed)) continue;
            threads.Add(graph.Around(seed, cancellationToken).ConvertAll(act => act.Act));
            met.UnionWith(threads[^1]);
        }

        return (graph, await PageAsync(run, graph, threads, known, limit, offset, cancellationToken));
    }

    private static RelationshipStep Along(RelationshipField field, bool isBack) =>
        new(field.Relationship, (field.Direction == Direction.Out) == isBack ? Direction.In : Direction.Out);

    private (QueryPlan, Parameter) Facts(RootPlanning planning)
    {
        var statement = planning.Begin();
        var keys = NodeParts.Keys(statement);
        var columns = ThreadActReader.Told(act, isKindTold).Select(property => new PropertyColumn(new(Subject.Node, property)));
        var query = new LookupQuery(keys, [new(act.Type, new([.. columns]))], statement.Parameters.Parameters);
        return (statement.Plan(query, (asked, cost) => cost.Answer(asked, Limits.MaxThreads)), keys);
    }

    /// <summary>From the acts, layer by layer; null where that goes on for too long.</summary>
    private async ValueTask<AnswerGraph?> FollowAsync(TogetherRun run, IReadOnlyList<long> from, CancellationToken cancellationToken)
    {
        var graph = new AnswerGraph();
        var met = from.ToHashSet();
        for (var (layer, steps) = (from, 0); layer.Count > 0; steps++)
        {
            if (steps == Limits.MaxThreadSteps) return null;
            var next = new List<long>();
            await around!.ReadAsync(
                run,
                layer,
                step =>
                {
                    // Every act that is met is stepped from, so that each answer comes once from the act that answers.
                    if (step.Number == 0) graph.Add(step.Near, step.Far);
                    if (met.Add(step.Far)) next.Add(step.Far);
                },
                cancellationToken);
            layer = next;
        }

        return graph;
    }

    private async ValueTask<AnswerGraph> WholeAsync(TogetherRun run, CancellationToken cancellationToken)
    {
        var graph = new AnswerGraph();
        await whole!.ReadAsync(run, [], step => graph.Add(step.Near, step.Far), cancellationToken);
        return graph;
    }

    // Of threads that are too small to be on the page nothing more need be known.
    private async ValueTask<IReadOnlyList<ActThread>> PageAsync(
        TogetherRun run,
        AnswerGraph graph,
        List<List<long>> threads,
        Dictionary<long, ThreadAct> known,
        int limit,
        int offset,
        CancellationToken cancellationToken)
    {
        var end = (int)Math.Min((long)offset + limit, threads.Count);
        if (offset >= end) return [];
        var least = threads.Select(thread => thread.Count).OrderDescending().ElementAt(end - 1);
        var kept = threads.FindAll(thread => thread.Count >= least);
        using var rows = new ActRows(
            [.. kept.SelectMany(thread => thread).Where(key => !known.ContainsKey(key))], new(act, isKindTold), known);
        if (rows.Keys.Length > 0) await run.ReadAsync(facts.Plan, rows, cancellationToken, (facts.Keys, NodeParts.Boxed(rows.Keys)));
        return
        [
            .. kept.Select(thread => new ActThread(thread.Select(key => rows.Of(key)), graph, cancellationToken))
                .OrderByDescending(thread => thread.Acts.Length)
                .ThenBy(thread => thread.First, CodePointOrder.Instance)
                .ThenBy(thread => thread.Root.Id, CodePointOrder.Instance)
                .Take(end).Skip(offset),
        ];
    }

    private sealed class ActRows(long[] keys, ThreadActReader reader, Dictionary<long, ThreadAct> acts) : IRowConsumer, IDisposable
    {
        public long[] Keys => keys;

        public ThreadAct Of(long key) => acts.GetValueOrDefault(key) ?? throw new GraphQLException(ApiMessages.ChangedWhileRead);

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            row.EnterList();
            row.MoveNext();
            var key = keys[row.ReadInt64()];
            row.MoveNext();
            row.EnterList();
            if (reader.Read(ref row, key, otherwise: "") is { } told) acts.TryAdd(key, told);
            row.LeaveList();
            row.LeaveList();
        }

        public void Dispose() => reader.Dispose();
    }
}
