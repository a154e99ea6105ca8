using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Search;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>
/// Finds nodes by their words. Each grade is a query of the FTS5 table, in order and cut; they stand one after another under a limit, so
/// that none is run once the page is full.
/// </summary>
internal sealed class Searches(Layout layout, StatementScope scope, Columns columns)
{
    /// <summary>The statement.</summary>
    public string Print(SearchQuery query)
    {
        var hits = query.Hits is null ? "NULL" : Hits(query, query.Hits);
        var total = query.TotalCount ? $"(SELECT count(*) FROM {Found(query, WordQueries.Whole)})" : "NULL";
        var facets = query.Facets ? $"(SELECT json_group_array(json_array(t, n)) FROM (SELECT w.rowid & {Words.TypeMask} AS t, count(*) AS n FROM {Found(query, WordQueries.Whole)} GROUP BY 1 ORDER BY 2 DESC, 1))" : "NULL";
        var suggestions = query.Suggestions
            ? $"CASE WHEN (SELECT count(*) FROM (SELECT 1 FROM {Found(query, WordQueries.Whole)} LIMIT {Suggestions.FewestHits})) < {Suggestions.FewestHits} THEN {Near(query)} END"
            : "NULL";
        return $"SELECT json_array({hits}, {total}, {facets}, {suggestions})";
    }

    private string Hits(SearchQuery query, SearchHits hits)
    {
        var limit = hits.Page.Limit is null ? "-1" : scope.Bind(hits.Page.Limit) + (hits.Page.Probe ? " + 1" : "");
        var grades = Enumerable.Range(0, SearchGrades.Count).Select(grade =>
            $"SELECT * FROM (SELECT w.rowid AS node, {grade} AS grade, r.\"{Ranks.Degree}\" AS degree, r.\"id\" AS id FROM {Found(query, grade, Ranked, After(hits.Page, grade))} ORDER BY degree DESC, id, node & {Words.TypeMask} LIMIT {limit})");
        if (query.Types.Count == 0) return "json_array()";
        var rows = query.Types.Select((type, i) => $"WHEN {type.Ordinal} THEN {Row(query, hits, i)}");
        return $"(SELECT json_group_array(json(CASE h.node & {Words.TypeMask} {string.Join(" ", rows)} END)) FROM ({string.Join(" UNION ALL ", grades)} LIMIT {limit}) AS h)";
    }

    private static string Ranked { get; } = $" CROSS JOIN \"{Ranks.Table}\" AS r ON r.\"{Ranks.Node}\" = {Words.KeyOf("w.rowid")}";

    private string Row(SearchQuery query, SearchHits hits, int at)
    {
        var type = query.Types[at];
        var place = new Place(scope.Alias("n"), type, layout.Of(type));
        List<string> values = ["h.grade", "h.degree", "h.id", $"{type.Ordinal}", "h.id", Read(place, type.Caption)];
        values.Add(hits.Fields ? Values(place, type.Searched()) : "NULL");
        values.AddRange(hits.Nodes.Select(rows => columns.Row(rows[at], place)));
        return $"(SELECT json_array({string.Join(", ", values)}) FROM {place.Table} WHERE {place.Key} = h.node >> {Words.TypeBits})";
    }

    private string Near(SearchQuery query)
    {
        if (query.Types.Count == 0) return "json_array()";
        var rows = query.Types.Select(type =>
        {
            var place = new Place(scope.Alias("n"), type, layout.Of(type));
            return $"WHEN {type.Ordinal} THEN (SELECT json_array({type.Ordinal}, h.degree, {Read(place, type.Caption)}, {Values(place, type.Named())}) FROM {place.Table} WHERE {place.Key} = h.node >> {Words.TypeBits})";
        });
        return $"(SELECT json_group_array(json(CASE h.node & {Words.TypeMask} {string.Join(" ", rows)} END)) FROM (SELECT w.rowid AS node, r.\"{Ranks.Degree}\" AS degree FROM {Found(query, WordQueries.Near, Ranked)} ORDER BY degree DESC, r.\"id\", node & {Words.TypeMask} LIMIT {Suggestions.MostCandidates}) AS h)";
    }

    // What stands after FROM: the nodes that one of the queries finds.
    private string Found(SearchQuery query, int asked, string join = "", string? after = null)
    {
        List<string> conditions = [$"w.\"{Words.Table}\" MATCH json_extract({scope.Bind(query.Text, BindingForm.WordQueries)}, '$[{asked}]')"];
        if (query.Types.Count < layout.Ontology.Searched().Count)
            conditions.Add($"w.rowid & {Words.TypeMask} IN ({string.Join(", ", query.Types.Select(type => type.Ordinal))})");
        if (after is not null) conditions.Add(after);
        return $"\"{Words.Table}\" AS w{join}{SqlText.Where(conditions)}";
    }

    private string? After(Page page, int grade)
    {
        if (page.After is not { Values: [{ } atGrade, { } atDegree, { } atId, { } atType] }) return null;
        var (degree, id, type) = ($"r.\"{Ranks.Degree}\"", "r.\"id\"", $"w.rowid & {Words.TypeMask}");
        var beyond = $"{degree} < {scope.Bind(atDegree)} OR ({degree} = {scope.Bind(atDegree)} AND ({id} > {scope.Bind(atId)} OR ({id} = {scope.Bind(atId)} AND {type} > {scope.Bind(atType)})))";
        return $"{grade} >= {scope.Bind(atGrade)} AND ({grade} > {scope.Bind(atGrade)} OR {beyond})";
    }

    private static string Values(Place place, IReadOnlyList<Property> properties) =>
        $"json_array({string.Join(", ", properties.Select(property => Read(place, property)))})";

    private static string Read(Place place, Property property)
    {
        var value = place.Read(new(Subject.Node, property));
        return property.IsList ? $"CASE WHEN json_valid({value}) THEN json({value}) END" : value;
    }
}
