using Graph.Model.Ontologies;

namespace Graph.Api.Sdl;

/// <summary>The orders: of nodes, and of a connection's edges.</summary>
internal static class SortTypes
{
    public static bool HasKeys(PropertySet set) => set.Properties.Any(property => !property.IsList);

    public static void Add(SdlDocument document, EntityType type)
    {
        var sort = document.Add("input", ApiNames.Sort(type), $"orders of {type.Name}", ApiMessages.Sort(type));
        AddKeys(sort, PassageTypes.Others(type.Properties));
        foreach (var field in type.Relationships)
        {
            if (field.IsList)
            {
                sort.With(ApiNames.RelatedCount(field), $": {ApiNames.SortDirection}", $"the count of relationship {field.Name}",
                    ApiMessages.CountSort(field));
            }
            else sort.With(field.Name, $": {ApiNames.Sort(field.Target)}", $"relationship {field.Name}", ApiMessages.OneSort(field));
        }
    }

    public static void Add(SdlDocument document, PropertySet set)
    {
        if (!HasKeys(set)) return;
        AddKeys(document.Add("input", ApiNames.Sort(set), $"orders of {set.Name}"), set.Properties);
    }

    public static void AddConnection(SdlDocument document, EntityType owner, RelationshipField field)
    {
        var sort = document.Add("input", ApiNames.ConnectionSort(owner, field), $"orders of the connection of {field}")
            .With("node", $": {ApiNames.Sort(field.Target)}", "node");
        if (field.Relationship.Properties is { } set && HasKeys(set))
            sort.With("edge", $": {(owner is InterfaceType ? ApiNames.EdgeSort(owner, field) : ApiNames.Sort(set))}", "edge");
    }

    private static void AddKeys(SdlType sort, IEnumerable<Property> properties)
    {
        foreach (var property in properties.Where(property => !property.IsList))
            sort.With(property.Name, $": {ApiNames.SortDirection}", $"property {property.Name}");
    }
}
