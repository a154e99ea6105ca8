using Graph.GraphQL.Language;
using Graph.Model.Search;

namespace Graph.Model.Ontologies;

/// <summary>Reads <c>@searchable(as:)</c>.</summary>
internal static class SearchDeclaration
{
    public const string Name = "searchable";

    private static readonly Dictionary<string, SearchRole> Roles = new(StringComparer.Ordinal)
    {
        ["name"] = SearchRole.Name,
        ["alias"] = SearchRole.Alias,
        ["title"] = SearchRole.Title,
        ["text"] = SearchRole.Text,
    };

    /// <summary>What a field is to a search: text where it does not say; null where it is not searchable, or at fault.</summary>
    public static SearchRole? Read(FieldDefinitionNode field, OntologyFaults faults)
    {
        if (Dialect.Find(field.Directives, Name) is not { } directive) return null;
        if (directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "as") is not { } given) return SearchRole.Text;
        if (given.Value is StringValueNode { Value: var role } && Roles.TryGetValue(role, out var known)) return known;
        faults.BadArgument(given, Name, "as", "\"name\", \"alias\", \"title\" or \"text\"");
        return null;
    }
}
