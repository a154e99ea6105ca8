using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>The series of a timeline, as tables of the statement.</summary>
/// <param name="Placed">Acts with their days and the ranks of their series.</param>
/// <param name="Named">The series that are named, with their ranks.</param>
/// <param name="Alias">The alias of the named series.</param>
/// <param name="Text">The text of one.</param>
/// <param name="Key">The key of one.</param>
internal sealed record RankedSeries(string Placed, string Named, string Alias, string Text, string Key);

/// <summary>Prints which series acts are in, and their ranks: see <see cref="TimelineQuery"/>.</summary>
internal sealed class Series(Layout layout, StatementScope scope, Paths paths, CommonTables tables)
{
    // The key of the series of acts without any: no value of a series, which are numbers or text.
    private const string None = "x''";

    /// <summary>The series of acts.</summary>
    public RankedSeries Rank(TimelineQuery query, ActSeriesChoice series, string acts)
    {
        var kind = KindOf(query, series, acts);
        var members = tables.Add("members", kind.Members, isKept: true);
        var sizes = tables.Add("sizes", $"SELECT {kind.Keys("")}, count(*) AS size FROM {members} GROUP BY {kind.Keys("")}", isKept: true);
        var size = scope.Alias("z");
        var top = scope.Bind(query.Top);
        var fewest = $"coalesce((SELECT size FROM {sizes} ORDER BY size DESC LIMIT 1 OFFSET {top} - 1), 0)";
        var (joined, text, key) = kind.Shown(size);
        var named = tables.Add(
            "named",
            $"SELECT {kind.Keys(size + ".")}, {text} AS text, {key} AS key, row_number() OVER (ORDER BY {size}.size DESC, {text} NULLS "
                + $"LAST, {key} NULLS LAST) AS rank"
            + $" FROM {sizes} AS {size}{joined} WHERE {size}.size >= {fewest} ORDER BY rank LIMIT {top}",
            isKept: true);
        var (member, name) = (scope.Alias("m"), scope.Alias("t"));
        var same = string.Join(" AND ", kind.Names.Select(one => $"{name}.{one} = {member}.{one}"));
        var placed =
            $"SELECT {member}.act AS act, {member}.day AS day, coalesce({name}.rank, {top} + 1) AS rank FROM {members} AS {member} LEFT "
                + $"JOIN {named} AS {name} ON {same}";
        var alias = scope.Alias("t");
        return new($"({placed})", named, alias, kind.Printed($"{alias}.text"), kind.Printed($"{alias}.key"));
    }

    private Kind KindOf(TimelineQuery query, ActSeriesChoice series, string acts)
    {
        var act = query.Acts.Act;
        var row = scope.Alias("x");
        var parties = new Parties(layout, scope, paths, tables);
        return series switch
        {
            PartySeries party => OfNodes([parties.Of(act, party.End, party.RollUp, acts, row)], [act.Field(party.End).Target], acts, row),
            PairSeries pair => OfNodes(
                [parties.Of(act, ActEnd.By, pair.RollUp, acts, row), parties.Of(act, ActEnd.Against, pair.RollUp, acts, row)],
                [act.By.Target, act.Against.Target],
                acts,
                row),
            WaySeries { Way: { Property: null } way } => OfNodes([Members.Along(paths, way.Way, $"{row}.act")], [way.Way[^1].Target], acts, row),
            WaySeries { Way: { Property: { } property } way } => OfValues(act, way, property, acts, row),
            _ => throw new ArgumentOutOfRangeException(nameof(series), series, "Unknown kind of series."),
        };
    }

    private Kind OfNodes(IReadOnlyList<Members> ends, IReadOnlyList<EntityType> types, string acts, string row)
    {
        string[] names = [.. ends.Select((_, i) => $"k{i}")];
        return new(names, WithAndWithout(ends, acts, row), size =>
        {
            var places = types.Select((type, i) => new Place(scope.Alias("n"), type, layout.Of(type), KnownKey: $"{size}.k{i}")).ToList();
            return (string.Concat(places.Select(place => $" LEFT JOIN {place.Table} ON {place.RowKey} = {place.Key}")),
                string.Join(Between, places.Select(Captions.Of)),
                string.Join(Between, places.Select(place => place.Id)));
        }, ScalarKind.String);
    }

    private static string Between => $" || '{PairSeries.Between}' || ";

    private Kind OfValues(Act act, ActSeries way, Property property, string acts, string row)
    {
        var (owner, nodes, key) = ((EntityType)act.Type, new Members([], [], $"{row}.act"), $"{row}.act");
        if (way.Way.Count > 0) (owner, nodes, key) = (way.Way[^1].Target, Members.Along(paths, way.Way, key), "");
        if (way.Way.Count > 0) key = nodes.Key;
        var place = new Place(scope.Alias("n"), owner, layout.Of(owner), KnownKey: key);
        var value = place.Read(new(Subject.Node, property));
        List<string> joined = [.. nodes.Tables, place.Table], conditions = [.. nodes.Conditions, $"{place.RowKey} = {key}"];
        if (property.IsList)
        {
            var item = scope.Alias("v");
            joined.Add($"json_each(CASE WHEN json_valid({value}) THEN {value} END) AS {item}");
            value = $"{item}.value";
        }

        conditions.Add($"{value} IS NOT NULL");
        var some = new Members(joined, conditions, value, AreUnique: way.Way.Count == 0 && !property.IsList);
        return new(
            ["k0"], WithAndWithout([some], acts, row), size => ("", $"nullif({size}.k0, {None})", $"nullif({size}.k0, {None})"), property.Kind);
    }

    // Acts with what they are joined with, each once, and those that one of the ends leads nowhere from.
    private static string WithAndWithout(IReadOnlyList<Members> ends, string acts, string row)
    {
        // In one go, where nothing but a table is joined: acts are then looked at once.
        if (ends is [{ Tables: [var table] } only])
        {
            return $"SELECT {(only.AreUnique ? "" : "DISTINCT ")}{row}.act AS act, {row}.day AS day, coalesce({only.Key}, {None}) AS k0 "
                + $"FROM {acts} AS {row} LEFT JOIN {table} ON {string.Join(" AND ", only.Conditions)}";
        }

        var keys = string.Join(", ", ends.Select((end, i) => $"{end.Key} AS k{i}"));
        var with = $"SELECT DISTINCT {row}.act AS act, {row}.day AS day, {keys} FROM {acts} AS "
            + $"{row}{string.Concat(ends.Select(end => end.Joined))}{SqlText.Where([.. ends.SelectMany(end => end.Conditions)])}";
        var without = $"SELECT {row}.act, {row}.day{string.Concat(ends.Select(_ => $", {None}"))} FROM {acts} AS {row} WHERE "
            + $"{string.Join(" OR ", ends.Select(end => end.None))}";
        return $"{with} UNION ALL {without}";
    }

    /// <summary>What acts are members of.</summary>
    /// <param name="Names">The columns of a series' key.</param>
    /// <param name="Members">Acts, their days and these columns, each once.</param>
    /// <param name="Shown">From the alias of a table of series: what to join it with, the text and the key of one.</param>
    /// <param name="Value">The kind of text and key.</param>
    private sealed record Kind(
        IReadOnlyList<string> Names, string Members, Func<string, (string Joined, string Text, string Key)> Shown, ScalarKind Value)
    {
        public string Keys(string of) => string.Join(", ", Names.Select(name => of + name));

        public string Printed(string value) => Value == ScalarKind.Float ? $"{Functions.FloatText}({value})" : value;
    }
}
