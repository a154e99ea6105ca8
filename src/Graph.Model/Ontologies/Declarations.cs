using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <summary>The types of an ontology file by name and role, before their fields are looked at.</summary>
internal sealed class Declarations
{
    /// <summary>The directives of the dialect and the arguments each may have.</summary>
    public static readonly Dictionary<string, string[]> Directives = new(StringComparer.Ordinal)
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

    private const string Provenance = "provenance";

    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "Query", "Mutation", "Subscription", "PageInfo", "Count", "CountConnection", "SortDirection", "ID", "String", "Int", "Float", "Boolean",
        "BigInt", "Date", "DateTime",
    };

    private readonly OntologyFaults faults;
    private readonly Dictionary<string, SourceLocation> names = new(StringComparer.Ordinal);

    public Declarations(DocumentNode document, OntologyFaults faults)
    {
        this.faults = faults;
        foreach (var definition in document.Definitions) Take(definition);
        foreach (var (name, node) in Interfaces) InterfaceTypes[name] = new(name, PluralOf(node.Name, node.Directives), node.Description?.Value);
        foreach (var (name, node) in Nodes)
        {
            NodeTypes[name] = new(name, PluralOf(node.Name, node.Directives), node.Description?.Value, LabelsOf(node))
            {
                IsProvenance = Find(node.Directives, Provenance) is not null,
            };
        }

        CheckNames();
    }

    public Dictionary<string, ObjectTypeDefinitionNode> Nodes { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, InterfaceTypeDefinitionNode> Interfaces { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ObjectTypeDefinitionNode> PropertySets { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, EnumType> Enums { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, NodeType> NodeTypes { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, InterfaceType> InterfaceTypes { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> TypeNames => names.Keys;

    public EntityType? Entity(string name) =>
        NodeTypes.TryGetValue(name, out var type) ? type : InterfaceTypes.GetValueOrDefault(name);

    /// <summary>The directive of that name among these, or null.</summary>
    public static DirectiveNode? Find(IEnumerable<DirectiveNode> directives, string name) =>
        directives.FirstOrDefault(directive => directive.Name.Value == name);

    /// <summary>Reports directives that the dialect does not know and arguments that they do not have.</summary>
    public void CheckDirectives(IEnumerable<DirectiveNode> directives)
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

    private void Take(DefinitionNode definition)
    {
        switch (definition)
        {
            case ObjectTypeDefinitionNode node: TakeObject(node); break;
            case InterfaceTypeDefinitionNode node:
                CheckDirectives(node.Directives);
                RejectOfRoles(node.Directives);
                if (Claim(node.Name)) Interfaces.Add(node.Name.Value, node);
                break;
            case EnumTypeDefinitionNode node:
                CheckDirectives(node.Directives);
                RejectOfRoles(node.Directives);
                if (Claim(node.Name))
                    Enums.Add(
                        node.Name.Value,
                        new(
                            node.Name.Value,
                            node.Description?.Value,
                            [.. node.Values.Select(value => (value.Name.Value, value.Description?.Value))]));
                foreach (var twice in node.Values.GroupBy(value => value.Name.Value).Where(group => group.Count() > 1))
                    faults.TwoFields(twice.Last().Name, node.Name.Value);
                break;
            case DirectiveDefinitionNode: break; // the dialect may be declared for editors
            case ScalarTypeDefinitionNode { Name.Value: "Date" or "DateTime" or "BigInt" }: break; // likewise
            case ScalarTypeDefinitionNode node: faults.NotInAnOntology(node, "scalars of its own"); break;
            case UnionTypeDefinitionNode node: faults.NotInAnOntology(node, "unions"); break;
            case InputObjectTypeDefinitionNode node: faults.NotInAnOntology(node, "input types"); break;
            case SchemaNode node: faults.NotInAnOntology(node, "schema definition"); break;
            case ExecutableDefinitionNode node: faults.NotInAnOntology(node, "operations or fragments"); break;
            default: faults.NotInAnOntology(definition, "type extensions"); break;
        }
    }

    private void TakeObject(ObjectTypeDefinitionNode node)
    {
        CheckDirectives(node.Directives);
        if (!Claim(node.Name)) return;
        if (Find(node.Directives, "node") is not null)
        {
            RejectOfRoles(node.Directives, ActDeclaration.Name, Provenance);
            Nodes.Add(node.Name.Value, node);
        }
        else if (Find(node.Directives, "relationshipProperties") is not null)
        {
            RejectOfRoles(node.Directives, IntervalDeclaration.Name);
            PropertySets.Add(node.Name.Value, node);
        }
        else faults.NoRole(node.Name);
    }

    /// <summary>Reports directives of types, such as <c>@act</c> and <c>@interval</c>, where they have no meaning.</summary>
    /// <param name="directives">The directives of a definition.</param>
    /// <param name="allowed">Those that have a meaning there.</param>
    public void RejectOfRoles(IEnumerable<DirectiveNode> directives, params string[] allowed)
    {
        foreach (var (name, place) in OfRoles.Where(role => !allowed.Contains(role.Key)))
            if (Find(directives, name) is { } misplaced) faults.DirectiveMisplaced(misplaced, place);
    }

    private bool Claim(NameNode name)
    {
        if (Reserved.Contains(name.Value) || name.Value.StartsWith("__", StringComparison.Ordinal))
        {
            faults.ReservedName(name);
            return false;
        }

        if (names.TryAdd(name.Value, name.Location)) return true;
        faults.TwoTypes(name, names[name.Value]);
        return false;
    }

    private string PluralOf(NameNode name, IEnumerable<DirectiveNode> directives)
    {
        if (Find(directives, "plural") is not { } plural) return Plural.Of(name.Value);
        if (plural.Arguments.FirstOrDefault(argument => argument.Name.Value == "value") is not { } value)
        {
            faults.MissingArgument(plural, "value", "@plural(value: \"people\")");
            return Plural.Of(name.Value);
        }

        if (value.Value is StringValueNode text && IsName(text.Value)) return Plural.Camel(text.Value);
        faults.BadArgument(value, "plural", "value", "a name in quotes");
        return Plural.Of(name.Value);
    }

    private IReadOnlyList<string> LabelsOf(ObjectTypeDefinitionNode node)
    {
        var argument = Find(node.Directives, "node")!.Arguments.FirstOrDefault(candidate => candidate.Name.Value == "labels");
        if (argument is null) return [node.Name.Value];
        if (argument.Value is ListValueNode { Values: { Length: > 0 } values }
            && values.All(value => value is StringValueNode text && IsName(text.Value)))
            return [.. values.Cast<StringValueNode>().Select(value => value.Value)];
        faults.BadArgument(argument, "node", "labels", "a list of names in quotes");
        return [node.Name.Value];
    }

    private void CheckNames()
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var plurals = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, type) in NodeTypes)
            if (!labels.TryAdd(string.Join('\n', type.Labels.Order(StringComparer.Ordinal)), name))
                faults.SameLabels(Nodes[name].Name, labels[string.Join('\n', type.Labels.Order(StringComparer.Ordinal))]);
        foreach (var type in NodeTypes.Values.Cast<EntityType>().Concat(InterfaceTypes.Values))
            if (!plurals.TryAdd(type.Plural, type.Name))
                faults.SamePlural(type is NodeType ? Nodes[type.Name].Name : Interfaces[type.Name].Name, type.Plural, plurals[type.Plural]);
    }

    /// <summary>Identifiers of both stores are made of names, so nothing else may become one.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
