using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <summary>The types of an ontology file by name and role, before their fields are looked at.</summary>
internal sealed class Declarations
{
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
                IsProvenance = Dialect.Find(node.Directives, Dialect.Provenance) is not null,
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

    private void Take(DefinitionNode definition)
    {
        switch (definition)
        {
            case ObjectTypeDefinitionNode node: TakeObject(node); break;
            case InterfaceTypeDefinitionNode node:
                Dialect.CheckDirectives(node.Directives, faults);
                Dialect.RejectOfRoles(node.Directives, faults);
                if (Claim(node.Name)) Interfaces.Add(node.Name.Value, node);
                break;
            case EnumTypeDefinitionNode node:
                Dialect.CheckDirectives(node.Directives, faults);
                Dialect.RejectOfRoles(node.Directives, faults);
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
        Dialect.CheckDirectives(node.Directives, faults);
        if (!Claim(node.Name)) return;
        if (Dialect.Find(node.Directives, "node") is not null)
        {
            Dialect.RejectOfRoles(node.Directives, faults, ActDeclaration.Name, Dialect.Provenance);
            Nodes.Add(node.Name.Value, node);
        }
        else if (Dialect.Find(node.Directives, "relationshipProperties") is not null)
        {
            Dialect.RejectOfRoles(node.Directives, faults, IntervalDeclaration.Name);
            PropertySets.Add(node.Name.Value, node);
        }
        else faults.NoRole(node.Name);
    }

    private bool Claim(NameNode name)
    {
        if (Dialect.Reserved.Contains(name.Value) || name.Value.StartsWith("__", StringComparison.Ordinal))
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
        if (Dialect.Find(directives, "plural") is not { } plural) return Plural.Of(name.Value);
        if (plural.Arguments.FirstOrDefault(argument => argument.Name.Value == "value") is not { } value)
        {
            faults.MissingArgument(plural, "value", "@plural(value: \"people\")");
            return Plural.Of(name.Value);
        }

        if (value.Value is StringValueNode text && Dialect.IsName(text.Value)) return Plural.Camel(text.Value);
        faults.BadArgument(value, "plural", "value", "a name in quotes");
        return Plural.Of(name.Value);
    }

    private IReadOnlyList<string> LabelsOf(ObjectTypeDefinitionNode node)
    {
        var argument = Dialect.Find(node.Directives, "node")!.Arguments.FirstOrDefault(candidate => candidate.Name.Value == "labels");
        if (argument is null) return [node.Name.Value];
        if (argument.Value is ListValueNode { Values: { Length: > 0 } values }
            && values.All(value => value is StringValueNode text && Dialect.IsName(text.Value)))
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
}
