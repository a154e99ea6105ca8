using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Tests;

/// <summary>A logical query in the making, with the values that it is asked with.</summary>
internal sealed class Question(Ontology ontology)
{
    private readonly List<Parameter> parameters = [];
    private readonly List<object?> values = [];

    public IReadOnlyList<Parameter> Parameters => parameters;

    public IReadOnlyList<object?> Values => values;

    public EntityType Type(string name) => ontology.FindEntity(name)!;

    public NodeType Node(string name) => ontology.FindNodeType(name)!;

    public RelationshipField Field(string type, string name) => Type(type).FindRelationship(name)!;

    public PropertyRef On(string type, string name) => new(Subject.Node, Type(type).FindProperty(name)!);

    public PropertyRef OnEdge(string type, string field, string name) => new(Subject.Edge, Field(type, field).Relationship.Properties!.Find(name)!);

    public Parameter Value(object? value, ScalarKind kind = ScalarKind.Int, bool isList = false)
    {
        var parameter = new Parameter(parameters.Count, kind, isList);
        parameters.Add(parameter);
        values.Add(value);
        return parameter;
    }

    public Comparison Compare(PropertyRef property, ComparisonOperator how, object value, bool caseInsensitive = false)
    {
        var isList = how == ComparisonOperator.In || (property.Property.IsList && how == ComparisonOperator.Equal);
        return new(property, how, Value(value, property.Property.Kind, isList), caseInsensitive);
    }

    public Comparison Equal(string type, string property, object value) => Compare(On(type, property), ComparisonOperator.Equal, value);

    public PropertySort By(string type, string property, bool descending = false) => new(On(type, property), descending);

    public Selection Select(string type, params IEnumerable<string> properties) =>
        new([.. properties.Select(Column (name) => new PropertyColumn(On(type, name)))]);

    public ListQuery List(string type, Filter? where, IReadOnlyList<SortKey> sort, Page page, Selection selection) =>
        new(Type(type), where, sort, page, selection, parameters);

    public ConnectionQuery Connection(string type, Filter? where, ConnectionSelection connection) => new(Type(type), where, connection, parameters);
}
