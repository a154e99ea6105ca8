using System.Text;

namespace Graph.Api.Sdl;

/// <summary>A type of an <see cref="SdlDocument"/>, with its members.</summary>
internal sealed class SdlType(
    string keyword,
    string name,
    string origin,
    string? description,
    IReadOnlyList<string> implements,
    List<string> conflicts,
    HashSet<string> structuralEnums)
{
    private readonly List<string> members = [];
    private bool isOneOf;
    private string? forGateways;
    private readonly Dictionary<string, string> origins = new(StringComparer.Ordinal);

    /// <summary>What of the ontology the type stems from.</summary>
    public string Origin => origin;

    /// <summary>Of a scalar: the address of what specifies it, or null.</summary>
    public string? SpecifiedBy { get; init; }

    /// <summary>Whether the document is for a gateway.</summary>
    public bool IsOfSubgraph { get; init; }

    /// <summary>Adds a field, an input field or an enum value.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="type">What follows the name: arguments, colon and type; empty for an enum value.</param>
    /// <param name="meaning">What of the ontology it stems from, for the report of a conflict.</param>
    /// <param name="about">Its description, or null.</param>
    public SdlType With(string member, string type, string meaning, string? about = null)
    {
        if (!origins.TryAdd(member, meaning)) conflicts.Add(ApiMessages.FieldConflict(name, member, origins[member], meaning));
        var text = new StringBuilder();
        Describe(text, about, "  ");
        members.Add(text.Append("  ").Append(member).Append(type).Append('\n').ToString());
        return this;
    }

    /// <summary>
    /// The values of this enum change what is asked of the store, as a direction or a key does: each has a plan of its own, and a
    /// planner reads it with <see cref="GraphQL.Planning.PlannedSource.TryGetConstant"/>.
    /// </summary>
    public SdlType AsStructure()
    {
        structuralEnums.Add(name);
        return this;
    }

    /// <summary>Just one field of this input is given.</summary>
    public SdlType AsOneOf()
    {
        isOneOf = true;
        return this;
    }

    /// <summary>Says what gateways have to know of the type.</summary>
    /// <param name="directive">Such as <c>@shareable</c>.</param>
    public SdlType ForGateways(string directive)
    {
        forGateways = directive;
        return this;
    }

    /// <summary>Adds the members of a union.</summary>
    public void Of(IEnumerable<string> types) => members.Add(string.Join(" | ", types));

    /// <summary>Prints the type.</summary>
    public void Print(StringBuilder text)
    {
        Describe(text, description, "");
        text.Append(keyword).Append(' ').Append(name);
        if (implements.Count > 0) text.Append(" implements ").AppendJoin(" & ", implements);
        // Gateways do not know @oneOf: whoever asks through them is told by an error of the field.
        if (isOneOf && !IsOfSubgraph) text.Append(" @oneOf");
        if (IsOfSubgraph && forGateways is not null) text.Append(' ').Append(forGateways);
        switch (keyword)
        {
            case "scalar":
                text.Append(SpecifiedBy is null ? "" : $" @specifiedBy(url: \"{SpecifiedBy}\")").Append('\n');
                break;
            case "union":
                text.Append(" = ").Append(members[0]).Append('\n');
                break;
            default:
                text.Append(" {\n").AppendJoin("", members).Append("}\n");
                break;
        }
    }

    private static void Describe(StringBuilder text, string? description, string indent)
    {
        if (description is null) return;
        var body = description.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        if (body.Contains('\n', StringComparison.Ordinal) || body.EndsWith('"') || body.EndsWith('\\'))
        {
            text.Append(indent).Append("\"\"\"\n");
            foreach (var line in body.Split('\n')) text.Append(line.Length == 0 ? "" : indent).Append(line).Append('\n');
            text.Append(indent).Append("\"\"\"\n");
            return;
        }

        text.Append(indent).Append("\"\"\"").Append(body).Append("\"\"\"\n");
    }
}
