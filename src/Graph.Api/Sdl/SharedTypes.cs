using Graph.Api.RootFields.Groups;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Sdl;

/// <summary>What does not depend on a type of the ontology: scalars, enums, filters of scalars, counts, pages.</summary>
internal static class SharedTypes
{
    private const string Origin = "the API";

    public static void AddEnum(SdlDocument document, EnumType set)
    {
        var type = document.Add("enum", set.Name, set.Name, set.Description);
        foreach (var (name, description) in set.Values) type.With(name, "", name, description);
    }

    public static void Add(SdlDocument document, Ontology ontology)
    {
        var properties = ontology.Entities.SelectMany(type => type.Properties)
            .Concat(ontology.PropertySets.SelectMany(set => set.Properties)).ToList();
        document.Add("enum", ApiNames.SortDirection, Origin, ApiMessages.SortDirection)
            .AsStructure()
            .With("ASC", "", "ASC", ApiMessages.Ascending)
            .With("DESC", "", "DESC", ApiMessages.Descending);
        if (properties.Any(property => property is { Kind: ScalarKind.Date or ScalarKind.DateTime, IsList: false })) AddTimeBucket(document);
        document.Add("type", "PageInfo", Origin, ApiMessages.PageInfo).ForGateways("@shareable")
            .With("hasNextPage", ": Boolean!", "hasNextPage")
            .With("hasPreviousPage", ": Boolean!", "hasPreviousPage")
            .With("startCursor", ": String", "startCursor")
            .With("endCursor", ": String", "endCursor");
        document.Add("type", "Count", Origin).With("nodes", ": Int!", "nodes");
        document.Add("type", "CountConnection", Origin)
            .With("nodes", ": Int!", "nodes", ApiMessages.CountNodes)
            .With("edges", ": Int!", "edges", ApiMessages.CountEdges);
        document.Add("input", "ConnectionAggregationCountFilterInput", Origin)
            .With("nodes", $": {ApiNames.Filters(ScalarKind.Int)}", "nodes", ApiMessages.CountNodes)
            .With("edges", $": {ApiNames.Filters(ScalarKind.Int)}", "edges", ApiMessages.CountEdges);
        AddScalars(document, ontology, properties);
        AddFilters(document, properties);
        PassageTypes.Add(document, ontology);
        GroupTypes.AddShared(document, ontology);
        AddAggregates(document, [.. properties.Where(ApiNames.IsAggregatable).Select(property => property.Kind).Distinct()]);
    }

    private static void AddTimeBucket(SdlDocument document) => document.Add("enum", ApiNames.TimeBucket, Origin, ApiMessages.TimeBucket)
        .AsStructure()
        .With(ApiNames.Constant(nameof(TimeBucket.Day)), "", "DAY", ApiMessages.Day)
        .With(ApiNames.Constant(nameof(TimeBucket.Week)), "", "WEEK", ApiMessages.Week)
        .With(ApiNames.Constant(nameof(TimeBucket.Month)), "", "MONTH", ApiMessages.Month)
        .With(ApiNames.Constant(nameof(TimeBucket.Quarter)), "", "QUARTER", ApiMessages.Quarter)
        .With(ApiNames.Constant(nameof(TimeBucket.Year)), "", "YEAR", ApiMessages.Year);

    private static void AddScalars(SdlDocument document, Ontology ontology, IReadOnlyList<Property> properties)
    {
        foreach (var kind in new[] { ScalarKind.Date, ScalarKind.DateTime, ScalarKind.BigInt })
            if (kind == ScalarKind.DateTime || properties.Any(property => property.Kind == kind))
                document.Add("scalar", ApiNames.Scalar(kind), Origin, ApiMessages.Scalar(kind), specifiedBy: ApiMessages.SpecifiedBy(kind));
    }

