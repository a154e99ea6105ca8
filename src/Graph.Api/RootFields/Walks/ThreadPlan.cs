using Graph.Api.Planning;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Text;

namespace Graph.Api.RootFields.Walks;

/// <summary>A search for threads, and what is selected of them.</summary>
internal sealed class ThreadPlan
{
    private readonly Act act;
    private readonly RootPlanning planning;
    private readonly (CountArgument Limit, CountArgument Offset) page;
    private readonly ThreadSearch search;
    private readonly List<CountArgument> counts = [];
    private readonly List<QueryPlan> queries = [];
    private readonly List<Func<Run, TogetherRun, CancellationToken, ValueTask>> parts = [];
    private readonly Template<ThreadAt> template;

    /// <summary>Plans the statements.</summary>
    public ThreadPlan(Act act, RootPlanning planning)
    {
        (this.act, this.planning) = (act, planning);
        page = Page(planning.Field);
        search = new(act, planning, IsMoveTold(planning.Field));
        template = Template<ThreadAt>.Of(planning.Field, Part);
    }

    /// <summary>The plan.</summary>
    public TogetherPlan Together() => planning.Together([.. search.Queries, .. queries], AnswerAsync);

    private static bool IsMoveTold(PlannedField threads) => threads.Select(threads.Definition.Type.Named.Name)
        .Where(part => part.Definition.Name == "acts")
        .Any(acts => acts.Select(acts.Definition.Type.Named.Name).Any(part => part.Definition.Name == "move"));

    private (CountArgument Limit, CountArgument Offset) Page(PlannedField field)
    {
        var (limit, offset) = (
            new CountArgument(field, "limit", 0, Limits.MaxThreads, Limits.MaxThreads),
            new CountArgument(field, "offset", 0, int.MaxValue, 0));
        counts.AddRange([limit, offset]);
        return (limit, offset);
    }

    private async ValueTask AnswerAsync(TogetherRun together, CancellationToken cancellationToken)
    {
        var variables = together.Execution.Variables;
        foreach (var count in counts) count.In(variables);
        var (limit, offset) = (page.Limit.In(variables), page.Offset.In(variables));
        var (graph, threads) = await search.FindAsync(together, limit, offset, cancellationToken);
        var run = new Run(together, graph, threads);
        await together.SideBySideAsync(
            cancellationToken, [.. parts.Select(part => (Func<TogetherRun, ValueTask>)(line => part(run, line, cancellationToken)))]);
        template.WriteAll(threads.Select((_, i) => new ThreadAt(run, i)), together.Execution.Output);
    }

    private ValueWriter<ThreadAt> Part(PlannedField part) => part.Definition.Name switch
    {
        "root" => Root(part),
        "first" => (at, output) => SearchTypes.Write(at.Thread.First, output),
        "last" => (at, output) => SearchTypes.Write(at.Thread.Last, output),
        "size" => (at, output) => output.WriteInt64(at.Thread.Acts.Length),
        "parties" => Parties(part),
        _ => Acts(part),
    };

    private ValueWriter<ThreadAt> Root(PlannedField part)
    {
        if (Known(part) is { } known) return (at, output) => known.Write(at.Thread.Root, output);
        var roots = NodeParts.Of(planning, act.Type, part, page.Limit.Expected);
        var values = Add(roots.Query, (run, line, token) => roots.ReadAsync(
            line,
            [.. run.Threads.Select(thread => thread.Root.Key)],
            thread => run.PathOf(thread, part),
            token));
        return (at, output) => output.WriteRaw(at.Run.Values[values][at.Index]);
    }

    // Of an act of which only its id is asked, all is known.
    private Template<ThreadAct>? Known(PlannedField part) =>
        part.Select(act.Type.Name).All(asked => asked.Definition.Name == act.Type.Id.Name || asked.Definition.Name == "__typename")
            ? Template<ThreadAct>.Of(part, _ => (one, output) => output.WriteString(one.Id))
            : null;

