using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Database;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>A key of groups as SQL.</summary>
/// <param name="Value">What nodes are grouped by; of a related node its key.</param>
/// <param name="Joins">What is joined to the nodes, after a space.</param>
/// <param name="Conditions">What the rows meet.</param>
/// <param name="IsDistinct">A node has no value twice.</param>
/// <param name="MayEndEarly">Rows without a value may stand beside others of their node: <see cref="GroupKeys.LeadsFurther"/> tells.</param>
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
    /// Whether a way of a node leads to its end: another way of it that ends early is then no missing value. It goes along all ways of
    /// the node, so that it has to be asked of rows that are told apart already, not of each way.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="place">The node.</param>
    public string LeadsFurther(RelatedKey key, Place place)
    {
        var (end, way) = Way(key, place, "CROSS JOIN");
        return $"EXISTS (SELECT 1 FROM (SELECT 1){way} WHERE {end} IS NOT NULL)";
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
        var (end, joins) = Way(key, place, includeMissing ? "LEFT JOIN" : "CROSS JOIN");
        var mayEndEarly = includeMissing && !(key.Way.Count == 1 && key.Way[0].IsCertain);
        return new(end, joins, [], key.IsDistinct && !mayEndEarly, mayEndEarly);
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
