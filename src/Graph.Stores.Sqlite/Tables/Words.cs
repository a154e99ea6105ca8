using System.Collections.Immutable;
using Graph.Model.Search;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Tables;

/// <summary>
/// The words of what an ontology calls searchable, of all families together: two FTS5 tables of the tokens of nodes
/// (<see cref="SearchTokens"/>) that keep no text of their own. The writer fills them; what another program deletes is taken out, and what it
/// changes is noted, so that the words are made anew when the file is next opened.
/// </summary>
/// <remarks>
/// A word that half the graph has must not be sorted to show ten nodes. So most nodes stand in <see cref="Settled"/> under numbers that
/// follow their rank, where the first that are found are the best. Whoever is new or gets another rank stands in <see cref="Recent"/> under
/// its key, and is sorted; when these become many, all are settled anew.
/// </remarks>
internal static class Words
{
    /// <summary>The tokens of nodes in the order of their ranks: <see cref="Places"/> says which they are.</summary>
    public const string Settled = "graph_words";

    /// <summary>The tokens of the other nodes, by their keys.</summary>
    public const string Recent = "graph_new_words";

    /// <summary>Both, by the numbers that statements give them.</summary>
    public static ImmutableArray<string> Tables { get; } = [Settled, Recent];

    /// <summary>What FTS5 adds to the name of such a table, and <c>_</c>, for those in which it keeps it.</summary>
    public static ImmutableArray<string> PartsOfATable { get; } = ["data", "idx", "content", "docsize", "config"];

    /// <summary>The keys of the nodes in <see cref="Settled"/>, by their numbers there.</summary>
    public const string Places = "graph_places";

    /// <summary>The column of such a number.</summary>
    public const string Place = "place";

    /// <summary>The column of such a key.</summary>
    public const string Node = "node";

    /// <summary>A table of earlier files, for what <see cref="Ranks"/> keeps.</summary>
    public const string FormerRanks = "graph_ranks";

    /// <summary>The entry of <see cref="Definitions.Meta"/>: how the words were made, or that some are not those of their nodes.</summary>
    public const string Entry = "search";

    /// <summary>Bits of a type's ordinal beside the key or the place: 1,024 types.</summary>
    public const int TypeBits = 10;

    /// <summary>What <see cref="Entry"/> says where the words are up to date.</summary>
    public static string Made { get; } = $"{SearchTokens.Version}";

    /// <summary>Names that earlier files kept from the columns of what is searchable, where they stand with a number ever since.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["rank", "rowid"];

    /// <summary>The tables and their triggers; none where nothing is searchable.</summary>
    public static IEnumerable<Definition> Of(Layout layout)
    {
        if (layout.Ontology.Searched().Count == 0) yield break;
        foreach (var table in Tables)
        {
            yield return new(
                table,
                table,
                $"CREATE VIRTUAL TABLE \"{table}\" USING fts5(\"tokens\", content='', contentless_delete=1, tokenize=\"ascii tokenchars '_.'\")");
        }

        yield return new(Places, Places, $"CREATE TABLE \"{Places}\" (\"{Place}\" INTEGER PRIMARY KEY, \"{Node}\" INTEGER NOT NULL) STRICT")
        {
            IsDerived = true,
        };
        foreach (var family in layout.Families)
        {
            if (ColumnsOf(family) is not { Count: > 0 } columns) continue;
            var differs = string.Join(" OR ", columns.Select(column => $"OLD.{Quote(column.Name)} IS NOT NEW.{Quote(column.Name)}"));
            var name = $"{family.Table}.words.changed";
            yield return new(
                name,
                family.Table,
                $"CREATE TRIGGER {Quote(name)} AFTER UPDATE OF {string.Join(", ", columns.Select(column => Quote(column.Name)))} ON "
                    + $"{Quote(family.Table)} WHEN {differs}"
                    + $" BEGIN UPDATE \"{Definitions.Meta}\" SET \"value\" = 'changed' WHERE \"name\" = '{Entry}'; END");
        }
    }

    /// <summary>
    /// The statements that take out the words of a row that is deleted, before <see cref="Ranks"/> forgets it; empty where its family has none.
    /// </summary>
    public static string Removal(Family family)
    {
        if (ColumnsOf(family).Count == 0) return "";
        var rank = $"FROM \"{Ranks.Table}\" WHERE \"{Ranks.Node}\" = OLD.\"{Family.Key}\" AND \"{Ranks.Place}\" IS NOT NULL";
        return $"DELETE FROM \"{Settled}\" WHERE rowid = (SELECT \"{Ranks.Place}\" << {TypeBits} | \"{Ranks.Type}\" {rank}); "
            + $"DELETE FROM \"{Places}\" WHERE \"{Place}\" = (SELECT \"{Ranks.Place}\" {rank}); "
            + $"DELETE FROM \"{Recent}\" WHERE rowid = {NodeOf(family, "OLD")}; ";
    }

    /// <summary>
    /// The number of a node in a table: its key or its place, and in the last bits the ordinal of its type, which counts by type need.
    /// </summary>
    public static long NumberOf(int type, long keyOrPlace) => keyOrPlace << TypeBits | (uint)type;

    /// <summary>The number of the node of a row in <see cref="Recent"/>.</summary>
    public static string NodeOf(Family family, string row) => $"({row}.\"{Family.Key}\" << {TypeBits} | {family.OrdinalOf(row)})";

    /// <summary>The ordinal of the type in a number.</summary>
    public static string TypeOf(string number) => $"{number} & {(1 << TypeBits) - 1}";

    /// <summary>A number without the type: a key or a place.</summary>
    public static string WithoutType(string number) => $"{number} >> {TypeBits}";

    /// <summary>The columns of a family whose words are found.</summary>
    public static List<Column> ColumnsOf(Family family) =>
        [.. family.Columns.Where(column => column.Owners.Any(owner => owner.Property.IsSearchable))];
}
