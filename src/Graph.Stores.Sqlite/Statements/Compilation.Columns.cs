using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Statements;

/// <content>Rows: one <c>json_array</c> each, related lists inside as <c>json_group_array</c>.</content>
internal sealed partial class Compilation
{
    private string Row(Scope scope, Selection selection) =>
        $"json_array({string.Join(", ", selection.Columns.Select(column => OnTypes(scope, column, Value(scope, column))))})";

    private static string OnTypes(Scope scope, Graph.Model.Queries.Column column, string value) =>
        column.OnTypes is { } types && scope.OfTypes(types, scope.Type.ConcreteTypes) is { } condition ? $"CASE WHEN {condition} THEN {value} END" : value;

    private string Value(Scope scope, Graph.Model.Queries.Column column) => column switch
    {
        PropertyColumn { Property: { Property.IsList: true } list } => List(scope.Column(list)),
        PropertyColumn { Property: { Property.Kind: ScalarKind.Float } number } => $"{Functions.FloatText}({scope.Column(number)})",
        PropertyColumn property => scope.Column(property.Property),
        TypeColumn => TypeOrdinal(scope),
        RelatedCountColumn count => RelatedCount(scope, count.Field),
        RelatedListColumn list => RelatedList(scope, list),
        RelatedOneColumn one => RelatedOne(scope, one),
        RelatedConnectionColumn connection => RelatedConnection(scope, connection),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Unknown kind of column."),
    };

    // Text that is no JSON would end the whole statement; as text it is a fault of the one value.
    private static string List(string column) => $"CASE WHEN json_valid({column}) THEN json({column}) ELSE {column} END";

    private static string TypeOrdinal(Scope scope)
    {
        var types = scope.Type.ConcreteTypes;
        if (types.Count == 1) return types[0].Ordinal.ToString();
        return $"CASE {scope.Node}.\"{Family.TypeColumn}\" {string.Join(" ", types.Select(type => $"WHEN '{type.Name}' THEN {type.Ordinal}"))} END";
    }

    private string RelatedList(Scope scope, RelatedListColumn list)
    {
        var hop = Hop.Along(list.Field, layout, Alias);
        return Collected(hop.Far.Relation!.Type.MayBeParallel ? Distinct(scope, hop, list.Where) : Related(scope, hop, list.Where), list.Sort, list.Page, list.Selection);
    }

    // Related nodes, each once however many relationships lead to it.
    private Matching Distinct(Scope scope, Hop hop, Filter? where)
    {
        var distinct = Alias("d");
        var far = hop.Far with { KnownKey = $"{distinct}.\"{Family.Key}\"" };
        List<string> near = [$"{hop.Near} = {scope.Key}"];
        return new(
            far,
            $"(SELECT DISTINCT {hop.End} AS \"{Family.Key}\" FROM {hop.Edges}{Where(near)}) AS {distinct} CROSS JOIN {Table(far)} ON {far.RowKey} = {far.Key}",
            FarConditions(far, hop, where))
        {
            Members = Selectivity.IsSelective(where) ? null : new(() => $"SELECT 1 FROM {hop.Edges}{Where(near)}", where, key =>
            {
                var walked = hop.Far with { KnownKey = key };
                return new(
                    walked,
                    $"CROSS JOIN {Table(walked)} ON {walked.RowKey} = {key}",
                    [$"EXISTS (SELECT 1 FROM {hop.Edges} WHERE {hop.Near} = {scope.Key} AND {hop.End} = {key})", .. FarConditions(walked, hop, where)]);
            }),
        };
    }

    // Related nodes, each as often as a relationship leads to it.
    private Matching Related(Scope scope, Hop hop, Filter? where)
    {
        var conditions = RelatedConditions(scope, hop, where);
        return new(hop.Far, hop.Joined, conditions)
        {
            Members = Selectivity.IsSelective(where) ? null : new(
                () => $"SELECT 1 FROM {hop.Edges} WHERE {hop.Near} = {scope.Key}",
                where,
                key => new(hop.Far, $"CROSS JOIN {hop.Joined}", [$"{hop.End} = {key}", .. conditions])),
        };
    }

