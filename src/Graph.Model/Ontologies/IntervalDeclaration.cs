using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <summary>Reads <c>@interval(from:, until:)</c>.</summary>
internal static class IntervalDeclaration
{
    public const string Name = "interval";

    /// <summary>Its arguments.</summary>
    public static readonly string[] Known = ["from", "until"];

    private const string Example = "@interval(from: \"since\", until: \"until\")";

    /// <summary>The interval that a type of relationship properties declares, or null where it declares none or at fault.</summary>
    public static Interval? Read(ObjectTypeDefinitionNode node, IReadOnlyList<Property> properties, OntologyFaults faults)
    {
        if (Dialect.Find(node.Directives, Name) is not { } directive) return null;
        var (from, until) = (Day(directive, "from", node, properties, faults), Day(directive, "until", node, properties, faults));
        if (from is null || until is null) return null;
        if (from != until) return new(from, until);
        faults.BadArgument(Argument(directive, "until")!, Name, "until", "another property than from");
        return null;
    }

    private static Property? Day(
        DirectiveNode directive, string argument, ObjectTypeDefinitionNode node, IReadOnlyList<Property> properties, OntologyFaults faults)
    {
        if (Argument(directive, argument) is not { } given)
        {
            faults.MissingArgument(directive, argument, Example);
            return null;
        }

        if (given.Value is not StringValueNode { Value: var name } || !Dialect.IsName(name))
        {
            faults.BadArgument(given, Name, argument, "a name in quotes");
            return null;
        }

        if (properties.FirstOrDefault(property => property.Name == name) is not { } found)
        {
            // A field that is there and yet no property has a fault of its own.
            var fields = node.Fields.Select(field => field.Name.Value).ToList();
            if (!fields.Contains(name)) faults.NoField(given, node.Name.Value, name, fields);
            return null;
        }

        if (found is { Kind: ScalarKind.Date, IsList: false }) return found;
        faults.NoDay(given, argument, $"{node.Name.Value}.{name}", found.TypeText);
        return null;
    }

    private static ArgumentNode? Argument(DirectiveNode directive, string name) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name);
}
