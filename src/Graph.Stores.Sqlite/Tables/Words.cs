using Graph.Model.Ontologies;
using Graph.Model.Search;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Tables;

/// <summary>
/// The words of what an ontology calls searchable, of all families together: an FTS5 table of the tokens of each node
/// (<see cref="SearchTokens"/>) that keeps no text of its own. The writer fills it; what another program deletes is taken out, and what it
/// changes is noted, so that the words are made anew when the file is next opened.
/// </summary>
internal static class Words
{
    /// <summary>The tokens of nodes, as an FTS5 table.</summary>
    public const string Table = "graph_words";

    /// <summary>A table of earlier files, for what <see cref="Ranks"/> keeps.</summary>
    public const string FormerRanks = "graph_ranks";

    /// <summary>The entry of <see cref="Definitions.Meta"/>: how the words were made, or that some are not those of their nodes.</summary>
    public const string Entry = "search";

    /// <summary>Bits of a type's ordinal beside the key: 1,024 types.</summary>
    public const int TypeBits = 10;

    /// <summary>What <see cref="Entry"/> says where the words are up to date.</summary>
    public static string Made { get; } = $"{SearchTokens.Version}";

    /// <summary>Names that earlier files kept from the columns of what is searchable, where they stand with a number ever since.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["rank", "rowid"];

    /// <summary>The bits of a type's ordinal.</summary>
    public static int TypeMask => (1 << TypeBits) - 1;

    /// <summary>The table and its triggers; none where nothing is searchable.</summary>
    public static IEnumerable<Definition> Of(Layout layout)
    {
        if (layout.Ontology.Searched().Count == 0) yield break;
        yield return new(
            Table,
            Table,
            $"CREATE VIRTUAL TABLE \"{Table}\" USING fts5(\"tokens\", content='', contentless_delete=1, tokenize=\"ascii tokenchars '_.'\")");
        foreach (var family in layout.Families)
        {
            if (ColumnsOf(family) is not { Count: > 0 } columns) continue;
            var differs = string.Join(" OR ", columns.Select(column => $"OLD.{Quote(column.Name)} IS NOT NEW.{Quote(column.Name)}"));
            yield return Trigger(
                family,
                "changed",
                $"AFTER UPDATE OF {string.Join(", ", columns.Select(column => Quote(column.Name)))} ON {Quote(family.Table)} WHEN {differs}",
                $"UPDATE \"{Definitions.Meta}\" SET \"value\" = 'changed' WHERE \"name\" = '{Entry}';");
            yield return Trigger(
                family,
                "removed",
                $"AFTER DELETE ON {Quote(family.Table)}",
                $"DELETE FROM \"{Table}\" WHERE rowid = {NodeOf(family, "OLD")};");
        }
    }

    /// <summary>The number of a node in the table: its key, and in the last bits the ordinal of its type, which counts by type need.</summary>
    public static long NodeOf(NodeType type, long key) => key << TypeBits | (uint)type.Ordinal;

    /// <summary>The number of the node of a row.</summary>
    public static string NodeOf(Family family, string row) => $"({row}.\"{Family.Key}\" << {TypeBits} | {family.OrdinalOf(row)})";

    /// <summary>The key of a node from its number.</summary>
    public static string KeyOf(string number) => $"{number} >> {TypeBits}";

    /// <summary>The columns of a family whose words are found.</summary>
    public static List<Column> ColumnsOf(Family family) =>
        [.. family.Columns.Where(column => column.Owners.Any(owner => owner.Property.IsSearchable))];

    private static Definition Trigger(Family family, string what, string when, string statements)
    {
        var name = $"{family.Table}.words.{what}";
        return new(name, family.Table, $"CREATE TRIGGER {Quote(name)} {when} BEGIN {statements} END");
    }
}
