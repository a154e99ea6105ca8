using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Search;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>
/// Finds nodes by their words. Each grade is a query of the two FTS5 tables, in order and cut: of those that are settled the first are the
/// best, the others are sorted (see <see cref="Words"/>). Grades stand one after another under a limit, so that none is run once the page is
/// full.
/// </summary>
internal sealed class Searches(Layout layout, StatementScope scope, Columns columns)
{
    private const string Counted = "counted";
    private const string InOrder = "degree DESC, id, type";

    /// <summary>The statement.</summary>
    public string Print(SearchQuery query)
    {
        if (query.Types.Count == 0) return "SELECT json_array(" + string.Join(", ", None(query)) + ")";
        var hits = query.Hits is null ? "NULL" : Hits(query, query.Hits);
        var isCounted = query.TotalCount || query.Facets;
        List<string> tables = [];
        if (isCounted) tables.Add($"{Counted} AS MATERIALIZED (SELECT type, count(*) AS n FROM ({Both(query, WordQueries.Whole)}) GROUP BY type)");
        var counted = tables.Count > 0 ? $"WITH {string.Join(", ", tables)} " : "";
        const string sum = $"(SELECT coalesce(sum(n), 0) FROM {Counted})";
        var facets = $"(SELECT json_group_array(json_array(type, n)) FROM (SELECT * FROM {Counted} ORDER BY n DESC, type))";
        var suggestions = "NULL";
        if (query.Suggestions)
        {
            var few = isCounted ? sum : $"(SELECT count(*) FROM ({Both(query, WordQueries.Whole)} LIMIT {Suggestions.FewestHits}))";
            suggestions = $"CASE WHEN {few} < {Suggestions.FewestHits} THEN {Near(query)} END";
        }

        return $"{counted}SELECT json_array({hits}, {(query.TotalCount ? sum : "NULL")}, {(query.Facets ? facets : "NULL")}, {suggestions})";
    }

    private static IEnumerable<string> None(SearchQuery query) =>
    [
        query.Hits is null ? "NULL" : "json_array()", query.TotalCount ? "0" : "NULL", query.Facets ? "json_array()" : "NULL",
        query.Suggestions ? "json_array()" : "NULL",
    ];

    private string Hits(SearchQuery query, SearchHits hits)
    {
        var limit = hits.Page.Limit is null ? "-1" : scope.Bind(hits.Page.Limit) + (hits.Page.Probe ? " + 1" : "");
        var grades = Enumerable.Range(0, SearchGrades.Count).Select(asked =>
        {
            var grade = $"(SELECT {WordQueries.GradeFunction}({Typed(query)}, {asked}))";
            return $"SELECT * FROM ({Best(query, asked, limit, $"{grade} AS grade, ", After(hits.Page, grade))})";
        });
        var rows = query.Types.Select((type, i) => $"WHEN {type.Ordinal} THEN {Row(query, hits, i)}");
        return $"(SELECT json_group_array(json(CASE h.type {string.Join(" ", rows)} END)) FROM "
            + $"({string.Join(" UNION ALL ", grades)} LIMIT {limit}) AS h)";
    }

    private string Row(SearchQuery query, SearchHits hits, int at)
    {
        var type = query.Types[at];
        var place = new Place(scope.Alias("n"), type, layout.Of(type));
        List<string> values = ["h.grade", "h.degree", "h.id", $"{type.Ordinal}", "h.id", Read(place, type.Caption)];
        values.Add(hits.Fields ? Values(place, type.Searched()) : "NULL");
        values.AddRange(hits.Nodes.Select(rows => columns.Row(rows[at], place)));
        return $"(SELECT json_array({string.Join(", ", values)}) FROM {place.Table} WHERE {place.Key} = h.node)";
    }

    private string Near(SearchQuery query)
    {
        var rows = query.Types.Select(type =>
        {
            var place = new Place(scope.Alias("n"), type, layout.Of(type));
            return $"WHEN {type.Ordinal} THEN (SELECT json_array({type.Ordinal}, h.degree, {Read(place, type.Caption)}, "
                + $"{Values(place, type.Named())}) FROM {place.Table} WHERE {place.Key} = h.node)";
        });
        var nearest = Best(query, WordQueries.Near, $"{Suggestions.MostCandidates}", "", null);
        return $"(SELECT json_group_array(json(CASE h.type {string.Join(" ", rows)} END)) FROM ({nearest}) AS h)";
    }