    private ValueWriter<ThreadAt> Parties(PlannedField part)
    {
        var sides = new StepReader(
            planning, [.. new[] { act.By, act.Against }.Select(side => new RelationshipStep(side.Relationship, side.Direction))]);
        var type = ThreadField.Parties(act)!;
        var names = new NodeNames(planning, type.ConcreteTypes);
        queries.AddRange([sides.Query, .. names.Queries]);
        return Lists<ThreadAt>(part, type, page.Limit.Expected, async (run, line, token) =>
        {
            var threadOf = run.Threads.SelectMany((thread, i) => thread.Acts.Select(one => (one.Key, Index: i)))
                .ToDictionary(one => one.Key, one => one.Index);
            var parties = run.Threads.Select(_ => new HashSet<long>()).ToArray();
            await sides.ReadAsync(line, threadOf.Keys, step => parties[threadOf[step.Near]].Add(step.Far), token);
            var known = await names.ReadAsync(line, [.. parties.SelectMany(party => party).Distinct()], token);
            return (IReadOnlyList<long[]>)[.. parties.Select(party => party.OrderBy(node => known[node].Id, CodePointOrder.Instance).ToArray())];
        }, (run, thread, index) => [.. run.PathOf(thread, part), index], at => at.Index);
    }

    private ValueWriter<ThreadAt> Acts(PlannedField acts)
    {
        var shown = Page(acts);
        var expected = (double)page.Limit.Expected * shown.Limit.Expected;
        var member = Template<ActAt>.Of(acts, part =>
        {
            switch (part.Definition.Name)
            {
                case "act" when Known(part) is { } known:
                    return (at, output) => known.Write(at.Act, output);
                case "act":
                    var nodes = NodeParts.Of(planning, act.Type, part, expected);
                    var values = Add(nodes.Query, (run, line, token) =>
                    {
                        var members = Shown(run);
                        return nodes.ReadAsync(
                            line, [.. members.Select(one => one.Act.Key)], position => PathOf(members[position], part), token);
                    });
                    return (at, output) => output.WriteRaw(at.Run.Values[values][at.Position]);
                case "answers":
                    return Lists<ActAt>(
                        part,
                        act.Type,
                        expected,
                        (run, _, _) => ValueTask.FromResult<IReadOnlyList<long[]>>([.. Shown(run).Select(one => run.AnsweredBy(one))]),
                        (run, position, index) => [.. PathOf(Shown(run)[position], part), index],
                        at => at.Position);
                case "depth":
                    return (at, output) => output.WriteInt64(at.Run.Threads[at.Thread].DepthOf(at.Act.Key));
                default:
                    return Move(Shown);
            }
        });
        return (at, output) => member.WriteAll(at.Run.Shown(acts, shown.Limit, shown.Offset)[at.Index], output);

        IReadOnlyList<ActAt> Shown(Run run) => [.. run.Shown(acts, shown.Limit, shown.Offset).SelectMany(members => members)];

        IEnumerable<object> PathOf(ActAt one, PlannedField part) => [.. one.Run.PathOf(one.Thread, acts), one.Index, part.ResponseKey];
    }

    private ValueWriter<ActAt> Move(Func<Run, IReadOnlyList<ActAt>> shown)
    {
        var stances = new Stances(act, planning);
        queries.AddRange(stances.Queries);
        var index = parts.Count;
        parts.Add(async (run, line, token) =>
        {
            var all = run.Threads.SelectMany(thread => thread.Acts).ToDictionary(one => one.Key);
            run.StrikingBack.Add(
                index, await stances.StrikingBackAsync(line, run.Graph, shown(run).Select(one => one.Act), all, token));
        });
        var counter = ThreadField.Counter(act);
        return (at, output) => SearchTypes.Write(at.Run.StrikingBack[index].Contains(at.Act.Key) ? counter : at.Act.Kind, output);
    }

