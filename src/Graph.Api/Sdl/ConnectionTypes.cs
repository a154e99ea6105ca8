using Graph.Model.Ontologies;

namespace Graph.Api.Sdl;

/// <summary>
/// What a relationship field's connection needs: the connection and its edges, its filters and sorts, its aggregates.
/// Implementations of an interface share the interface's connection, edges, conditions and sorts.
/// </summary>
internal static class ConnectionTypes
{
    /// <summary>The arguments that page through a connection.</summary>
    public const string Pages = "first: Int, after: String, last: Int, before: String";

    public static void Add(SdlDocument document, EntityType type, RelationshipField field)
    {
        var owner = ApiNames.Owner(type, field);
        if (owner == type)
        {
            AddConnection(document, type, field);
            FilterTypes.AddConnectionWhere(document, type, field);
            if (type is InterfaceType face) AddInterfaceEdges(document, face, field);
            SortTypes.AddConnection(document, type, field);
        }

        if (!field.IsList) return;
        FilterTypes.AddConnectionFilters(document, type, owner, field);
        AggregateTypes.AddFilters(document, type, field);
    }

    /// <summary>The type of an edge's properties: the set itself or, under an interface, a union of sets.</summary>
    private static string EdgeProperties(EntityType owner, RelationshipField field, PropertySet set) =>
        owner is InterfaceType ? ApiNames.EdgeProperties(owner, field) : set.Name;

    private static void AddConnection(SdlDocument document, EntityType type, RelationshipField field)
    {
        var origin = $"the connection of {field}";
        var connection = document.Add("type", ApiNames.Connection(type, field), origin)
            .With("edges", $": [{ApiNames.Edge(type, field)}!]!", "edges")
            .With("totalCount", ": Int!", "totalCount", ApiMessages.TotalCount)
            .With("pageInfo", ": PageInfo!", "pageInfo");
        var edge = document.Add("type", ApiNames.Edge(type, field), origin)
            .With("cursor", ": String!", "cursor", ApiMessages.Cursor)
            .With("node", $": {field.Target.Name}!", "node");
        if (field.Relationship.Properties is { } set) edge.With("properties", $": {EdgeProperties(type, field, set)}!", "properties");
        if (!field.IsList || type is InterfaceType) return;
        connection.With("aggregate", $": {ApiNames.Aggregate(type, field)}!", "aggregate", ApiMessages.Aggregate);
        AggregateTypes.AddSelection(document, type, field);
    }

    private static void AddInterfaceEdges(SdlDocument document, InterfaceType face, RelationshipField field)
    {
        if (field.Relationship.Properties is not { } set) return;
        var origin = $"the edges of {field}";
        document.Add("union", ApiNames.EdgeProperties(face, field), origin).Of([set.Name]);
        var about = ApiMessages.Carriers(set, face);
        document.Add("input", ApiNames.EdgeWhere(face, field), origin).With(set.Name, $": {ApiNames.Where(set)}", set.Name, about);
        if (SortTypes.HasKeys(set))
            document.Add("input", ApiNames.EdgeSort(face, field), origin).With(set.Name, $": {ApiNames.Sort(set)}", set.Name, about);
    }
}
