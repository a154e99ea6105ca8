using System.Text;
using Graph.Api.RootFields.Federation;

namespace Graph.Api.Sdl;

/// <summary>An SDL document in the making; notices when one name would mean two things.</summary>
internal sealed class SdlDocument
{
    private readonly Dictionary<string, SdlType> types = new(StringComparer.Ordinal);
    private readonly List<SdlType> order = [];
    private readonly List<string> conflicts = [];
    private readonly HashSet<string> structuralEnums = new(StringComparer.Ordinal);

    /// <summary>Whether it is for a gateway of Apollo Federation, and says what that has to know of types.</summary>
    public bool IsSubgraph { get; init; }

    /// <summary>The enums whose values change what is asked of the store.</summary>
    public IReadOnlySet<string> StructuralEnums => structuralEnums;

    /// <summary>A sentence for each name that would mean two things.</summary>
    public IReadOnlyList<string> Conflicts => conflicts;

    /// <summary>Whether a type of that name is there.</summary>
    public bool Has(string name) => types.ContainsKey(name);

    /// <summary>Begins a type.</summary>
    /// <param name="keyword">Such as <c>input</c>.</param>
    /// <param name="name">The name.</param>
    /// <param name="origin">What of the ontology it stems from, for the report of a conflict.</param>
    /// <param name="description">What it says, or null.</param>
    /// <param name="implements">Names of interfaces.</param>
    /// <param name="specifiedBy">Of a scalar: the address of what specifies it, or null.</param>
    public SdlType Add(
        string keyword,
        string name,
        string origin,
        string? description = null,
        IEnumerable<string>? implements = null,
        string? specifiedBy = null)
    {
        var type = new SdlType(keyword, name, origin, description, [.. implements ?? []], conflicts, structuralEnums)
        {
            SpecifiedBy = specifiedBy,
            IsOfSubgraph = IsSubgraph,
        };
        if (types.TryGetValue(name, out var other)) conflicts.Add(ApiMessages.TypeConflict(name, other.Origin, origin));
        else types.Add(name, type);
        order.Add(type);
        return type;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (IsSubgraph) text.Append($"extend schema @link(url: \"{Subgraph.Link}\", import: [\"@key\", \"@shareable\"])\n");
        foreach (var type in order) type.Print(text.Append(text.Length == 0 ? "" : "\n"));
        return text.ToString();
    }
}