    /// <summary>A list of nodes for each of several places, all read at once.</summary>
    private ValueWriter<T> Lists<T>(
        PlannedField part,
        EntityType type,
        double expected,
        Func<Run, TogetherRun, CancellationToken, ValueTask<IReadOnlyList<long[]>>> keys,
        Func<Run, int, int, IEnumerable<object>> pathOf,
        Func<T, int> placeOf)
        where T : IOfRun
    {
        var nodes = NodeParts.Of(planning, type, part, expected);
        queries.Add(nodes.Query);
        var index = parts.Count;
        parts.Add(async (run, line, token) =>
        {
            var lists = await keys(run, line, token);
            var places = lists.SelectMany((list, place) => list.Select((_, i) => (place, i))).ToList();
            var rows = await nodes.ReadAsync(
                line,
                [.. lists.SelectMany(list => list)],
                position => pathOf(run, places[position].place, places[position].i),
                token);
            var end = 0;
            run.Lists.Add(index, [.. lists.Select(list => rows[end..(end += list.Length)])]);
        });
        return (at, output) =>
        {
            output.WriteByte((byte)'[');
            var isFirst = true;
            foreach (var value in at.Run.Lists[index][placeOf(at)])
            {
                if (!isFirst) output.WriteByte((byte)',');
                isFirst = false;
                output.WriteRaw(value);
            }

            output.WriteByte((byte)']');
        };
    }

    private int Add(QueryPlan query, Func<Run, TogetherRun, CancellationToken, ValueTask<byte[][]>> read)
    {
        queries.Add(query);
        var index = parts.Count;
        parts.Add(async (run, line, token) => run.Values.Add(index, await read(run, line, token)));
        return index;
    }

    private interface IOfRun
    {
        Run Run { get; }
    }

    private readonly record struct ThreadAt(Run Run, int Index) : IOfRun
    {
        public ActThread Thread => Run.Threads[Index];
    }

    /// <summary>An act that is shown.</summary>
    /// <param name="Run">The run.</param>
    /// <param name="Thread">Its thread.</param>
    /// <param name="Index">Its place among the acts that are shown of the thread.</param>
    /// <param name="Position">Its place among all acts that are shown.</param>
    /// <param name="Act">The act.</param>
    private readonly record struct ActAt(Run Run, int Thread, int Index, int Position, ThreadAct Act) : IOfRun;

    /// <summary>The threads of one run, and what was read of them.</summary>
    private sealed class Run(TogetherRun together, AnswerGraph graph, IReadOnlyList<ActThread> threads)
    {
        private readonly Dictionary<PlannedField, IReadOnlyList<IReadOnlyList<ActAt>>> shown = [];
        private readonly Lazy<Dictionary<long, string>> ids = new(
            () => threads.SelectMany(thread => thread.Acts).ToDictionary(one => one.Key, one => one.Id));

        public AnswerGraph Graph => graph;

        public IReadOnlyList<ActThread> Threads => threads;

        /// <summary>What was read, by part and position.</summary>
        public Dictionary<int, byte[][]> Values { get; } = [];

        /// <summary>The lists that were read, by part and place.</summary>
        public Dictionary<int, IReadOnlyList<byte[][]>> Lists { get; } = [];

        /// <summary>The acts that strike back, by part.</summary>
        public Dictionary<int, HashSet<long>> StrikingBack { get; } = [];

        public IEnumerable<object> PathOf(int thread, PlannedField part) => [.. together.Execution.Path, thread, part.ResponseKey];

        /// <summary>The acts that a field shows, thread by thread.</summary>
        public IReadOnlyList<IReadOnlyList<ActAt>> Shown(PlannedField acts, CountArgument limit, CountArgument offset)
        {
            if (shown.TryGetValue(acts, out var known)) return known;
            var (most, first, position) = (limit.In(together.Execution.Variables), offset.In(together.Execution.Variables), 0);
            known =
            [
                .. threads.Select((thread, i) =>
                    thread.Acts.Skip(first).Take(most).Select((one, at) => new ActAt(this, i, at, position++, one)).ToList()),
            ];
            shown.Add(acts, known);
            return known;
        }

        public long[] AnsweredBy(ActAt one) => [.. graph.AnsweredBy(one.Act.Key).OrderBy(other => ids.Value[other], CodePointOrder.Instance)];
    }
}
