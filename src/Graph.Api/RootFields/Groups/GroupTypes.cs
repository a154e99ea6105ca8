using Graph.Api.Sdl;
using Graph.Model.Ontologies;

namespace Graph.Api.RootFields.Groups;

/// <summary>The types of the API that the groups of a type need; what a type has nothing for is not offered.</summary>
internal static class GroupTypes
{
    /// <summary>Adds what all groups share.</summary>
    public static void AddShared(SdlDocument document, Ontology ontology)
    {
        const string origin = "groups";
        document.Add("type", GroupNames.GroupKey, origin, ApiMessages.GroupKey)
            .With("text", ": String", "text", ApiMessages.GroupKeyText)
            .With("id", ": ID", "id", ApiMessages.GroupKeyId)
            .With("type", ": String", "type", ApiMessages.GroupKeyType)
            .With("time", ": DateTime", "time", ApiMessages.GroupKeyTime);
        document.Add("input", GroupNames.KeySort, origin, ApiMessages.GroupKeySort)
            .With("at", ": Int! = 0", "at", ApiMessages.GroupKeyAt)
            .With("order", $": {ApiNames.SortDirection}! = ASC", "order");
        document.Add("scalar", GroupNames.Value, origin, ApiMessages.Value);
        SharedTypes.AddComparisons(document, GroupNames.ValueFilters, GroupNames.Value, SharedTypes.Operators(ScalarKind.Float));
        var steps = ontology.Entities.SelectMany(type => type.Relationships).Select(field => ApiNames.Constant(field.Name))
            .Distinct(StringComparer.Ordinal).ToList();
        if (steps.Count > 0) AddEnum(document, GroupNames.Step, steps.Select(step => (step, (string?)null)), origin, ApiMessages.GroupStep);
    }

    /// <summary>Adds the types of one field.</summary>
    public static void Add(SdlDocument document, GroupNames names)
    {
        var origin = $"the groups of {names.Type.Name}";
        AddEnum(document, names.Property, Constants(names.Properties), origin, ApiMessages.GroupProperties(names.Type));
        var row = document.Add("type", names.Row, origin, ApiMessages.Group(names.Type))
            .With("keys", $": [{GroupNames.GroupKey}!]!", "keys", ApiMessages.GroupKeys)
            .With("count", ": Int!", "count", ApiMessages.GroupCount(names.Type));
        var key = document.Add("input", names.Key, origin, ApiMessages.GroupKeyInput(names.Type)).AsOneOf()
            .With("property", $": {names.Property}", "property", ApiMessages.ByProperty);
        var having = document.Add("input", names.Having, origin, ApiMessages.GroupHaving)
            .With("count", $": {ApiNames.Filters(ScalarKind.Int)}", "count", ApiMessages.GroupCount(names.Type));
        var sort = document.Add("input", names.Sort, origin, ApiMessages.GroupSort)
            .With("count", $": {ApiNames.SortDirection}", "count")
            .With("key", $": {GroupNames.KeySort}", "key");
        if (names.Times.Count > 0) AddTime(document, names, key, origin);
        if (names.Type.Relationships.Count > 0)
        {
            AddEnum(document, names.Related, names.Type.Relationships.Select(field => (ApiNames.Constant(field.Name), field.Description)), origin);
            AddRelated(document, names, key, origin);
            AddFigure(document, "related", names.Related, "Int!", ApiNames.Filters(ScalarKind.Int), ApiMessages.GroupRelated, [row, having, sort],
                names, origin);
        }

        if (names.OrderedValues.Count > 0)
        {
            AddEnum(document, names.Ordered, Constants(names.OrderedValues), origin);
            foreach (var (name, about) in new[] { ("min", ApiMessages.GroupMin), ("max", ApiMessages.GroupMax) })
                AddFigure(document, name, names.Ordered, GroupNames.Value, GroupNames.ValueFilters, about, [row, having, sort], names, origin);
        }

        if (names.Numbers.Count > 0)
        {
            AddEnum(document, names.Number, Constants(names.Numbers), origin);
            AddFigure(document, "average", names.Number, "Float", ApiNames.Filters(ScalarKind.Float), ApiMessages.GroupAverage, [row, having, sort],
                names, origin);
        }

        FilterTypes.AddLogic(having, names.Having);
    }

    private static void AddTime(SdlDocument document, GroupNames names, SdlType key, string origin)
    {
        AddEnum(document, names.Time, Constants(names.Times), origin);
        document.Add("input", names.Time + "Key", origin)
            .With("property", $": {names.Time}!", "property")
            .With("bucket", $": {ApiNames.TimeBucket}!", "bucket");
        key.With("time", $": {names.Time}Key", "time", ApiMessages.ByTime);
    }

    private static void AddRelated(SdlDocument document, GroupNames names, SdlType key, string origin)
    {
        document.Add("input", names.Related + "Key", origin)
            .With("to", $": {names.Related}!", "to")
            .With("then", $": [{GroupNames.Step}!]", "then", ApiMessages.GroupThen);
        key.With("related", $": {names.Related}Key", "related", ApiMessages.ByRelated);
    }

    // A figure with an argument: a field of the row, and an input each of the condition and the order. Those of one enum are shared.
    private static void AddFigure(
        SdlDocument document, string name, string of, string type, string filters, string about, SdlType[] places, GroupNames names, string origin)
    {
        var (having, sort) = (of + "Having", of + "Sort");
        places[0].With(name, $"(of: {of}!): {type}", name, about);
        places[1].With(name, $": [{having}!]", name, about);
        places[2].With(name, $": {sort}", name, about);
        if (document.Has(having)) return;
        document.Add("input", having, origin, ApiMessages.FigureHaving(names.Type)).With("of", $": {of}!", "of").With("is", $": {filters}", "is");
        document.Add("input", sort, origin, ApiMessages.FigureSort(names.Type)).With("of", $": {of}!", "of").With(
            "order",
            $": {ApiNames.SortDirection}! = ASC",
            "order");
    }

    private static IEnumerable<(string Name, string? Description)> Constants(IEnumerable<Property> properties) =>
        properties.Select(property => (ApiNames.Constant(property.Name), property.Description));

    // What is grouped by and measured is part of the statement.
    private static void AddEnum(
        SdlDocument document, string name, IEnumerable<(string Name, string? Description)> values, string origin, string? description = null)
    {
        var type = document.Add("enum", name, origin, description).AsStructure();
        foreach (var (value, about) in values) type.With(value, "", value, about);
    }
}
