using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <summary>What an ontology file is written in: SDL with directives of its own.</summary>
internal static class Dialect
{
    /// <summary>The directives of the dialect and the arguments each may have.</summary>
    private static readonly Dictionary<string, string[]> Directives = new(StringComparer.Ordinal)
    {
        ["node"] = ["labels"],
        ["plural"] = ["value"],
        ["relationship"] = ["type", "direction", "properties"],
        ["declareRelationship"] = [],
        ["relationshipProperties"] = [],
        ["unique"] = [],
        ["indexed"] = [],
        [SearchDeclaration.Name] = ["as"],
        ["identifying"] = [],
        [RangeDeclaration.Name] = ["min", "max"],
        [ExcerptDeclaration.Name] = ExcerptDeclaration.Known,
        [ActDeclaration.Name] = ActDeclaration.Known,
        [IntervalDeclaration.Name] = IntervalDeclaration.Known,
        [Provenance] = [],
        ["deprecated"] = ["reason"],
    };

    /// <summary>Directives of types of one role, and where each belongs.</summary>
    private static readonly Dictionary<string, string> OfRoles = new(StringComparer.Ordinal)
    {
        [ActDeclaration.Name] = "after the name of a type with @node",
        [IntervalDeclaration.Name] = "after the name of a type with @relationshipProperties",
        [Provenance] = "after the name of a type with @node",
    };

    public const string Provenance = "provenance";

    /// <summary>Names of types that the API has itself.</summary>
    public static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "Query", "Mutation", "Subscription", "PageInfo", "Count", "CountConnection", "SortDirection", "ID", "String", "Int", "Float", "Boolean",
        "BigInt", "Date", "DateTime",
    };

    /// <summary>The directive of that name among these, or null.</summary>
    public static DirectiveNode? Find(IEnumerable<DirectiveNode> directives, string name) =>
        directives.FirstOrDefault(directive => directive.Name.Value == name);

    /// <summary>Reports directives that the dialect does not know and arguments that they do not have.</summary>
    public static void CheckDirectives(IEnumerable<DirectiveNode> directives, OntologyFaults faults)
    {
        foreach (var directive in directives)
        {
            if (!Directives.TryGetValue(directive.Name.Value, out var arguments))
            {
                faults.UnknownDirective(directive, Directives.Keys);
                continue;
            }

            foreach (var argument in directive.Arguments)
                if (!arguments.Contains(argument.Name.Value)) faults.UnknownArgument(argument, directive.Name.Value, arguments);
        }
    }

    /// <summary>Reports directives of types, such as <c>@act</c> and <c>@interval</c>, where they have no meaning.</summary>
    /// <param name="directives">The directives of a definition.</param>
    /// <param name="faults">Takes the reports.</param>
    /// <param name="allowed">Those that have a meaning there.</param>
    public static void RejectOfRoles(IEnumerable<DirectiveNode> directives, OntologyFaults faults, params string[] allowed)
    {
        foreach (var (name, place) in OfRoles.Where(role => !allowed.Contains(role.Key)))
            if (Find(directives, name) is { } misplaced) faults.DirectiveMisplaced(misplaced, place);
    }

    /// <summary>Identifiers of both stores are made of names, so nothing else may become one.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
