using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using Column = Graph.Model.Queries.Column;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>What is answered of each node: one <c>json_array</c>, related lists inside as <c>json_group_array</c>.</summary>
internal sealed class Columns(StatementScope scope, Paths paths, Filters filters, Ordering ordering, Walks walks)
{
    /// <summary>The row of a node.</summary>
    public string Row(Selection selection, Place place) =>
        $"json_array({string.Join(", ", selection.Columns.Select(column => OnTypes(column, Of(column, place), place)))})";

    private static string OnTypes(Column column, string value, Place place) =>
        column.OnTypes is { } types && place.OfTypes(types, place.Type.ConcreteTypes) is { } condition
            ? $"CASE WHEN {condition} THEN {value} END"
            : value;

    private string Of(Column column, Place place) => column switch
    {
        PropertyColumn { Property: { Property.IsList: true } list } => ListOf(place.Read(list)),
        PropertyColumn { Property: { Property.Kind: ScalarKind.Float } number } => $"{Functions.FloatText}({place.Read(number)})",
        PropertyColumn property => place.Read(property.Property),
        TypeColumn => TypeOf(place),
        NodeKeyColumn => place.Key,
        DegreeColumn => Degree(place),
        MergedFromColumn merged => MergedFrom(merged, place),
        RelatedCountColumn count => ordering.RelatedCount(count.Field, place),
        RelatedKeyColumn { Key: { Kind: ScalarKind.Float } number } => $"{Functions.FloatText}({ordering.Of(number, place)})",
        RelatedKeyColumn key => ordering.Of(key.Key, place),
        RelatedListColumn list => List(list, place),
        RelatedOneColumn one => One(one, place),
        RelatedConnectionColumn connection => Connection(connection, place),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Unknown kind of column."),
    };

    // Text that is no JSON would end the whole statement; as text it is a fault of the one value.
    private static string ListOf(string column) => $"CASE WHEN json_valid({column}) THEN json({column}) ELSE {column} END";

    /// <summary>The ordinal of the node's concrete type.</summary>
    public static string TypeOf(Place place)
    {
        var types = place.Type.ConcreteTypes;
        if (types.Count == 1) return types[0].Ordinal.ToString();
        return $"CASE {place.Node}.\"{Family.TypeColumn}\" {string.Join(" ", types.Select(type => $"WHEN '{type.Name}' THEN {type.Ordinal}"))} END";
    }

    private string Degree(Place place)
    {
        var row = scope.Alias("d");
        return $"(SELECT {Ranks.All(row)} FROM \"{Ranks.Table}\" AS {row} WHERE {row}.\"{Ranks.Node}\" = {place.Key})";
    }

    private string MergedFrom(MergedFromColumn merged, Place place)
    {
        var row = scope.Alias("m");
        var values = merged.Parts.Select(part => $"{row}.\"{part.ToString().ToLowerInvariant()}\"");
        return $"(SELECT json_group_array(json_array({string.Join(", ", values)})) FROM (SELECT * FROM \"{Merges.Members}\" "
            + $"WHERE \"canonical\" = {place.Id}"
            + $" AND \"id\" <> \"canonical\" ORDER BY \"id\") AS {row})";
    }

    private string List(RelatedListColumn list, Place from)
    {
        var hop = paths.Follow(list.Field);
        List<string> followed = [hop.StartsAt(from)];
        if (list.Along is { } along) followed.Add(filters.Of(along, hop.Far));
        var matches = hop.Far.IsParallel ? Distinct(hop, list.Where, followed) : Related(hop, list.Where, followed);
        return Rows(matches, list.Where, list.Sort, list.Page, list.Selection);
    }

    // Related nodes, each once however many relationships lead to it.
    private Matches Distinct(Hop hop, Filter? where, List<string> followed)
    {
        var edges = $"{hop.Edges}{SqlText.Where(followed)}";
        var distinct = scope.Alias("d");
        var far = hop.Far with { KnownKey = $"{distinct}.\"{Family.Key}\"" };
        return new(
            far,
            $"(SELECT DISTINCT {hop.End} AS \"{Family.Key}\" FROM {edges}) AS {distinct} CROSS JOIN {far.Table} ON {far.RowKey} = {far.Key}",
            filters.AtEnd(where, hop, far))
        {
            Membership = new(() => $"SELECT 1 FROM {edges}", key =>
            {
                var walked = hop.Far with { KnownKey = key };
                return new(
                    walked,
                    $"CROSS JOIN {walked.Table} ON {walked.RowKey} = {key}",
                    [$"EXISTS (SELECT 1 FROM {edges} AND {hop.End} = {key})", .. filters.AtEnd(where, hop, walked)]);
            }),
        };
    }

