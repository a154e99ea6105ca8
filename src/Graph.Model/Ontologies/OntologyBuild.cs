using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <summary>Makes the ontology of declarations that have no fault.</summary>
internal sealed class OntologyBuild(
    Declarations declarations,
    PropertyDeclarations properties,
    RelationshipDeclarations relationships,
    ActDeclaration? act,
    IReadOnlyList<ExcerptDeclaration> excerpts)
{
    public Ontology Create(string text)
    {
        var types = RelationshipTypes();
        foreach (var (name, type) in declarations.NodeTypes)
        {
            type.Interfaces = [.. declarations.Nodes[name].Interfaces.Select(reference => declarations.InterfaceTypes[reference.Name.Value])];
            type.Complete(
                properties.ByType[name],
                [.. relationships.All.Where(declared => declared.Source == type).Select(declared => Field(declared, type, declared.Field, types))]);
        }

        foreach (var (name, face) in declarations.InterfaceTypes)
        {
            face.Implementations = [.. relationships.Implementations(name)];
            var fields = declarations.Interfaces[name].Fields.Where(PropertyDeclarations.IsRelationship);
            face.Complete(properties.ByType[name], [.. fields.Select(field => Field(DeclaredBy(face, field), face, field, types))]);
        }

        foreach (var excerpt in excerpts) excerpt.Complete();
        return new(
            [.. declarations.NodeTypes.Values],
            [.. declarations.InterfaceTypes.Values],
            [.. types.Values],
            [.. properties.PropertySets.Values],
            [.. declarations.Enums.Values],
            act?.Build(),
            text);
    }

    private DeclaredRelationship DeclaredBy(InterfaceType face, FieldDefinitionNode field) =>
        relationships.All.First(declared => declared.Source == face.Implementations[0] && declared.Field.Name.Value == field.Name.Value);

    private static RelationshipField Field(
        DeclaredRelationship declared,
        EntityType source,
        FieldDefinitionNode field,
        Dictionary<string, RelationshipType> types) => new()
        {
            Name = field.Name.Value,
            Description = field.Description?.Value,
            Relationship = types[declared.Type],
            Direction = declared.Direction,
            Source = source,
            Target = declared.Target,
            IsList = declared.IsList,
        };

    private Dictionary<string, RelationshipType> RelationshipTypes()
    {
        var types = new Dictionary<string, RelationshipType>(StringComparer.Ordinal);
        foreach (var group in relationships.All.GroupBy(declared => declared.Type, StringComparer.Ordinal))
        {
            var pairs = group.SelectMany(Pairs).ToHashSet();
            var carried = group.First().Properties;
            types[group.Key] = new(group.Key, carried is null ? null : properties.PropertySets[carried])
            {
                Starts = [.. declarations.NodeTypes.Values.Where(type => pairs.Any(pair => pair.Start == type))],
                Ends = [.. declarations.NodeTypes.Values.Where(type => pairs.Any(pair => pair.End == type))],
                Pairs = pairs,
                SingleStarts = Singles(group, Direction.Out),
                SingleEnds = Singles(group, Direction.In),
            };
        }

        return types;
    }

    private static HashSet<NodeType> Singles(IEnumerable<DeclaredRelationship> group, Direction direction) =>
        [.. group.Where(declared => declared.Direction == direction && !declared.IsList).Select(declared => declared.Source)];

    private IEnumerable<(NodeType Start, NodeType End)> Pairs(DeclaredRelationship declared) =>
        relationships.Targets(declared).Select(target => declared.Direction == Direction.Out ? (declared.Source, target) : (target, declared.Source));
}
