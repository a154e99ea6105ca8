using Graph.Model.Ontologies;

namespace Graph.Stores.Sqlite.Tables;

/// <summary>
/// The table of a relationship type: one row a relationship, clustered by start, with an index that covers the other
/// direction. Where properties identify, <c>__identity</c> is their JSON list (empty text when all are missing), because a
/// primary key knows no nulls and missing values are equal here.
/// </summary>
internal sealed class RelationshipTable
{
    public const string Start = "__start";
    public const string End = "__end";
    public const string Identity = "__identity";

    public RelationshipTable(string table, RelationshipType type, Layout layout)
    {
        Table = table;
        Type = type;
        Starts = [.. type.Starts.Select(layout.Of).Distinct()];
        Ends = [.. type.Ends.Select(layout.Of).Distinct()];
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Start, End, Identity, Definitions.SourcesColumn };
        Columns = [.. (type.Properties?.Properties ?? []).Select(property => new Column(TableName.Take(names, property.Name), property))];
        Identifying = [.. Columns.Where(column => column.Property.IsIdentifying)];
        Carried = [.. Columns.Where(column => !column.Property.IsIdentifying)];
    }

    /// <summary>The table's name.</summary>
    public string Table { get; }

    public RelationshipType Type { get; }

    /// <summary>The families it may start at.</summary>
    public IReadOnlyList<Family> Starts { get; }

    /// <summary>The families it may end at.</summary>
    public IReadOnlyList<Family> Ends { get; }

    /// <summary>The columns of its properties, by their ordinal.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Those that are part of the identity.</summary>
    public IReadOnlyList<Column> Identifying { get; }

    /// <summary>The others.</summary>
    public IReadOnlyList<Column> Carried { get; }

    /// <summary>The columns of the primary key.</summary>
    public IReadOnlyList<string> PrimaryKey => this switch
    {
        { Type.IsSingleFromStart: true } => [Start],
        { Type.MayBeParallel: true } => [Start, End, Identity],
        _ => [Start, End],
    };

    public static string NearOf(Direction direction) => direction == Direction.Out ? Start : End;

    public static string FarOf(Direction direction) => direction == Direction.Out ? End : Start;

    public Column Of(Property property) => Columns[property.Ordinal];
}