    // The first of what one of the queries finds: of each table, and of the two together.
    private string Best(SearchQuery query, int asked, string limit, string columns, Start? after)
    {
        var ranked = $"r.\"{Ranks.Node}\" AS node, {Words.TypeOf("w.rowid")} AS type, {columns}r.\"{Ranks.Degree}\" AS degree, r.\"id\" AS id";
        var rank = $" CROSS JOIN \"{Ranks.Table}\" AS r ON r.\"{Ranks.Node}\" = ";
        var places = $" CROSS JOIN \"{Words.Places}\" AS p ON p.\"{Words.Place}\" = {Words.WithoutType("w.rowid")}{rank}p.\"{Words.Node}\"";
        var settled = $"SELECT {ranked} FROM {Found(query, Words.Settled, asked, places, after)} ORDER BY w.rowid LIMIT {limit}";
        var recent =
            $"SELECT {ranked} FROM {Found(query, Words.Recent, asked, rank + Words.WithoutType("w.rowid"), after)} ORDER BY {InOrder} LIMIT {limit}";
        return $"SELECT * FROM ({settled}) UNION ALL SELECT * FROM ({recent}) ORDER BY {InOrder} LIMIT {limit}";
    }

    // The types of all that one of the queries finds.
    private string Both(SearchQuery query, int asked) => string.Join(
        " UNION ALL ",
        Words.Tables.Select(table => $"SELECT {Words.TypeOf("w.rowid")} AS type FROM {Found(query, table, asked, "", null)}"));

    // What stands after FROM: the nodes of a table that one of the queries finds.
    private string Found(SearchQuery query, string table, int asked, string join, Start? after)
    {
        var words = Asked(query, table, asked);
        if (after is not null) words = $"CASE WHEN {after.IsReached} THEN {words} ELSE '{WordQueries.Nothing}' END";
        List<string> conditions = [$"w.\"{table}\" MATCH {words}"];
        if (query.Types.Count < layout.Ontology.Searched().Count)
            conditions.Add($"{Words.TypeOf("w.rowid")} IN ({string.Join(", ", query.Types.Select(type => type.Ordinal))})");
        if (after is not null) conditions.Add(after.IsBeyond);
        return $"\"{table}\" AS w{join}{SqlText.Where(conditions)}";
    }

    private string Asked(SearchQuery query, string table, int asked) =>
        $"{WordQueries.Function}({Typed(query)}, {Words.Tables.IndexOf(table)}, {asked})";

    private string Typed(SearchQuery query) => scope.Bind(query.Text, BindingForm.Typed);

    private Start? After(Page page, string grade)
    {
        if (page.After is not { Values: [{ } atGrade, { } atDegree, { } atId, { } atType] }) return null;
        var (degree, id, type) = ($"r.\"{Ranks.Degree}\"", "r.\"id\"", Words.TypeOf("w.rowid"));
        var beyond =
            $"{degree} < {scope.Bind(atDegree)} OR ({degree} = {scope.Bind(atDegree)} AND ({id} > {scope.Bind(atId)} OR ({id} = {scope.Bind(atId)} "
                + $"AND {type} > {scope.Bind(atType)})))";
        return new($"{grade} >= {scope.Bind(atGrade)}", $"({grade} > {scope.Bind(atGrade)} OR {beyond})");
    }

    // Where a page begins. FTS5 is not asked for grades that earlier pages have shown: SQLite would go through all of their nodes, to leave out each.
    private sealed record Start(string IsReached, string IsBeyond);

    private static string Values(Place place, IReadOnlyList<Property> properties) =>
        $"json_array({string.Join(", ", properties.Select(property => Read(place, property)))})";

    private static string Read(Place place, Property property)
    {
        var value = place.Read(new(Subject.Node, property));
        return property.IsList ? $"CASE WHEN json_valid({value}) THEN json({value}) END" : value;
    }
}
