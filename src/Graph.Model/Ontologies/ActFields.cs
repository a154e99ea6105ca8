using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <summary>Looks fields up that are declared, before there are types that have them.</summary>
internal sealed class ActFields(
    Declarations declarations,
    PropertyDeclarations properties,
    RelationshipDeclarations relationships,
    OntologyFaults faults)
{
    /// <summary>The concrete types of a type.</summary>
    public IReadOnlyList<NodeType> Concrete(EntityType type) => type is NodeType node ? [node] : [.. relationships.Implementations(type.Name)];

    /// <summary>The field of a type; null where there is none, which is reported, or where it has a fault of its own.</summary>
    public ActField? Find(EntityType type, string name, SyntaxNode at)
    {
        if (FieldsOf(type).FirstOrDefault(field => field.Name.Value == name) is { } declared) return Read(type, declared);
        faults.NoField(at, type.Name, name, FieldsOf(type).Select(field => field.Name.Value));
        return null;
    }

    /// <summary>Where a way of relationships ends, each step a field of every type that has it; null where there is no such way.</summary>
    public IReadOnlyList<EntityType>? Along(EntityType from, IReadOnlyList<string> way, ArgumentNode at)
    {
        IReadOnlyList<EntityType> here = [from];
        foreach (var step in way)
        {
            var types = here.SelectMany(Concrete).Distinct().ToList();
            var having = types.Where(type => FieldsOf(type).Any(field => field.Name.Value == step)).ToList();
            if (having.Count == 0)
            {
                faults.NoField(
                    at,
                    string.Join(" or ", here.Select(type => type.Name)),
                    step,
                    types.SelectMany(FieldsOf).Select(field => field.Name.Value));
                return null;
            }

            var next = new List<EntityType>();
            foreach (var type in having)
            {
                if (Find(type, step, at) is not { } field) return null;
                if (field.Target is null) faults.WrongActField(at, at.Name.Value, "a relationship", $"{type.Name}.{step}", field.Description);
                if (field.Target is not { } target) return null;
                if (!next.Contains(target)) next.Add(target);
            }

            here = next;
        }

        return here;
    }

    /// <summary>The relationships that a field of a type follows, as its concrete types declare it.</summary>
    public IReadOnlyList<DeclaredRelationship> Followed(EntityType type, string name) =>
        [.. relationships.All.Where(declared => declared.Field.Name.Value == name && Concrete(type).Contains(declared.Source))];

    /// <summary>Every declaration of a relationship type.</summary>
    public IEnumerable<DeclaredRelationship> Of(string relationship) => relationships.All.Where(declared => declared.Type == relationship);

    /// <summary>What relationships of a declaration carry.</summary>
    public PropertySet? Carried(DeclaredRelationship declared) =>
        declared.Properties is { } name ? properties.PropertySets.GetValueOrDefault(name) : null;

    private IEnumerable<FieldDefinitionNode> FieldsOf(EntityType type) =>
        type is NodeType ? declarations.Nodes[type.Name].Fields : declarations.Interfaces[type.Name].Fields;

    private ActField? Read(EntityType type, FieldDefinitionNode field)
    {
        var inner = field.Type is NonNullTypeNode outer ? outer.Type : field.Type;
        if (PropertyDeclarations.IsRelationship(field))
            return declarations.Entity(PropertyDeclarations.Named(field.Type).Name.Value) is { } target
                ? new(null, target, inner is ListTypeNode)
                : null;
        return properties.ByType[type.Name].FirstOrDefault(property => property.Name == field.Name.Value) is { } found
            ? new(found, null, found.IsList)
            : null;
    }
}
