using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields;

/// <summary>The nodes of a type as a connection, such as <c>accusationsConnection</c>.</summary>
internal sealed class ConnectionField(EntityType type) : IRootField
{
    /// <summary>One for each node type and interface.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => ontology.Entities.Select(type => new ConnectionField(type));

    /// <inheritdoc/>
    public string Name => ApiNames.RootConnection(type);

    /// <inheritdoc/>
    public EntityType About => type;

    private string Connection => ApiNames.Pascal(type.Plural) + "Connection";

    private string Edge => type.Name + "Edge";

    private string Aggregate => type.Name + "Aggregate";

    private string AggregateNode => type.Name + "AggregateNode";

    /// <inheritdoc/>
    public void AddTo(SdlType query) => query.With(
        Name,
        $"({ConnectionTypes.Pages}, where: {ApiNames.Where(type)}, sort: [{ApiNames.Sort(type)}!]): {Connection}!",
        $"the connection of {type.Name}",
        ApiMessages.RootConnection(type));

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document)
    {
        var origin = $"the connection of {type.Name}";
        document.Add("type", Connection, origin)
            .With("edges", $": [{Edge}!]!", "edges")
            .With("totalCount", ": Int!", "totalCount", ApiMessages.TotalCount)
            .With("pageInfo", ": PageInfo!", "pageInfo")
            .With("aggregate", $": {Aggregate}!", "aggregate", ApiMessages.Aggregate);
        document.Add("type", Edge, origin)
            .With("cursor", ": String!", "cursor", ApiMessages.Cursor)
            .With("node", $": {type.Name}!", "node");
        var aggregate = document.Add("type", Aggregate, origin).With("count", ": Count!", "count");
        var values = type.Properties.Where(ApiNames.IsAggregatable).ToList();
        if (values.Count == 0) return;
        aggregate.With("node", $": {AggregateNode}!", "node");
        var node = document.Add("type", AggregateNode, origin);
        foreach (var property in values) node.With(property.Name, $": {ApiNames.AggregateSelection(property.Kind)}!", $"property {property.Name}");
    }

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning)
    {
        var (field, statement) = (planning.Field, planning.Begin());
        var where = statement.Where(type);
        var planned = new ConnectionPlanner(statement.Selections, type, null, 0).Plan(field, Name, SortPlanner.Nodes(type, field.Arguments));
        var connection = Pieces.Of(PieceKind.Connection, field, [], connection: planned.Shape);
        var query = statement.Plan(new ConnectionQuery(type, where, planned.Selection, statement.Parameters.Parameters), Weigh);
        return new RootPlan(query, (writer, output) => new Writer(connection, writer, output));
    }

    private static void Weigh(ConnectionQuery query, QueryCost cost)
    {
        var (edges, total) = (query.Connection.Edges, query.Connection.TotalCount);
        var countsAll = query.Where is null && total;
        if (countsAll) cost.CountAll(query.Type);
        var whole = (total && !countsAll) || query.Connection.Aggregates.Count > 0;
        var found = cost.Find(query.Type, query.Where, edges?.Sort ?? [], whole || edges is null ? Page.Whole : edges.Page);
        if (whole) cost.Count(query.Connection, found);
        if (edges is not null) cost.Answer(edges.Selection, edges.Page, found);
        if (edges is null) cost.Sized()?.AddConnection();
        else cost.Sized()?.Add(ApiNames.RootConnection(query.Type), query.Type, query.Where, edges.Page, edges.Selection, isConnection: true);
    }

    /// <summary>A connection is one row.</summary>
    private sealed class Writer(Piece connection, ResponseWriter writer, ResponseBuffer output) : IRootWriter
    {
        private bool failed;

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct => failed = !writer.WriteRootConnection(connection, ref row, output);

        public bool Complete() => !failed;
    }
}
