using Graph.Model.Ontologies;

namespace Graph.Api.Sdl;

/// <summary>What is aggregated over a connection, and the conditions on such aggregates.</summary>
internal static class AggregateTypes
{
    public static void AddSelection(SdlDocument document, EntityType type, RelationshipField field)
    {
        var origin = $"aggregates of {field}";
        var selection = document.Add("type", ApiNames.Aggregate(type, field), origin).With("count", ": CountConnection!", "count");
        AddPart(document, selection, ApiNames.Aggregate(type, field, "Node"), "node", origin, field.Target.Properties);
        AddPart(document, selection, ApiNames.Aggregate(type, field, "Edge"), "edge", origin, field.Relationship.Properties?.Properties ?? []);
    }

    public static void AddFilters(SdlDocument document, EntityType type, RelationshipField field)
    {
        var name = ApiNames.ConnectionAggregateInput(type, field);
        var origin = $"conditions on aggregates of {type.Name}.{field.Name}";
        var input = document.Add("input", name, origin).With("count", ": ConnectionAggregationCountFilterInput", "count");
        FilterTypes.AddLogic(input, name);
        if (field.Target.Properties.Any(ApiNames.IsAggregatable))
        {
            input.With("node", $": {ApiNames.NodeAggregateWhere(type, field)}", "node");
            AddWhere(document, ApiNames.NodeAggregateWhere(type, field), origin, field.Target.Properties);
        }

        if (field.Relationship.Properties is not { } set || !set.Properties.Any(ApiNames.IsAggregatable)) return;
        if (type is not InterfaceType face)
        {
            input.With("edge", $": {ApiNames.AggregateWhere(set)}", "edge");
            return;
        }

        input.With("edge", $": {ApiNames.EdgeAggregateWhere(type, field)}", "edge");
        document.Add("input", ApiNames.EdgeAggregateWhere(type, field), origin)
            .With(set.Name, $": {ApiNames.AggregateWhere(set)}", set.Name, ApiMessages.Carriers(set, face));
    }

    public static void AddWhere(SdlDocument document, string name, string origin, IEnumerable<Property> properties)
    {
        var where = document.Add("input", name, origin);
        FilterTypes.AddLogic(where, name);
        foreach (var property in properties.Where(ApiNames.IsAggregatable))
            where.With(property.Name, $": {ApiNames.AggregateFilters(property.Kind)}", $"property {property.Name}", property.Description);
    }

    private static void AddPart(SdlDocument document, SdlType selection, string name, string part, string origin, IEnumerable<Property> properties)
    {
        var values = properties.Where(ApiNames.IsAggregatable).ToList();
        if (values.Count == 0) return;
        selection.With(part, $": {name}", part);
        var type = document.Add("type", name, origin);
        foreach (var property in values) type.With(property.Name, $": {ApiNames.AggregateSelection(property.Kind)}!", $"property {property.Name}");
    }
}
