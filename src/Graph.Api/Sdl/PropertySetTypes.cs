using Graph.Model.Ontologies;

namespace Graph.Api.Sdl;

/// <summary>The types of a set of relationship properties.</summary>
internal static class PropertySetTypes
{
    public static void Add(SdlDocument document, PropertySet set, Ontology ontology)
    {
        var carriers = ontology.NodeTypes
            .SelectMany(type => type.Relationships, (type, field) => (type, field))
            .Where(pair => pair.field.Relationship.Properties == set)
            .Select(pair => $"{pair.type.Name}.{pair.field.Name}");
        var type = document.Add("type", set.Name, set.Name, ApiMessages.PropertySet(set, carriers));
        foreach (var property in set.Properties)
            type.With(property.Name, $": {property.TypeText}", $"property {property.Name}", property.Description);

        var where = document.Add("input", ApiNames.Where(set), $"conditions on {set.Name}");
        foreach (var property in set.Properties) FilterTypes.AddProperty(where, property);
        if (set.Interval is { } interval)
        {
            where.With(ApiNames.HeldOn, $": {ApiNames.Scalar(ScalarKind.Date)}", "heldOn", ApiMessages.HeldOn(interval));
        }
        FilterTypes.AddLogic(where, ApiNames.Where(set));
        SortTypes.Add(document, set);
        if (set.Properties.Any(ApiNames.IsAggregatable))
            AggregateTypes.AddWhere(document, ApiNames.AggregateWhere(set), $"conditions on aggregates of {set.Name}", set.Properties);
    }
}
