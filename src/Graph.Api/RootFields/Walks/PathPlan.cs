using Graph.Api.Planning;
using Graph.GraphQL;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>A search for paths, and what is selected of them.</summary>
internal sealed class PathPlan
{
    private readonly RootPlanning planning;
    private readonly IReadOnlyList<RelationshipType> along;
    private readonly (CountArgument MaxLength, CountArgument Lengths, CountArgument Limit) bounds;
    private readonly (NamedNode From, NamedNode To) ends;
    private readonly ArcQueries? arcs;
    private readonly NodeNames names;
    private readonly Template<Found> template;

    /// <summary>Plans the statements.</summary>
    public PathPlan(RootPlanning planning)
    {
        this.planning = planning;
        var field = planning.Field;
        bounds = (
            new(field, "maxLength", 1, Limits.MaxChainLength, 6),
            new(field, "lengths", 1, Limits.MaxChainLengths, 1),
            new(field, "limit", 1, Limits.MaxChains, Limits.MaxChains));
        ends = (End("from"), End("to"));
        along = NodeRefs.Along(planning, type => !type.IsProvenance || ends.From.MayBeProvenance || ends.To.MayBeProvenance);

        // A step is walked in either direction, and each is a path of its own: of every type two, one after the other.
        IReadOnlyList<Step> steps =
            [.. along.SelectMany(type => new[] { new RelationshipStep(type, Direction.Out), new RelationshipStep(type, Direction.In) })];
        if (along.Count > 0) arcs = new(planning, (_, _) => steps, (bounds.MaxLength.Expected + 1) / 2);
        names = new(planning, planning.Ontology.NodeTypes);
        template = Template<Found>.Of(field, part => part.Definition.Name switch
        {
            "paths" => Paths(part),
            "complete" => (found, output) => output.WriteBoolean(found.Bound is null),
            _ => (found, output) => SearchTypes.Write(found.Bound, output),
        });

        NamedNode End(string argument) => NodeRefs.Named(
            planning, argument, field.Arguments.TryGet(argument, out var given) && given is PlannedObject node ? node : PlannedObject.Empty);
    }

    /// <summary>The plan.</summary>
    public TogetherPlan Together() => planning.Together([ends.From.Query, ends.To.Query, .. arcs?.Queries ?? [], .. names.Queries], AnswerAsync);

    private async ValueTask AnswerAsync(TogetherRun run, CancellationToken cancellationToken)
    {
        var variables = run.Execution.Variables;
        var (maxLength, lengths, limit) = (bounds.MaxLength.In(variables), bounds.Lengths.In(variables), bounds.Limit.In(variables));
        var (from, to) = (0L, 0L);
        await run.SideBySideAsync(
            cancellationToken,
            async one => from = await ends.From.FindAsync(one, cancellationToken),
            async one => to = await ends.To.FindAsync(one, cancellationToken));
        if (from == to) throw new GraphQLException(ApiMessages.SameEnds(planning.Field.Definition.Name, ends.From.Id(run)));

        var known = new Dictionary<long, NodeName>();
        var possible = new Dictionary<long, IReadOnlyList<NodeType>> { [from] = ends.From.Types, [to] = ends.To.Types };
        var budget = new SearchBudget(TimeProvider.System, cancellationToken);
        var graph = new SearchGraph(from, to, (nodes, isBackwards, arcs, most) => ReadAsync(run, nodes, isBackwards, arcs, most), budget, TryAsync);
        var (walks, bound) = await new SimpleWalks(graph, OrderAsync, budget).FindAsync(maxLength, lengths, limit);
        template.Write(new(walks, bound, known), run.Execution.Output);

        ValueTask TryAsync(IReadOnlyList<Func<ArcReader, ValueTask>> trials) => run.SideBySideAsync(
            cancellationToken,
            [.. trials.Select(trial => (Func<TogetherRun, ValueTask>)(one =>
                trial((nodes, isBackwards, arcs, most) => ReadAsync(one, nodes, isBackwards, arcs, most))))]);

        ValueTask<bool> ReadAsync(TogetherRun one, IReadOnlyList<long> nodes, bool isBackwards, List<Arc> found, int most) => arcs is null
            ? ValueTask.FromResult(true)
            : arcs.ReadAsync(
                one,
                nodes,
                isBackwards,
                (label, near, far) =>
                {
                    // Walked the other way, a step has the other direction of its type.
                    found.Add(isBackwards ? new(far, near, label ^ 1) : new(near, far, label));
                    possible.TryAdd(far, label % 2 == 0 ? along[label / 2].Ends : along[label / 2].Starts);
                },
                budget,
                cancellationToken,
                most);

        async ValueTask<IComparer<Arc>> OrderAsync(IReadOnlyCollection<long> nodes)
        {
            var unknown = nodes.Where(node => !known.ContainsKey(node)).ToArray();
            foreach (var (key, name) in await names.ReadAsync(run, unknown, cancellationToken, possible)) known.Add(key, name);
            return Comparer<Arc>.Create(Compare);
        }

        int Compare(Arc x, Arc y)
        {
            if (NodeName.Compare(known[x.To], known[y.To]) is var byNode and not 0) return byNode;
            if (string.CompareOrdinal(Type(x).Name, Type(y).Name) is var byName and not 0) return byName;
            return IsIn(x).CompareTo(IsIn(y));
        }
    }

    private RelationshipType Type(Arc arc) => along[arc.Label / 2];

    private static bool IsIn(Arc arc) => arc.Label % 2 == 1;

    private ValueWriter<Found> Paths(PlannedField paths)
    {
        var template = Template<(Found Found, Arc[] Walk)>.Of(paths, part =>
        {
            switch (part.Definition.Name)
            {
                case "length":
                    return (path, output) => output.WriteInt64(path.Walk.Length);
                case "nodes":
                    var node = Template<NodeName>.Of(part, value => value.Definition.Name switch
                    {
                        "type" => (name, output) => output.WriteString(name.Type.Name),
                        "id" => (name, output) => output.WriteString(name.Id),
                        _ => (name, output) => output.WriteString(name.Caption),
                    });
                    return (path, output) => node.WriteAll(
                        path.Walk.Select(arc => path.Found.Names[arc.To]).Prepend(path.Found.Names[path.Walk[0].From]), output);
                default:
                    var step = Template<Arc>.Of(part, value => value.Definition.Name == "relationship"
                        ? (arc, output) => output.WriteString(Type(arc).Name)
                        : (arc, output) => SearchTypes.Write(IsIn(arc) ? Direction.In : Direction.Out, output));
                    return (path, output) => step.WriteAll(path.Walk, output);
            }
        });
        return (found, output) => template.WriteAll(found.Walks.Select(walk => (found, walk)), output);
    }

    private sealed record Found(IReadOnlyList<Arc[]> Walks, SearchBound? Bound, IReadOnlyDictionary<long, NodeName> Names);
}