    private string RelatedOne(Scope scope, RelatedOneColumn one)
    {
        var hop = Hop.Along(one.Field, layout, Alias);
        List<string> conditions = [$"{hop.Near} = {scope.Key}"];
        if (hop.Types is { } types) conditions.Add(types);
        var first = one.Field.IsSingle ? "" : $" ORDER BY {hop.Far.Id} LIMIT 1";
        return $"(SELECT {Row(hop.Far, one.Selection)} FROM {hop.Joined}{Where(conditions)}{first})";
    }

    private string RelatedConnection(Scope scope, RelatedConnectionColumn column)
    {
        var parts = column.Connection;
        var edges = parts.Edges is { } selected ? RelatedEdges(scope, column, selected) : "NULL";
        var count = "NULL";
        if (parts.TotalCount)
        {
            var (hop, source) = Matches(scope, column);
            count = $"(SELECT count(*) FROM {source})";
        }

        var aggregates = "NULL";
        if (parts.Aggregates.Count > 0)
        {
            var (hop, source) = Matches(scope, column, parts.Aggregates.Any(term => term.Of is { Subject: Subject.Node }));
            aggregates = Aggregates(hop.Far, parts.Aggregates, source, hop.Far.Relation!.Type.MayBeParallel, () => DistinctMatches(scope, column), hop.End);
        }

        return $"json_array({edges}, {count}, {aggregates})";
    }

    private string RelatedEdges(Scope scope, RelatedConnectionColumn column, EdgeSelection edges)
    {
        var hop = Hop.Along(column.Field, layout, Alias);
        return Collected(Related(scope, hop, column.Where), edges.Sort, edges.Page, edges.Selection);
    }

    /// <summary>
    /// The rows of a page as one list. A whole set is sorted as it is collected; of a part the keys are found first, and
    /// the relationship's columns come with them.
    /// </summary>
    private string Collected(Matching matches, IReadOnlyList<SortKey> sort, Page page, Selection selection)
    {
        var far = matches.Scope;
        if (page == Page.Whole) return $"(SELECT json_group_array({Row(far, selection)}{OrderBy(Ordered(far, sort))}) FROM {matches.Source})";

        var carried = selection.Columns.OfType<PropertyColumn>()
            .Where(selected => selected.Property.Subject == Subject.Edge)
            .Select(selected => far.Relation!.Of(selected.Property.Property))
            .Distinct().ToList();
        var keys = Paged(matches, sort, page, carried);
        var rows = Alias("p");
        var projected = far with { Node = Alias("n"), Edge = rows, KnownKey = null };
        return $"(SELECT json_group_array({Row(projected, selection)}) FROM ({keys}) AS {rows} CROSS JOIN {Table(projected)} ON {projected.Key} = {rows}.\"{Family.Key}\")";
    }

    private (Hop Hop, string Source) Matches(Scope scope, RelatedConnectionColumn column, bool needsNode = false)
    {
        var hop = Hop.Along(column.Field, layout, Alias);
        var conditions = RelatedConditions(scope, hop, column.Where);
        return (hop, (needsNode || column.Where is not null || !hop.IsCertain ? hop.Joined : hop.Edges) + Where(conditions));
    }

    private (Scope Scope, string Source) DistinctMatches(Scope scope, RelatedConnectionColumn column)
    {
        var (hop, source) = Matches(scope, column, needsNode: true);
        var far = hop.Far with { Node = Alias("n"), KnownKey = null };
        return (far, $"{Table(far)} WHERE {far.Key} IN (SELECT {hop.End} FROM {source})");
    }

    private List<string> RelatedConditions(Scope scope, Hop hop, Filter? where) => [$"{hop.Near} = {scope.Key}", .. FarConditions(hop.Far, hop, where)];

    private List<string> FarConditions(Scope far, Hop hop, Filter? where)
    {
        var conditions = new List<string>();
        if (hop.Types is { } types) conditions.Add(types);
        if (where is not null) conditions.Add(Condition(far, where));
        return conditions;
    }
}
