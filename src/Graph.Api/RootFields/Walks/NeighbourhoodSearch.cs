using Graph.Api.Planning;
using Graph.Model.Ontologies;

namespace Graph.Api.RootFields.Walks;

/// <summary>A relationship between two nodes that are shown, parallel ones as one.</summary>
internal sealed record FoundLink(RelationshipType Type, NodeName Source, NodeName Target, string? First, string? Last)
{
    /// <summary>How many relationships it stands for; of a tally how many acts.</summary>
    public required long Count { get; set; }

    /// <summary>What tells it from others.</summary>
    public string Id => $"{Type.Name} {Source.Key} {Target.Key}";
}

/// <summary>What is left out of the neighbours of a node along one relationship.</summary>
internal sealed record FoundCut(NodeName Node, RelationshipType Type, Direction Direction, long Shown, long Total);

/// <summary>What lies around nodes.</summary>
internal sealed record FoundNeighbourhood(IReadOnlyList<NodeName> Nodes, IReadOnlyList<FoundLink> Links, IReadOnlyList<FoundCut> Cut);

/// <summary>Walks from nodes outwards, layer by layer, along the strongest relationships.</summary>
internal sealed class NeighbourhoodSearch
{
    private readonly NeighbourhoodSteps steps;
    private readonly NodeNames? names;
    private readonly TogetherRun run;
    private readonly CancellationToken cancellationToken;
    private readonly Dictionary<long, NodeName> known;
    private readonly HashSet<long> named;
    private readonly Dictionary<long, IReadOnlyList<NodeType>> possible = [];
    private readonly Dictionary<(long Node, int Step), long> totals = [];
    private readonly Dictionary<(long Node, int Step), int> linked = [];
    private readonly Dictionary<(int Type, long Source, long Target), FoundLink> links = [];
    private readonly List<NodeNeighbours> walked = [];
    private readonly HashSet<long> counted = [];
    private readonly HashSet<long> settled = [];
    private readonly HashSet<long> shown = [];
    private readonly List<long> ordered = [];

    /// <summary>Begins at nodes whose names are known.</summary>
    public NeighbourhoodSearch(
        NeighbourhoodSteps steps, NodeNames? names, TogetherRun run, Dictionary<long, NodeName> start, CancellationToken cancellationToken)
    {
        (this.steps, this.names, this.run, this.cancellationToken) = (steps, names, run, cancellationToken);
        (known, named) = (start, [.. start.Keys]);
    }

    /// <summary>Walks.</summary>
    /// <param name="depth">How many layers there are after the first.</param>
    /// <param name="perRelationship">How many neighbours a node shows along one relationship in one direction.</param>
    /// <param name="around">The strongest neighbours of the first layer, by then known; null: they are not read yet.</param>
    public async ValueTask<FoundNeighbourhood> FindAsync(int depth, int perRelationship, IReadOnlyList<NodeNeighbours>? around)
    {
        var layer = Add(named);
        for (var i = 0; i < depth && layer.Count > 0 && shown.Count < Limits.MaxNeighbourhoodNodes; i++)
        {
            // What comes from one place is not related by that.
            if (i > 0) layer = [.. layer.Where(node => !known[node].Type.IsProvenance)];
            around ??= await AroundAsync(layer, perRelationship);
            Settle(layer, around);
            var next = around.SelectMany(one => one.Strongest).ToHashSet();
            next.ExceptWith(shown);
            (layer, around) = (Add(next), null);
        }

        await SurroundAsync();
        return new([.. ordered.Select(node => known[node])], Links(), Cut());
    }

    private List<long> Add(IEnumerable<long> nodes)
    {
        var layer = nodes.ToList();
        layer.Sort(ByDegree);
        layer = [.. layer.Take(Limits.MaxNeighbourhoodNodes - shown.Count)];
        shown.UnionWith(layer);
        ordered.AddRange(layer);
        return layer;
    }

    // The strongest neighbours of a layer, by then known.
    private async ValueTask<List<NodeNeighbours>> AroundAsync(List<long> layer, int most)
    {
        var found = await steps.StrongestAsync(run, layer, most, known, cancellationToken);
        if (!steps.IsWhole) found.AddRange(await RankAsync(layer, most));
        return found;
    }

    // Of nodes all of whose neighbours the walk has met, nothing need be asked any more.
    private void Settle(List<long> layer, IReadOnlyList<NodeNeighbours> around)
    {
        if (!steps.WalksAll) return;
        counted.UnionWith(layer);
        foreach (var one in around) totals[(one.Node, one.Step)] = one.Total;
        if (!steps.IsWhole) return;
        walked.AddRange(around);
        settled.UnionWith(layer);
        settled.ExceptWith(around.Where(one => !one.IsComplete || !steps.TellsLinks(one.Step)).Select(one => one.Node));
    }

    private async ValueTask<List<NodeNeighbours>> RankAsync(List<long> layer, int most)
    {
        var neighbours = await steps.NeighboursAsync(run, layer, named, cancellationToken);
        foreach (var ((_, step), group) in neighbours)
            foreach (var (node, _) in group) possible.TryAdd(node, steps.EndsOf(step));
        var groups = neighbours.Select(group => (group.Key.Node, group.Key.Step, group.Value.Count, Ranked: new Ranked(group.Value, most))).ToList();

        // Only those among whom the last place is drawn are asked for their degrees.
        await KnowAsync(groups.SelectMany(group => group.Ranked.Tied));
        var found = groups.ConvertAll(group => new NodeNeighbours(group.Node, group.Step, group.Count, [.. group.Ranked.Strongest(ByDegree)]));
        await KnowAsync(found.SelectMany(one => one.Strongest));
        return found;
    }

