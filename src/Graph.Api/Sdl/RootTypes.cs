using Graph.Model.Ontologies;

namespace Graph.Api.Sdl;

/// <summary>The query type, and what the root connections need.</summary>
internal static class RootTypes
{
    public static void AddQuery(SdlDocument document, Ontology ontology)
    {
        var query = document.Add("type", "Query", "the API");
        foreach (var type in ontology.Interfaces.Cast<EntityType>().Concat(ontology.NodeTypes))
        {
            var (where, sort) = (ApiNames.Where(type), ApiNames.Sort(type));
            query.With(
                ApiNames.RootList(type),
                $"(where: {where}, limit: Int, offset: Int, sort: [{sort}!]): [{type.Name}!]!",
                $"the list of {type.Name}",
                ApiMessages.RootList(type));
            query.With(
                ApiNames.RootConnection(type),
                $"({Pages}, where: {where}, sort: [{sort}!]): {ApiNames.RootConnectionType(type)}!",
                $"the connection of {type.Name}",
                ApiMessages.RootConnection(type));
        }
    }

    /// <summary>The arguments that page through a connection.</summary>
    public const string Pages = "first: Int, after: String, last: Int, before: String";

    public static void AddConnection(SdlDocument document, EntityType type)
    {
        var origin = $"the connection of {type.Name}";
        document.Add("type", ApiNames.RootConnectionType(type), origin)
            .With("edges", $": [{ApiNames.RootEdge(type)}!]!", "edges")
            .With("totalCount", ": Int!", "totalCount", ApiMessages.TotalCount)
            .With("pageInfo", ": PageInfo!", "pageInfo")
            .With("aggregate", $": {ApiNames.RootAggregate(type)}!", "aggregate", ApiMessages.Aggregate);
        document.Add("type", ApiNames.RootEdge(type), origin)
            .With("cursor", ": String!", "cursor", ApiMessages.Cursor)
            .With("node", $": {type.Name}!", "node");
        var aggregate = document.Add("type", ApiNames.RootAggregate(type), origin).With("count", ": Count!", "count");
        var values = type.Properties.Where(ApiNames.IsAggregatable).ToList();
        if (values.Count == 0) return;
        aggregate.With("node", $": {ApiNames.RootAggregateNode(type)}!", "node");
        var node = document.Add("type", ApiNames.RootAggregateNode(type), origin);
        foreach (var property in values) node.With(property.Name, $": {ApiNames.AggregateSelection(property.Kind)}!", $"property {property.Name}");
    }
}
