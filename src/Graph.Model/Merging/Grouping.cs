namespace Graph.Model.Merging;

/// <summary>Where a node stands that is one with others.</summary>
/// <param name="Canonical">The id of the node that stands for all.</param>
/// <param name="By">The judgement by which it came to them; null for the one that stands for all.</param>
public sealed record Placement(string Canonical, Judgement? By);

/// <summary>
/// What judgements make of the nodes that are stored: whatever the order in which they were recorded, the same. Judgements that two
/// are the same are taken in the order of their ids; one has no effect where two would be joined that are judged apart, are of two types, or
/// are known to others under two numbers.
/// </summary>
public sealed class Grouping
{
    private readonly Dictionary<string, Component> components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Judgement>> apart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Placement> placements = new(StringComparer.Ordinal);
    private readonly List<HeldJudgement> held = [];
    private readonly IReadOnlyDictionary<string, NamedNode> nodes;

    private Grouping(IReadOnlyDictionary<string, NamedNode> nodes) => this.nodes = nodes;

    /// <summary>The nodes that are one with others, by id.</summary>
    public IReadOnlyDictionary<string, Placement> Placements => placements;

    /// <summary>The judgements without effect.</summary>
    public IReadOnlyList<HeldJudgement> Held => held;

    /// <summary>Takes judgements.</summary>
    /// <param name="judgements">The judgements.</param>
    /// <param name="nodes">The stored nodes of the ids that they speak of.</param>
    public static Grouping Of(IReadOnlyCollection<Judgement> judgements, IReadOnlyDictionary<string, NamedNode> nodes)
    {
        var grouping = new Grouping(nodes);
        foreach (var judgement in InOrder(judgements, isSame: false))
        {
            grouping.ApartOf(judgement.Id).Add(judgement);
            grouping.ApartOf(judgement.Other).Add(judgement);
        }

        foreach (var judgement in InOrder(judgements, isSame: true)) grouping.Join(judgement);
        foreach (var component in grouping.components.Values.Distinct()) grouping.Place(component);
        return grouping;
    }

    private static IEnumerable<Judgement> InOrder(IEnumerable<Judgement> judgements, bool isSame) => judgements
        .Where(judgement => judgement.IsSame == isSame)
        .OrderBy(judgement => judgement.Id, StringComparer.Ordinal)
        .ThenBy(judgement => judgement.Other, StringComparer.Ordinal)
        .ThenBy(judgement => judgement.At)
        .ThenBy(judgement => judgement.Source, StringComparer.Ordinal);

    private List<Judgement> ApartOf(string id)
    {
        if (!apart.TryGetValue(id, out var list)) apart[id] = list = [];
        return list;
    }

    private void Join(Judgement judgement)
    {
        var (one, another) = (ComponentOf(judgement.Id), ComponentOf(judgement.Other));
        if (one != another)
        {
            if (Contradiction(one, another) is { } reason)
            {
                held.Add(new(judgement, reason));
                return;
            }

            var (small, large) = one.Ids.Count < another.Ids.Count ? (one, another) : (another, one);
            large.Ids.AddRange(small.Ids);
            large.Edges.AddRange(small.Edges);
            foreach (var id in small.Ids) components[id] = large;
            one = large;
        }

        one.Edges.Add(judgement);
    }

    private Component ComponentOf(string id)
    {
        if (!components.TryGetValue(id, out var component)) components[id] = component = new(id);
        return component;
    }

    private string? Contradiction(Component one, Component another)
    {
        var (small, large) = one.Ids.Count < another.Ids.Count ? (one, another) : (another, one);
        foreach (var id in small.Ids)
        {
            foreach (var judgement in apart.GetValueOrDefault(id) ?? [])
                if (components.GetValueOrDefault(judgement.Id == id ? judgement.Other : judgement.Id) == large) return MergeMessages.Apart(judgement);
        }

        var (some, others) = (Stored(one), Stored(another));
        if (some.Count == 0 || others.Count == 0) return null;
        if (some[0].Type != others[0].Type) return MergeMessages.OtherType(some[0], others[0]);
        foreach (var property in Mergeable.Identifiers(some[0].Type))
        {
            var (first, second) = (some.Find(Has), others.Find(Has));
            if (first is not null && second is not null && first.Values[property.Name] != second.Values[property.Name])
                return MergeMessages.OtherIdentifier(property, first, second);

            bool Has(NamedNode node) => node.Values.ContainsKey(property.Name);
        }

        return null;
    }

    private List<NamedNode> Stored(Component component) =>
        [.. component.Ids.Order(StringComparer.Ordinal).Select(id => nodes.GetValueOrDefault(id)).OfType<NamedNode>()];

    // Whom no judgement merges into another stands for all; where that is so of several, or of nobody, the least id.
    private void Place(Component component)
    {
        var stored = component.Ids.Where(nodes.ContainsKey).Order(StringComparer.Ordinal).ToList();
        if (stored.Count < 2) return;
        var merged = component.Edges.Select(edge => edge.Id).ToHashSet(StringComparer.Ordinal);
        var canonical = stored.Find(id => !merged.Contains(id)) ?? stored[0];
        var edges = component.Edges.SelectMany(edge => new[] { (From: edge.Id, Edge: edge), (From: edge.Other, Edge: edge) })
            .ToLookup(edge => edge.From, edge => edge.Edge, StringComparer.Ordinal);
        var reached = new Dictionary<string, Judgement?>(StringComparer.Ordinal) { [canonical] = null };
        var next = new Queue<string>([canonical]);
        while (next.TryDequeue(out var id))
        {
            foreach (var edge in edges[id].OrderBy(edge => edge.Id == id ? edge.Other : edge.Id, StringComparer.Ordinal).ThenBy(edge => edge.At)
                .ThenBy(edge => edge.Source, StringComparer.Ordinal))
                if (reached.TryAdd(edge.Id == id ? edge.Other : edge.Id, edge)) next.Enqueue(edge.Id == id ? edge.Other : edge.Id);
        }

        foreach (var id in stored) placements[id] = new(canonical, reached[id]);
    }

    /// <summary>Ids that are one.</summary>
    private sealed class Component(string first)
    {
        public List<string> Ids { get; } = [first];

        public List<Judgement> Edges { get; } = [];
    }
}
