using System.Text;

namespace Graph.Model.Ontologies;

/// <summary>A closed set of names that a property may hold.</summary>
/// <param name="Name">The name of the set.</param>
/// <param name="Description">What it says, or null.</param>
/// <param name="Values">The names in the order of the ontology, each with its description or null.</param>
public sealed record EnumType(string Name, string? Description, IReadOnlyList<(string Name, string? Description)> Values)
{
    private readonly HashSet<string> names = Values.Select(value => value.Name).ToHashSet(StringComparer.Ordinal);

    private readonly byte[][] utf8 = [.. Values.Select(value => Encoding.UTF8.GetBytes(value.Name))];

    /// <summary>True for a name of the set.</summary>
    public bool Contains(string name) => names.Contains(name);

    /// <summary>True for a name of the set in UTF-8; the sets of an ontology are short, so that they are gone through.</summary>
    public bool Contains(ReadOnlySpan<byte> name)
    {
        foreach (var known in utf8)
            if (name.SequenceEqual(known)) return true;
        return false;
    }
}
