using Graph.Model.Ontologies;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Tables;

/// <summary>The statements that create the tables of an ontology, tables before what belongs to them.</summary>
internal static class Definitions
{
    public const string Meta = "graph_meta";
    public const string Counts = "graph_counts";
    public const string Sources = "graph_sources";
    public const string Runs = "graph_runs";
    public const string Changes = "graph_changes";

    /// <summary>The column of every record that says who asserts it, see <see cref="Graph.Model.Sources.Assertions"/>.</summary>
    public const string SourcesColumn = "__sources";

    public static IReadOnlyList<Definition> Of(Layout layout) =>
    [
        new(Meta, Meta, $"""CREATE TABLE "{Meta}" ("name" TEXT PRIMARY KEY, "value" TEXT NOT NULL) STRICT, WITHOUT ROWID"""),
        new(Counts, Counts, $"""CREATE TABLE "{Counts}" ("type" TEXT PRIMARY KEY, "nodes" INTEGER NOT NULL) STRICT, WITHOUT ROWID"""),
        new(Sources, Sources, $"""CREATE TABLE "{Sources}" ("number" INTEGER PRIMARY KEY, "name" TEXT NOT NULL UNIQUE) STRICT"""),
        new(Runs, Runs, $"""CREATE TABLE "{Runs}" ("id" INTEGER PRIMARY KEY, "run" TEXT NOT NULL) STRICT"""),
        new(Changes, Changes, $"CREATE TABLE \"{Changes}\" (\"first\" INTEGER PRIMARY KEY, \"count\" INTEGER NOT NULL, \"run\" INTEGER NOT NULL, "
            + "\"at\" TEXT NOT NULL, \"types\" TEXT NOT NULL, \"data\" BLOB NOT NULL) STRICT"),
        .. Merges.All,
        .. layout.Families.SelectMany(family => OfFamily(family, layout.Ontology.Act)),
        .. layout.Relationships.SelectMany(table => OfRelationship(table, layout.Ontology.Tally)),
        .. Ranks.Of(layout),
        .. Words.Of(layout),
    ];

    private static IEnumerable<Definition> OfFamily(Family family, Act? act)
    {
        var lines = new List<string> { $"\"{Family.Key}\" INTEGER PRIMARY KEY" };
        if (family.IsTyped) lines.Add($"\"{Family.TypeColumn}\" TEXT NOT NULL CHECK (\"{Family.TypeColumn}\" IN ({Names(family.Types)}))");
        lines.AddRange(family.Columns.Select(column => ColumnOf(family, column)));
        lines.Add($"\"{SourcesColumn}\" TEXT");
        yield return Table(family.Table, lines, "STRICT", family.Columns);
        yield return Asserted(family.Table);

        foreach (var column in family.Columns)
        {
            if (column.Property.IsList || column.Property.Name == "id") continue;
            var unique = column.Owners.Where(owner => owner.Property.IsUnique).Select(owner => owner.Type).ToList();
            if (unique.Count > 0)
            {
                var where = unique.Count == family.Types.Count ? "" : $" WHERE \"{Family.TypeColumn}\" IN ({Names(unique)})";
                yield return Index(family.Table, column.Name + ".unique", $"({Quote(column.Name)}){where}", isUnique: true);
            }

            if (column.Owners.Any(owner => owner.Property.IsIndexed))
                yield return Index(family.Table, column.Name, $"({Quote(column.Name)}, \"id\")");
            else if (column.Property.IsImportStamp)
                yield return Index(family.Table, column.Name, $"({Quote(column.Name)})");
        }

        // Acts of some kinds are counted by day from this index alone.
        if (act is not { Kind: { } kindOfAct } || !family.Types.Contains(act.Type)) yield break;
        var (kind, day) = (family.Of(kindOfAct).Name, family.Of(act.On).Name);
        yield return Index(family.Table, $"{kind}.{day}", $"({Quote(kind)}, {Quote(day)})");
    }

    private static string ColumnOf(Family family, Column column)
    {
        var required = column.Owners.Where(owner => owner.Property.IsRequired).Select(owner => owner.Type).ToList();
        var line = $"{Quote(column.Name)} {column.Storage}";
        if (required.Count == family.Types.Count) line += " NOT NULL";
        else if (required.Count > 0) line += $" CHECK (\"{Family.TypeColumn}\" NOT IN ({Names(required)}) OR {Quote(column.Name)} IS NOT NULL)";
        if (column.Property.Name == "id") line += " UNIQUE";
        return line + Allowed(column);
    }

