using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <summary>The properties of every type of an ontology file, and which fields are relationships instead.</summary>
internal sealed class PropertyDeclarations
{
    private static readonly Dictionary<string, ScalarKind> Scalars = new(StringComparer.Ordinal)
    {
        ["ID"] = ScalarKind.Id,
        ["String"] = ScalarKind.String,
        ["Int"] = ScalarKind.Int,
        ["BigInt"] = ScalarKind.BigInt,
        ["Float"] = ScalarKind.Float,
        ["Boolean"] = ScalarKind.Boolean,
        ["Date"] = ScalarKind.Date,
        ["DateTime"] = ScalarKind.DateTime,
    };

    private readonly Declarations declarations;
    private readonly OntologyFaults faults;

    public PropertyDeclarations(Declarations declarations, OntologyFaults faults)
    {
        this.declarations = declarations;
        this.faults = faults;
        foreach (var (name, node) in declarations.Nodes) ByType[name] = ReadEntity(node.Name, node.Fields);
        foreach (var (name, node) in declarations.Interfaces) ByType[name] = ReadEntity(node.Name, node.Fields);
        foreach (var (name, node) in declarations.PropertySets) ByType[name] = ReadPropertySet(node);
        foreach (var (name, node) in declarations.PropertySets)
            PropertySets[name] = new(name, node.Description?.Value, ByType[name], IntervalDeclaration.Read(node, ByType[name], faults));
        foreach (var node in declarations.Nodes.Values) InterfaceFields.Check(declarations, node, faults);
    }

    /// <summary>The properties of each type, interface and property set by its name.</summary>
    public Dictionary<string, IReadOnlyList<Property>> ByType { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, PropertySet> PropertySets { get; } = new(StringComparer.Ordinal);

    public static NamedTypeNode Named(TypeNode type) => type switch
    {
        NonNullTypeNode nonNull => Named(nonNull.Type),
        ListTypeNode list => Named(list.Type),
        _ => (NamedTypeNode)type,
    };

    public static bool IsRelationship(FieldDefinitionNode field) =>
        Dialect.Find(field.Directives, "relationship") is not null || Dialect.Find(field.Directives, "declareRelationship") is not null;

    private IReadOnlyList<Property> ReadEntity(NameNode type, IEnumerable<FieldDefinitionNode> fields)
    {
        var properties = new List<Property>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            Dialect.CheckDirectives(field.Directives, faults);
            Dialect.RejectOfRoles(field.Directives, faults);
            if (!names.Add(field.Name.Value)) faults.TwoFields(field.Name, type.Value);
            else if (IsTakenByApi(field, fields)) faults.TakenByApi(field.Name, type.Value);
            else if (!IsRelationship(field) && Read(type.Value, field, onEntity: true) is { } property) properties.Add(property);
        }

        var id = properties.FirstOrDefault(property => property.Name == "id");
        if (id is null && !names.Contains("id")) faults.NoId(type);
        else if (id is not null && id is not { Kind: ScalarKind.Id, IsRequired: true, IsList: false, IsUnique: true })
            faults.BadId(fields.First(field => field.Name.Value == "id").Name, type.Value);
        return properties;
    }

    private IReadOnlyList<Property> ReadPropertySet(ObjectTypeDefinitionNode node)
    {
        var properties = new List<Property>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in node.Fields)
        {
            Dialect.CheckDirectives(field.Directives, faults);
            Dialect.RejectOfRoles(field.Directives, faults);
            if (!names.Add(field.Name.Value)) faults.TwoFields(field.Name, node.Name.Value);
            else if (IsRelationship(field)) faults.RelationshipInProperties(field.Name, node.Name.Value);
            else if (Read(node.Name.Value, field, onEntity: false) is { } property) properties.Add(property);
        }

        return properties;
    }

    private static bool IsTakenByApi(FieldDefinitionNode field, IEnumerable<FieldDefinitionNode> fields) =>
        field.Name.Value is "AND" or "OR" or "NOT" or "typename" || field.Name.Value.StartsWith("__", StringComparison.Ordinal)
        || fields.Any(other => IsRelationship(other) && field.Name.Value == other.Name.Value + "Connection");

    private Property? Read(string type, FieldDefinitionNode field, bool onEntity)
    {
        var required = field.Type is NonNullTypeNode;
        var inner = field.Type is NonNullTypeNode outer ? outer.Type : field.Type;
        var list = inner as ListTypeNode;
        var named = Named(field.Type);
        var target = named.Name.Value;
        if (!Scalars.TryGetValue(target, out var kind))
        {
            if (!declarations.Enums.ContainsKey(target))
            {
                if (declarations.Entity(target) is null) UnknownOrSet(named, field, type, onEntity);
                else if (onEntity) faults.NeedsRelationship(field.Name, type, target);
                else faults.RelationshipInProperties(field.Name, type);
                return null;
            }

            kind = ScalarKind.Enum;
        }

        if (list is not null && list.Type is not NonNullTypeNode { Type: NamedTypeNode })
        {
            if (list.Type is ListTypeNode or NonNullTypeNode { Type: ListTypeNode }) faults.ListOfLists(field.Type, $"{type}.{field.Name.Value}");
            else faults.NullableItems(field.Type, $"{type}.{field.Name.Value}");
            return null;
        }

        PropertyMarks.Check(declarations, type, field, kind, onEntity, faults);
        return new()
        {
            Name = field.Name.Value,
            Description = field.Description?.Value,
            Kind = kind,
            Enum = kind == ScalarKind.Enum ? declarations.Enums[target] : null,
            IsRequired = required,
            IsList = list is not null,
            IsUnique = Dialect.Find(field.Directives, "unique") is not null,
            IsIndexed = Dialect.Find(field.Directives, "indexed") is not null,
            SearchAs = SearchDeclaration.Read(field, faults),
            IsIdentifying = Dialect.Find(field.Directives, "identifying") is not null,
            Range = RangeDeclaration.Read(field, kind, faults),
        };
    }

    private void UnknownOrSet(NamedTypeNode named, FieldDefinitionNode field, string type, bool onEntity)
    {
        if (declarations.PropertySets.ContainsKey(named.Name.Value) && onEntity) faults.NeedsNodeTarget(field.Name, type, named.Name.Value);
        else if (declarations.PropertySets.ContainsKey(named.Name.Value)) faults.RelationshipInProperties(field.Name, type);
        else faults.UnknownType(named, declarations.TypeNames.Concat(Scalars.Keys));
    }
}
