namespace Graph.Model.Ontologies;

/// <summary>
/// Node types that share their ids, because they implement a common interface, directly or through others; or one type alone. No
/// two nodes of a family have the same id.
/// </summary>
/// <param name="Ordinal">The place among the families, from 0.</param>
/// <param name="Types">The types.</param>
/// <param name="Interfaces">The interfaces over them, in the order of the ontology; none over a type alone.</param>
public sealed record NodeFamily(int Ordinal, IReadOnlyList<NodeType> Types, IReadOnlyList<InterfaceType> Interfaces)
{
    internal static IReadOnlyList<NodeFamily> Of(IReadOnlyList<NodeType> types, IReadOnlyList<InterfaceType> interfaces) =>
        [.. Groups(types).Select((group, i) => new NodeFamily(i, group, [.. interfaces.Where(face => face.Implementations.Any(group.Contains))]))];

    // The order of the types is that of their columns in files that there are already.
    private static List<List<NodeType>> Groups(IReadOnlyList<NodeType> types)
    {
        var groups = new List<List<NodeType>>();
        foreach (var type in types)
        {
            var joined = groups.Where(group => group.Exists(other => other.Interfaces.Any(type.Interfaces.Contains))).ToList();
            if (joined.Count == 0)
            {
                groups.Add([type]);
                continue;
            }

            foreach (var other in joined.Skip(1))
            {
                joined[0].AddRange(other);
                groups.Remove(other);
            }

            joined[0].Add(type);
        }

        return groups;
    }
}
