using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <summary>The relationship fields of an ontology file, checked against each other.</summary>
internal sealed class RelationshipDeclarations
{
    private readonly Declarations declarations;
    private readonly PropertyDeclarations properties;
    private readonly OntologyFaults faults;

    public RelationshipDeclarations(Declarations declarations, PropertyDeclarations properties, OntologyFaults faults)
    {
        this.declarations = declarations;
        this.properties = properties;
        this.faults = faults;
        foreach (var (name, node) in declarations.Nodes)
            foreach (var field in node.Fields)
                if (Dialect.Find(field.Directives, "relationship") is { } directive
                    && Read(declarations.NodeTypes[name], field, directive) is { } declared)
                    All.Add(declared);
                else if (Dialect.Find(field.Directives, "declareRelationship") is { } misplaced)
                    faults.DirectiveMisplaced(misplaced, "to a field of an interface; a node type says @relationship");
        CheckPropertiesAgree();
        CheckSidesAgree();
        CheckInterfaces();
    }

    /// <summary>Every field of a node type, in file order.</summary>
    public List<DeclaredRelationship> All { get; } = [];

    /// <summary>The concrete node types that a field may lead to.</summary>
    public IEnumerable<NodeType> Targets(DeclaredRelationship declared) =>
        declared.Target is NodeType type ? [type] : Implementations(declared.Target.Name);

    /// <summary>The node types that implement an interface.</summary>
    public IEnumerable<NodeType> Implementations(string face) =>
        declarations.Nodes.Values.Where(node => node.Interfaces.Any(reference => reference.Name.Value == face))
            .Select(node => declarations.NodeTypes[node.Name.Value]);

    private DeclaredRelationship? Read(NodeType source, FieldDefinitionNode field, DirectiveNode directive)
    {
        var target = PropertyDeclarations.Named(field.Type).Name.Value;
        var type = Argument(directive, "type");
        var direction = Argument(directive, "direction");
        var carried = Argument(directive, "properties");
        if (type is null) faults.MissingArgument(directive, "type", "@relationship(type: \"MADE\", direction: OUT)");
        else if (type.Value is not StringValueNode typeName || !Dialect.IsName(typeName.Value))
            faults.BadArgument(type, "relationship", "type", "a name in quotes, such as \"MADE\"");
        if (direction is null) faults.MissingArgument(directive, "direction", "@relationship(type: \"MADE\", direction: OUT)");
        else if (direction.Value is not EnumValueNode { Value: "IN" or "OUT" })
            faults.BadArgument(direction, "relationship", "direction", "IN or OUT");
        if (carried is not null && (carried.Value as StringValueNode)?.Value is var set
            && (set is null || !declarations.PropertySets.ContainsKey(set)))
            faults.NoPropertySet(carried, set ?? "", declarations.PropertySets.Keys);
        if (declarations.Entity(target) is not { } entity)
        {
            if (declarations.TypeNames.Contains(target)) faults.NeedsNodeTarget(field.Name, source.Name, target);
            else faults.UnknownType(PropertyDeclarations.Named(field.Type), declarations.NodeTypes.Keys.Concat(declarations.InterfaceTypes.Keys));
            return null;
        }

        var isList = field.Type is NonNullTypeNode { Type: ListTypeNode { Type: NonNullTypeNode { Type: NamedTypeNode } } };
        if (!isList && field.Type is not NamedTypeNode)
        {
            faults.RelationshipShape(field.Type, $"{source.Name}.{field.Name.Value}", target);
            return null;
        }

        return (type?.Value as StringValueNode)?.Value is { } name && direction?.Value is EnumValueNode { Value: "IN" or "OUT" } way
            ? new(source, field, name, way.Value == "OUT" ? Direction.Out : Direction.In, (carried?.Value as StringValueNode)?.Value, entity, isList)
            : null;
    }

    private static ArgumentNode? Argument(DirectiveNode directive, string name) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name);

    private void CheckPropertiesAgree()
    {
        foreach (var group in All.GroupBy(declared => declared.Type, StringComparer.Ordinal))
        {
            var first = group.First();
            foreach (var other in group.Skip(1).Where(other => other.Properties != first.Properties))
                faults.OtherProperties(other.Field, group.Key, other.Properties ?? "no properties", first.Properties ?? "none", first.Field.Location);
        }
    }

    /// <summary>Where a target declares the other direction of a relationship at all, one of its fields must lead back.</summary>
    private void CheckSidesAgree()
    {
        foreach (var declared in All)
        {
            foreach (var target in Targets(declared))
            {
                var back = All.Where(other => other.Source == target && other.Type == declared.Type && other.Direction != declared.Direction)
                    .ToList();
                if (back.Count > 0 && !back.Any(other => Targets(other).Contains(declared.Source)))
                    faults.SidesDisagree(declared.Field, declared.Name, declared.Type, target.Name, declared.Source.Name);
            }
        }
    }

    private void CheckInterfaces()
    {
        foreach (var (name, face) in declarations.Interfaces)
        {
            var implementations = Implementations(name).ToList();
            if (implementations.Count == 0) faults.NoImplementation(face.Name);
            foreach (var field in face.Fields.Where(PropertyDeclarations.IsRelationship))
            {
                if (Dialect.Find(field.Directives, "relationship") is { } concrete)
                    faults.DirectiveMisplaced(concrete, "to a field of a node type; an interface says @declareRelationship");
                var declared = implementations.Select(
                    type => All.Find(
                        candidate => candidate.Source == type
                            && candidate.Field.Name.Value == field.Name.Value)).OfType<DeclaredRelationship>().ToList();
                if (declared.Find(
                    other => (other.Type, other.Direction, other.Properties) != (declared[0].Type, declared[0].Direction, declared[0]
                        .Properties)) is { } differing)
                    faults.ImplementationsDiffer(field.Name, name, declared[0].Source.Name, differing.Source.Name);
            }
        }
    }
}
