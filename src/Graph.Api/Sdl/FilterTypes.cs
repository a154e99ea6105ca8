using Graph.Model.Ontologies;

namespace Graph.Api.Sdl;

/// <summary>The conditions: on nodes, on related nodes, on connections.</summary>
internal static class FilterTypes
{
    public static void AddWhere(SdlDocument document, EntityType type)
    {
        var name = ApiNames.Where(type);
        var where = document.Add("input", name, $"conditions on {type.Name}", ApiMessages.Where(type));
        foreach (var property in PassageTypes.Others(type.Properties)) AddProperty(where, property);
        AddLogic(where, name);
        if (type is InterfaceType face)
            where.With("typename", $": [{ApiNames.Implementations(face)}!]", "typename", ApiMessages.TypenameFilter);
        foreach (var field in type.Relationships) AddRelationship(where, type, field);
    }

    public static void AddProperty(SdlType where, Property property) =>
        where.With(property.Name, $": {ApiNames.Filters(property)}", $"property {property.Name}", property.Description);

    public static void AddLogic(SdlType where, string name) => where
        .With("OR", $": [{name}!]", "OR", ApiMessages.Or)
        .With("AND", $": [{name}!]", "AND", ApiMessages.And)
        .With("NOT", $": {name}", "NOT", ApiMessages.Not);

    public static void AddRelationshipFilters(SdlDocument document, EntityType target)
    {
        var where = ApiNames.Where(target);
        document.Add("input", ApiNames.RelationshipFilters(target), $"conditions on relationships to {target.Name}", ApiMessages.RelationshipFilters)
            .With("all", $": {where}", "all", ApiMessages.All(target.Plural))
            .With("none", $": {where}", "none", ApiMessages.None(target.Plural))
            .With("single", $": {where}", "single", ApiMessages.Single(target.Plural))
            .With("some", $": {where}", "some", ApiMessages.Some(target.Plural));
    }

    public static void AddConnectionWhere(SdlDocument document, EntityType owner, RelationshipField field)
    {
        var name = ApiNames.ConnectionWhere(owner, field);
        var where = document.Add("input", name, $"conditions on the connection of {field}", ApiMessages.ConnectionWhere);
        AddLogic(where, name);
        where.With("node", $": {ApiNames.Where(field.Target)}", "node");
        if (field.Relationship.Properties is { } set)
            where.With("edge", $": {(owner is InterfaceType ? ApiNames.EdgeWhere(owner, field) : ApiNames.Where(set))}", "edge");
    }

    public static void AddConnectionFilters(SdlDocument document, EntityType type, EntityType owner, RelationshipField field)
    {
        var where = ApiNames.ConnectionWhere(owner, field);
        var edges = $"edges of {ApiNames.ConnectionField(field)}";
        document.Add("input", ApiNames.ConnectionFilters(type, field), $"conditions on the connection of {type.Name}.{field.Name}")
            .With("all", $": {where}", "all", ApiMessages.All(edges))
            .With("none", $": {where}", "none", ApiMessages.None(edges))
            .With("single", $": {where}", "single", ApiMessages.Single(edges))
            .With("some", $": {where}", "some", ApiMessages.Some(edges))
            .With("aggregate", $": {ApiNames.ConnectionAggregateInput(type, field)}", "aggregate", ApiMessages.AggregateFilter);
    }

    private static void AddRelationship(SdlType where, EntityType type, RelationshipField field)
    {
        var (origin, connection) = ($"relationship {field.Name}", $"the connection of relationship {field.Name}");
        if (field.IsList)
        {
            where.With(field.Name, $": {ApiNames.RelationshipFilters(field.Target)}", origin, field.Description);
            where.With(ApiNames.ConnectionField(field), $": {ApiNames.ConnectionFilters(type, field)}", connection);
            where.With(
                ApiNames.RelatedCount(field),
                $": {ApiNames.Filters(ScalarKind.Int)}",
                $"the count of relationship {field.Name}",
                ApiMessages.CountFilter(field));
            return;
        }

        where.With(field.Name, $": {ApiNames.Where(field.Target)}", origin, ApiMessages.OneFilter);
        where.With(ApiNames.ConnectionField(field), $": {ApiNames.ConnectionWhere(ApiNames.Owner(type, field), field)}", connection);
    }
}