    private static void AddFilters(SdlDocument document, IReadOnlyList<Property> properties)
    {
        foreach (var property in properties)
        {
            if (document.Has(ApiNames.Filters(property))) continue;
            if (property.IsList) AddList(document, property);
            else if (property.Enum is not null) AddComparisons(document, ApiNames.Filters(property), property.Enum.Name, []);
            else AddComparisons(document, ApiNames.Filters(property), ApiNames.Scalar(property), Operators(property.Kind));
        }

        // Counts are compared as Int, averages as Float, whatever the ontology's own properties are.
        foreach (var kind in new[] { ScalarKind.Int, ScalarKind.Float })
            if (!document.Has(ApiNames.Filters(kind))) AddComparisons(document, ApiNames.Filters(kind), ApiNames.Scalar(kind), Operators(kind));
        if (!document.Has(ApiNames.Filters(ScalarKind.String))) return;
        var folded = document.Add("input", ApiNames.CaseInsensitiveFilters, Origin, ApiMessages.CaseInsensitive).With("eq", ": String", "eq")
            .With("in", ": [String!]", "in");
        foreach (var name in Operators(ScalarKind.String)) folded.With(name, ": String", name);
    }

    /// <summary>The comparisons of a kind beside equality.</summary>
    public static string[] Operators(ScalarKind kind) => kind switch
    {
        ScalarKind.Id or ScalarKind.String => ["contains", "endsWith", "startsWith"],
        ScalarKind.Boolean => [],
        _ => ["gt", "gte", "lt", "lte"],
    };

    /// <summary>Adds the comparisons of a scalar.</summary>
    public static void AddComparisons(SdlDocument document, string name, string scalar, string[] operators)
    {
        var filters = document.Add("input", name, Origin, ApiMessages.Filters(scalar))
            .With("eq", $": {scalar}", "eq", ApiMessages.Equal)
            .With("in", $": [{scalar}!]", "in", ApiMessages.In);
        foreach (var comparison in operators) filters.With(comparison, $": {scalar}", comparison);
        if (name == ApiNames.Filters(ScalarKind.String))
            filters.With("caseInsensitive", $": {ApiNames.CaseInsensitiveFilters}", "caseInsensitive", ApiMessages.CaseInsensitive);
        if (name == ApiNames.Filters(ScalarKind.Date)) filters.With(ApiNames.WithinDays, ": Int", ApiNames.WithinDays, ApiMessages.WithinDays);
        filters.With("isNull", ": Boolean", "isNull", ApiMessages.IsNull);
    }

    private static void AddList(SdlDocument document, Property property) =>
        document.Add("input", ApiNames.Filters(property), Origin, ApiMessages.ListFilters(ApiNames.Scalar(property)))
            .With("eq", $": [{ApiNames.Scalar(property)}!]", "eq", ApiMessages.ListEqual)
            .With("includes", $": {ApiNames.Scalar(property)}", "includes", ApiMessages.Includes)
            .With("isNull", ": Boolean", "isNull", ApiMessages.IsNull);

    private static void AddAggregates(SdlDocument document, IReadOnlyList<ScalarKind> kinds)
    {
        foreach (var kind in kinds)
        {
            var (selected, compared) = Aggregates(kind);
            var selection = document.Add("type", ApiNames.AggregateSelection(kind), Origin);
            foreach (var (name, type) in selected) selection.With(name, $": {ApiNames.Scalar(type)}", name);
            var filters = document.Add("input", ApiNames.AggregateFilters(kind), Origin);
            foreach (var (name, type) in compared) filters.With(name, $": {ApiNames.Filters(type)}", name);
        }
    }

    private static ((string, ScalarKind)[] Selected, (string, ScalarKind)[] Compared) Aggregates(ScalarKind kind)
    {
        if (kind == ScalarKind.String)
            return ([("shortest", kind), ("longest", kind)],
                [("averageLength", ScalarKind.Float), ("shortestLength", ScalarKind.Int), ("longestLength", ScalarKind.Int)]);
        (string, ScalarKind)[] ends = [("min", kind), ("max", kind)];
        (string, ScalarKind)[] numbers = [.. ends, ("average", ScalarKind.Float), ("sum", kind)];
        return kind == ScalarKind.DateTime ? (ends, ends) : (numbers, numbers);
    }
}