    // Related nodes, each as often as a relationship leads to it.
    private Matches Related(Hop hop, Filter? where, List<string> followed)
    {
        List<string> conditions = [.. followed, .. filters.AtEnd(where, hop)];
        return new(hop.Far, hop.Joined, conditions)
        {
            Membership = new(
                () => $"SELECT 1 FROM {hop.Edges}{SqlText.Where(followed)}",
                key => new(hop.Far, $"CROSS JOIN {hop.Joined}", [$"{hop.End} = {key}", .. conditions])),
        };
    }

    private string One(RelatedOneColumn one, Place from)
    {
        var hop = paths.Follow(one.Field);
        List<string> conditions = [hop.StartsAt(from), .. filters.AtEnd(null, hop)];
        return $"(SELECT {Row(one.Selection, hop.Far)} FROM {hop.Joined}{SqlText.Where(conditions)}{hop.Least(one.Field)})";
    }

    private string Connection(RelatedConnectionColumn column, Place from)
    {
        var connection = column.Connection;
        var edges = "NULL";
        if (connection.Edges is { } asked)
        {
            var hop = paths.Follow(column.Field);
            edges = Rows(Related(hop, column.Where, [hop.StartsAt(from)]), column.Where, asked.Sort, asked.Page, asked.Selection);
        }

        var count = connection.TotalCount ? $"(SELECT count(*) FROM {All(column, from).Source})" : "NULL";
        var aggregates = "NULL";
        if (connection.Aggregates.Count > 0)
        {
            var (all, source) = All(column, from, needsNode: connection.Aggregates.Any(term => term.Of is { Subject: Subject.Node }));
            aggregates = Aggregates.List(connection.Aggregates, all.Far, source, () => AllDistinct(column, from), all.End);
        }

        return $"json_array({edges}, {count}, {aggregates})";
    }

    // All that a connection leads to: relationships, joined with their nodes where those are read.
    private (Hop Hop, string Source) All(RelatedConnectionColumn column, Place from, bool needsNode = false)
    {
        var hop = paths.Follow(column.Field);
        List<string> conditions = [hop.StartsAt(from), .. filters.AtEnd(column.Where, hop)];
        return (hop, (needsNode || column.Where is not null || !hop.IsCertain ? hop.Joined : hop.Edges) + SqlText.Where(conditions));
    }

    private (Place Place, string Source) AllDistinct(RelatedConnectionColumn column, Place from)
    {
        var (hop, source) = All(column, from, needsNode: true);
        var far = hop.Far with { Node = scope.Alias("n"), KnownKey = null };
        return (far, $"{far.Table} WHERE {far.Key} IN (SELECT {hop.End} FROM {source})");
    }

    /// <summary>
    /// The rows of a page as one list. A whole set is sorted as it is collected; of a part the keys are found first, and
    /// the relationship's columns come with them.
    /// </summary>
    private string Rows(Matches matches, Filter? where, IReadOnlyList<SortKey> sort, Page page, Selection selection) =>
        Rows(matches, page == Page.Whole ? null : Indexes.Rules.Walks.OfRelated(matches.Place.Type, where, sort, page), sort, page, selection);

    /// <summary>The same, along an index that was chosen or none.</summary>
    public string Rows(Matches matches, Walk? walk, IReadOnlyList<SortKey> sort, Page page, Selection selection)
    {
        var far = matches.Place;
        if (page == Page.Whole)
            return $"(SELECT json_group_array({Row(selection, far)}{Ordering.By(ordering.Keys(sort, far))}) FROM {matches.Source})";

        var carried = selection.Columns.OfType<PropertyColumn>()
            .Where(selected => selected.Property.Subject == Subject.Edge)
            .Select(selected => far.Relation!.Of(selected.Property.Property))
            .Distinct().ToList();
        var keys = walks.Page(matches, walk, sort, page, carried);
        var rows = scope.Alias("p");
        var projected = far with { Node = scope.Alias("n"), Edge = rows, KnownKey = null };
        return $"(SELECT json_group_array({Row(selection, projected)}) FROM ({keys}) AS {rows} CROSS JOIN {projected.Table} ON "
            + $"{projected.Key} = {rows}.\"{Family.Key}\")";
    }
}