    private async ValueTask KnowAsync(IEnumerable<long> nodes)
    {
        var unknown = nodes.Where(node => !known.ContainsKey(node)).Distinct().ToList();
        if (unknown.Count == 0) return;
        foreach (var (node, name) in await names!.ReadAsync(run, unknown, cancellationToken, possible)) known.Add(node, name);
    }

    private int ByDegree(long x, long y)
    {
        var (one, other) = (known[x], known[y]);
        return one.Degree != other.Degree ? other.Degree.CompareTo(one.Degree) : NodeName.Compare(one, other);
    }

    // The links that the walk has not told, and how many neighbours those have of whom that is not known from it.
    private ValueTask SurroundAsync()
    {
        foreach (var of in walked.Where(of => settled.Contains(of.Node)))
        {
            var isOut = NeighbourhoodSteps.DirectionOf(of.Step) == Direction.Out;
            foreach (var (other, count) in of.Strongest.Zip(of.Counts).Where(other => shown.Contains(other.First)))
                Link(of.Step / 2, isOut ? of.Node : other, isOut ? other : of.Node, count);
        }

        var (uncounted, unlinked) = (ordered.FindAll(node => !counted.Contains(node)), ordered.FindAll(node => !settled.Contains(node)));
        return run.SideBySideAsync(
            cancellationToken,
            one => steps.LinkRestAsync(one, unlinked, Link, cancellationToken),
            one => steps.Surrounding?.ReadAsync(one, uncounted, unlinked, known, totals, Link, cancellationToken) ?? ValueTask.CompletedTask,
            one => steps.CountRestAsync(one, uncounted, named, totals, cancellationToken));
    }

    private void Link(StepRow step)
    {
        var row = NeighbourhoodSteps.Out(step);
        var type = row.Number / 2;
        if (steps.IsTally(row.Number))
            Link(type, row.Near, row.Far, NeighbourhoodSteps.CountOf(row), row.Others.ElementAtOrDefault(1), row.Others.ElementAtOrDefault(2));
        else if (links.TryGetValue((type, row.Near, row.Far), out var link)) link.Count++;
        else Link(type, row.Near, row.Far, 1);
    }

    // The days are there where they are told.
    private void Link(int type, long source, long target, long count, string? first = null, string? last = null) =>
        links.TryAdd((type, source, target), new(steps.Type(2 * type), known[source], known[target], first, last) { Count = count });

    private FoundLink[] Links()
    {
        // The nodes are put in order once, not at each of their links; the types are in order.
        var places = ordered.OrderBy(node => known[node].Key, Model.Text.CodePointOrder.Instance).Index().ToDictionary(at => at.Item, at => at.Index);
        var (order, found, i) = (new (int Type, int Source, int Target)[links.Count], new FoundLink[links.Count], 0);
        foreach (var ((type, source, target), link) in links)
        {
            linked[(source, 2 * type)] = linked.GetValueOrDefault((source, 2 * type)) + 1;
            linked[(target, (2 * type) + 1)] = linked.GetValueOrDefault((target, (2 * type) + 1)) + 1;
            order[i] = (type, places[source], places[target]);
            found[i++] = link;
        }

        Array.Sort(order, found);
        return found;
    }

    private List<FoundCut> Cut()
    {
        var cut = new List<FoundCut>();
        foreach (var node in ordered)
        {
            for (var step = 0; step < steps.Count; step++)
            {
                if (!totals.TryGetValue((node, step), out var total)) continue;
                var count = linked.GetValueOrDefault((node, step));
                if (count < total) cut.Add(new(known[node], steps.Type(step), NeighbourhoodSteps.DirectionOf(step), count, total));
            }
        }

        return cut;
    }

    /// <summary>The neighbours of a node over one relationship in one direction, by the count of a tally.</summary>
    private sealed class Ranked
    {
        private readonly IEnumerable<long> sure;
        private readonly int left;

        public Ranked(List<(long Node, long Count)> neighbours, int most)
        {
            (sure, Tied) = (neighbours.Select(one => one.Node), []);
            if (neighbours.Count <= most) return;
            neighbours.Sort((x, y) => y.Count.CompareTo(x.Count));
            var last = neighbours[most - 1].Count;
            var stronger = neighbours.Where(one => one.Count > last).Select(one => one.Node).ToList();
            (sure, left) = (stronger, most - stronger.Count);
            Tied = [.. neighbours.Where(one => one.Count == last).Select(one => one.Node)];
        }

        /// <summary>Those of the count with which the last place is reached; none where all have a place.</summary>
        public List<long> Tied { get; }

        /// <summary>As many as have a place, in no order.</summary>
        /// <param name="order">The order of those who draw.</param>
        public IEnumerable<long> Strongest(Comparison<long> order)
        {
            Tied.Sort(order);
            return sure.Concat(Tied.Take(left));
        }
    }
}
