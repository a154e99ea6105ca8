using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Database;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>A key of groups as SQL.</summary>
/// <param name="Value">What nodes are grouped by; of a related node its key.</param>
/// <param name="Joins">What is joined to the nodes, after a space.</param>
/// <param name="Conditions">What the rows meet.</param>
/// <param name="IsDistinct">A node has no value twice.</param>
/// <param name="MayEndEarly">A row without a value is one only where <see cref="GroupKeys.LeadsNowhere"/>.</param>
internal sealed record GroupKeyText(string Value, string Joins, IReadOnlyList<string> Conditions, bool IsDistinct, bool MayEndEarly = false);

/// <summary>Finds the values by which nodes are grouped: one row for each value of a node.</summary>
internal sealed class GroupKeys(StatementScope scope, Paths paths)
{
    /// <summary>The values of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="place">The nodes.</param>
    /// <param name="includeMissing">A node without a value has one row, with NULL; otherwise none.</param>
    public GroupKeyText Of(GroupKey key, Place place, bool includeMissing) => key switch
    {
        TimeKey time => Single(time.Property, Buckets.FirstDay(time.Bucket, Read(time.Property, place)), place, includeMissing),
        PropertyKey { Property.IsList: true } list => Items(list.Property, place, includeMissing),
        PropertyKey one => Single(one.Property, Told(one.Property, Read(one.Property, place)), place, includeMissing),
        RelatedKey related => Related(related, place, includeMissing),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "Unknown kind of key."),
    };

    /// <summary>
    /// No way leads from the node to a value: a way that ends early is no missing value where another leads further. Asked of rows that are each
    /// there once, for as many ways may end early as there are.
    /// </summary>
    public string LeadsNowhere(RelatedKey key, Place place)
    {
        var (far, way) = Way(key, place, "CROSS JOIN");
        return $"NOT EXISTS (SELECT 1 FROM (SELECT 1){way} WHERE {far} IS NOT NULL)";
    }

    private static string Read(Property property, Place place) => place.Read(new(Subject.Node, property));

    // As it is told apart from others.
    private static string Told(Property property, string value) => property.Kind == ScalarKind.DateTime ? Buckets.Instant(value) : value;

    private static GroupKeyText Single(Property property, string value, Place place, bool includeMissing) =>
        new(value, "", includeMissing || property.IsRequired ? [] : [$"{Read(property, place)} IS NOT NULL"], IsDistinct: true);

    private GroupKeyText Items(Property property, Place place, bool includeMissing)
    {
        var (column, item) = (Read(property, place), scope.Alias("i"));

        // Of a float in JSON SQLite may read the last digit wrongly.
        var value = property.Kind == ScalarKind.Float ? $"{Functions.Float}({column} -> {item}.fullkey)" : Told(property, $"{item}.value");

        // Text that is no JSON would end the statement.
        var items = $"json_each(CASE WHEN json_valid({column}) THEN {column} END) AS {item}";
        return new(value, includeMissing ? $" LEFT JOIN {items} ON 1" : $" CROSS JOIN {items}", [], IsDistinct: false);
    }

    private GroupKeyText Related(RelatedKey key, Place place, bool includeMissing)
    {
        if (key.Way.Skip(1).Any(field => field.IsList))
        {
            // Joined one after the other, these steps would give a row for each way, and many thousands of ways lead from a node with many
            // relationships to a few nodes. Where only the first step leads to several, joins are faster.
            var node = scope.Alias("i");
            var join = includeMissing ? "LEFT JOIN" : "CROSS JOIN";
            return new($"{node}.value", $" {join} json_each({Ends(key, place)}) AS {node} ON 1", [], IsDistinct: true);
        }

        var (end, joins) = Way(key, place, includeMissing ? "LEFT JOIN" : "CROSS JOIN");
        var mayEndEarly = includeMissing && !(key.Way.Count == 1 && key.Way[0].IsCertain);
        return new(end, joins, [], key.IsDistinct && !mayEndEarly, mayEndEarly);
    }

    // The nodes at the end of a way as a JSON list, each once, as are those at the end of each step.
    private string Ends(RelatedKey key, Place place)
    {
        var nodes = "";
        foreach (var field in key.Way)
        {
            var hop = paths.Follow(field);
            List<string> conditions = [hop.StartsAt(place)];
            var tables = hop.Edges;
            if (!hop.IsCertain)
            {
                tables += $" CROSS JOIN {hop.Far.Table}";
                conditions.Add($"{hop.Far.RowKey} = {hop.End}");
                if (hop.Types is { } condition) conditions.Add(condition);
            }

            var from = nodes.Length == 0 ? tables : $"({nodes}) AS {place.Node} CROSS JOIN {tables}";
            nodes = $"SELECT DISTINCT {hop.End} AS node FROM {from}{SqlText.Where(conditions)}";
            var step = scope.Alias("s");
            place = hop.Far with { Node = step, KnownKey = step + ".node" };
        }

        return $"(SELECT json_group_array(node) FROM ({nodes}))";
    }

    // A table is joined for each step, and the nodes it leads to where not all of them are of the step's type.
    private (string End, string Joins) Way(RelatedKey key, Place place, string join)
    {
        var joins = "";
        foreach (var field in key.Way)
        {
            var hop = paths.Follow(field);
            joins += $" {join} {hop.Edges} ON {hop.StartsAt(place)}";
            place = hop.Far;
            if (hop.IsCertain) continue;
            IReadOnlyList<string> types = hop.Types is { } condition ? [condition] : [];
            joins += $" {join} {hop.Far.Table} ON {SqlText.All([$"{hop.Far.RowKey} = {hop.End}", .. types])}";
            place = hop.Far with { KnownKey = hop.Far.RowKey };
        }

        return (place.Key, joins);
    }
}
