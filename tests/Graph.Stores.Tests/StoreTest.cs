using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Stores.Tests;

/// <summary>The vocabulary of the contract: queries and records in a line each, rows as JSON text.</summary>
public abstract class StoreTest
{
    private readonly List<Parameter> parameters = [];
    private readonly List<object?> values = [];

    public static Ontology Films { get; } = OntologyReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "films.graphql"))).Ontology!;

    /// <summary>The store under test.</summary>
    protected abstract IGraphStore Store { get; }

    protected static Page Whole => Page.Whole;

    protected IReadOnlyList<Parameter> Parameters => parameters;

    protected Parameter Value(ScalarKind kind, object? value)
    {
        parameters.Add(new(parameters.Count, kind, value is IReadOnlyList<object?>));
        values.Add(value);
        return parameters[^1];
    }

    protected Parameter Int(int value) => Value(ScalarKind.Int, value);

    /// <summary><c>Film.title</c>, or <c>WORKED_ON.role</c> for a property of the relationship.</summary>
    protected PropertyRef Property(string path)
    {
        var (owner, name) = Split(path);
        return Store.Ontology.FindEntity(owner) is { } type
            ? new(Subject.Node, type.FindProperty(name)!)
            : new(Subject.Edge, Store.Ontology.FindRelationship(owner)!.Properties!.Find(name)!);
    }

    protected RelationshipField Field(string path)
    {
        var (owner, name) = Split(path);
        return Store.Ontology.FindEntity(owner)!.FindRelationship(name)!;
    }

    protected NodeType Type(string name) => Store.Ontology.FindNodeType(name)!;

    protected Filter Is(string path, ComparisonOperator comparison, object value, bool caseInsensitive = false)
    {
        var property = Property(path);
        return new Comparison(property, comparison, Value(property.Property.Kind, value), caseInsensitive);
    }

    protected Filter Is(string path, object value) => Is(path, ComparisonOperator.Equal, value);

    protected Filter IsMissing(string path) => new NullTest(Property(path));

    protected Filter Some(string field, Filter? inner = null) => new Exists(Field(field), inner);

    protected static Filter All(params Filter[] filters) => new AllOf(filters);

    protected static Filter Any(params Filter[] filters) => new AnyOf(filters);

    protected static Filter No(Filter filter) => new Not(filter);

    protected SortKey Up(string path) => new PropertySort(Property(path), Descending: false);

    protected SortKey Down(string path) => new PropertySort(Property(path), Descending: true);

    protected Column Get(string path, params string[] onTypes) =>
        new PropertyColumn(Property(path), onTypes.Length == 0 ? null : [.. onTypes.Select(Type)]);

    protected static Selection Select(params Column[] columns) => new(columns);

    protected Column List(string field, IReadOnlyList<SortKey> sort, Selection selection, Filter? where = null, Page? page = null) =>
        new RelatedListColumn(Field(field), where, sort, page ?? Whole, selection);

    protected Column Connection(
        string field,
        EdgeSelection? edges,
        bool totalCount = false,
        Filter? where = null,
        params AggregateTerm[] aggregates) =>
        new RelatedConnectionColumn(Field(field), where, new(edges, totalCount, aggregates));

    protected AggregateTerm Over(AggregateFunction function, string? path = null) => new(function, path is null ? null : Property(path));

    /// <summary>The rows of a list as JSON.</summary>
    protected Task<string[]> ReadAsync(
        string type,
        Filter? where,
        SortKey[] sort,
        Selection selection,
        Page? page = null,
        CancellationToken cancellationToken = default) =>
        RunAsync(new ListQuery(Store.Ontology.FindEntity(type)!, where, sort, page ?? Whole, selection, parameters), selection, cancellationToken);

    /// <summary>The ids of a list, in the order of the ids.</summary>
    protected async Task<string[]> IdsAsync(string type, Filter? where) =>
        [.. (await ReadAsync(type, where, [Up(type + ".id")], Select(Get(type + ".id")))).Select(row => row[2..^2])];

    /// <summary>The ids of a list in a given order.</summary>
    protected async Task<string[]> IdsAsync(string type, Filter? where, SortKey[] sort, Page? page = null) =>
        [.. (await ReadAsync(type, where, sort, Select(Get(type + ".id")), page)).Select(row => row[2..^2])];

    /// <summary>The one row of a connection at the root as JSON.</summary>
    protected async Task<string> ReadConnectionAsync(
        string type,
        Filter? where,
        EdgeSelection? edges,
        bool totalCount = false,
        params AggregateTerm[] aggregates)
    {
        var connection = new ConnectionSelection(edges, totalCount, aggregates);
        return Assert.Single(
            await RunAsync(new ConnectionQuery(Store.Ontology.FindEntity(type)!, where, connection, parameters), connection, CancellationToken.None));
    }

    private async Task<string[]> RunAsync(LogicalQuery query, object shape, CancellationToken cancellationToken)
    {
        var rows = new RowTexts(shape);
        await Store.ReadAsync(Store.Compile(PreparedQuery.Of(query)), values, rows, cancellationToken);
        return [.. rows.Rows];
    }

    private static (string Owner, string Name) Split(string path) =>
        path.Split('.') is [var owner, var name] ? (owner, name) : throw new ArgumentException(path, nameof(path));
}