    private static IEnumerable<Definition> OfRelationship(RelationshipTable table, TallyRule? tally)
    {
        var lines = new List<string>
        {
            $"\"{RelationshipTable.Start}\" INTEGER NOT NULL{References(table.Starts)}",
            $"\"{RelationshipTable.End}\" INTEGER NOT NULL{References(table.Ends)}",
        };
        if (table.Type.MayBeParallel)
        {
            lines.Add($"\"{RelationshipTable.Identity}\" TEXT NOT NULL CHECK (\"{RelationshipTable.Identity}\" = "
                + $"{IdentityOf(table.Identifying.Select(column => Quote(column.Name)))})");
        }

        lines.AddRange(table.Columns.Select(column =>
            $"{Quote(column.Name)} {column.Storage}{(column.Property.IsRequired ? " NOT NULL" : "")}{Allowed(column)}"));
        lines.Add($"\"{SourcesColumn}\" TEXT");
        lines.Add($"PRIMARY KEY ({string.Join(", ", table.PrimaryKey.Select(Quote))})");
        yield return Table(table.Table, lines, "STRICT, WITHOUT ROWID", table.Columns);
        yield return Asserted(table.Table);

        // All that an edge can ask for lies in the index, so that the table is not visited from the end's side.
        string[] covering = [RelationshipTable.End, RelationshipTable.Start, .. table.Type.MayBeParallel
            ? [RelationshipTable.Identity]
            : Array.Empty<string>(), .. table.Columns.Select(column => column.Name)];
        yield return table.Type.IsSingleFromEnd
            ? Index(table.Table, "end", $"(\"{RelationshipTable.End}\")", isUnique: true)
            : Index(table.Table, "end", $"({string.Join(", ", covering.Select(Quote))})");

        // The pairs with most acts are found from its end.
        foreach (var column in table.Columns.Where(IsFound)) yield return Index(table.Table, column.Name, $"({Quote(column.Name)})");

        if (table.Starts.Count > 1) yield return EndsExist(table, RelationshipTable.Start, table.Starts);
        if (table.Ends.Count > 1) yield return EndsExist(table, RelationshipTable.End, table.Ends);

        bool IsFound(Column column) =>
            column.Property is { IsIndexed: true, IsList: false } || (table.Type == tally?.Relationship && column.Property == tally.Count);
    }

    /// <summary>The identity of a relationship from its identifying values, given as SQL.</summary>
    public static string IdentityOf(IEnumerable<string> values)
    {
        var all = values.ToList();
        return $"CASE WHEN {string.Join(" AND ", all.Select(value => value + " IS NULL"))} THEN '' ELSE json_array({string.Join(", ", all)}) END";
    }

    // A foreign key leads to one table only; where the ends lie in several, a trigger looks after them.
    private static Definition EndsExist(RelationshipTable table, string column, IReadOnlyList<Family> families)
    {
        var name = $"{table.Table}.{column}";
        var nowhere = string.Join(
            " AND ",
            families.Select(family => $"NOT EXISTS (SELECT 1 FROM {Quote(family.Table)} WHERE \"{Family.Key}\" = NEW.\"{column}\")"));
        return new(
            name,
            table.Table,
            $"CREATE TRIGGER {Quote(name)} BEFORE INSERT ON {Quote(table.Table)} WHEN {nowhere} BEGIN SELECT RAISE(ABORT, 'no such node'); END");
    }

    private static string References(IReadOnlyList<Family> families) =>
        families.Count == 1 ? $" REFERENCES {Quote(families[0].Table)} (\"{Family.Key}\")" : "";

    private static string Allowed(Column column) => column.Property switch
    {
        { IsList: true } => "",
        { Kind: ScalarKind.Enum, Enum: { } names } =>
            $" CHECK ({Quote(column.Name)} IN ({string.Join(", ", names.Values.Select(value => $"'{value.Name}'"))}))",
        { Kind: ScalarKind.Boolean } => $" CHECK ({Quote(column.Name)} IN (0, 1))",
        _ => "",
    };

    private static Definition Table(string name, List<string> lines, string options, IReadOnlyList<Column> columns) =>
        new(name, name, $"CREATE TABLE {Quote(name)} (\n  {string.Join(",\n  ", lines)}\n) {options}")
        {
            Lists = [.. columns.Where(column => column.Property.IsList).Select(column => column.Name)],
        };

    // What is imported in nobody's name has no place in it, and costs nothing.
    private static Definition Asserted(string table) =>
        Index(table, SourcesColumn, $"(\"{SourcesColumn}\") WHERE \"{SourcesColumn}\" IS NOT NULL");

    private static Definition Index(string table, string column, string on, bool isUnique = false)
    {
        var name = $"{table}.{column}";
        return new(name, table, $"CREATE {(isUnique ? "UNIQUE " : "")}INDEX {Quote(name)} ON {Quote(table)} {on}");
    }

    private static string Names(IEnumerable<NodeType> types) => string.Join(", ", types.Select(type => $"'{type.Name}'"));
}
