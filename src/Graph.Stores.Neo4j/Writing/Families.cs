using Graph.Model.Ontologies;
using Graph.Stores.Neo4j.Cypher;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Node types that share their ids, because they implement a common interface; or one type alone.</summary>
/// <param name="Ordinal">The place among the families.</param>
/// <param name="Types">The types.</param>
/// <param name="Lookups">The label expressions under which an id is looked up: one where one label spans the family.</param>
internal sealed record Family(int Ordinal, IReadOnlyList<NodeType> Types, IReadOnlyList<string> Lookups)
{
    /// <summary>The families of an ontology, one for each node type by ordinal.</summary>
    public static IReadOnlyList<Family> Of(Ontology ontology, LabelMap labels)
    {
        var groups = ontology.NodeTypes.Select(type => new HashSet<NodeType> { type }).ToArray();
        foreach (var shared in ontology.Interfaces)
        {
            var joined = shared.Implementations.SelectMany(type => groups[type.Ordinal]).ToHashSet();
            foreach (var type in joined) groups[type.Ordinal] = joined;
        }

        var families = new Dictionary<HashSet<NodeType>, Family>();
        foreach (var group in groups)
        {
            if (families.ContainsKey(group)) continue;
            var types = group.OrderBy(type => type.Ordinal).ToList();
            var whole = ontology.Interfaces.FirstOrDefault(shared => types.Count > 1 && shared.Implementations.Count == types.Count && labels.Single(shared) is not null && shared.Implementations.All(group.Contains));
            families[group] = new(families.Count, types, whole is null ? [.. types.Select(labels.Of)] : [labels.Of(whole)]);
        }

        return [.. groups.Select(group => families[group])];
    }
}
