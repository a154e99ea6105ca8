using Graph.GraphQL.TypeSystem;
using Graph.Model.Ontologies;

namespace Graph.Api.Planning;

/// <summary>The API's object types that the ontology's types became; known once the schema is built.</summary>
internal sealed class TypeMap
{
    private Schema? schema;

    public void Bind(Schema built) => schema = built;

    public ObjectType Of(NodeType type) => (ObjectType)schema!.FindType(type.Name)!;

    public ObjectType Of(PropertySet set) => (ObjectType)schema!.FindType(set.Name)!;
}
