using Graph.Model.Ontologies;

namespace Graph.Model.Removing;

/// <summary>What a writer has removed: how many of each type, and the first by name. Derived tallies are not counted.</summary>
public sealed class RemovedRecords
{
    /// <summary>Records that are named: as many as fit a screen.</summary>
    public const int Named = 20;

    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly List<string> nodes = [];
    private readonly List<string> relationships = [];

    /// <summary>How many of each type, by its name; most first.</summary>
    public IReadOnlyList<(string Type, long Count)> ByType =>
        [.. counts.Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];

    /// <summary>How many in all.</summary>
    public long Count => counts.Values.Sum();

    /// <summary>The first of them, nodes before relationships: <c>Film f1</c>, <c>MADE_BY f1 → s1</c>.</summary>
    public IReadOnlyList<string> First => [.. nodes.Concat(relationships).Take(Named)];

    /// <summary>More nodes are to be named.</summary>
    public bool NamesNodes => nodes.Count < Named;

    /// <summary>More relationships are to be named.</summary>
    public bool NamesRelationships => relationships.Count < Named;

    /// <summary>Counts nodes of a type.</summary>
    /// <param name="type">Their type.</param>
    /// <param name="count">How many.</param>
    /// <param name="ids">The ids of some of them.</param>
    public void Add(NodeType type, long count, IEnumerable<string> ids)
    {
        Add(type.Name, count);
        if (NamesNodes) nodes.AddRange(ids.Take(Named - nodes.Count).Select(id => $"{type.Name} {id}"));
    }

    /// <summary>Counts relationships of a type.</summary>
    /// <param name="type">Their type.</param>
    /// <param name="count">How many.</param>
    /// <param name="ends">The ids at the ends of some of them.</param>
    public void Add(RelationshipType type, long count, IEnumerable<(string Start, string End)> ends)
    {
        Add(type.Name, count);
        if (NamesRelationships) relationships.AddRange(ends.Take(Named - relationships.Count).Select(one => $"{type.Name} {one.Start} → {one.End}"));
    }

    /// <summary>Counts what another has counted.</summary>
    public void Add(RemovedRecords other)
    {
        foreach (var (type, count) in other.counts) Add(type, count);
        nodes.AddRange(other.nodes.Take(Named - nodes.Count));
        relationships.AddRange(other.relationships.Take(Named - relationships.Count));
    }

    private void Add(string type, long count)
    {
        if (count > 0) counts[type] = counts.GetValueOrDefault(type) + count;
    }
}
