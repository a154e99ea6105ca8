using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Tables;

/// <summary>
/// What nodes are ranked by, of all families together in one narrow table: how many relationships they have, and their ids. The writer keeps
/// it; a node that another program deletes is taken out, with its words.
/// </summary>
internal static class Ranks
{
    /// <summary>The table.</summary>
    public const string Table = "graph_degrees";

    /// <summary>The column of a node's key.</summary>
    public const string Node = "node";

    /// <summary>The ordinal of its type.</summary>
    public const string Type = "type";

    /// <summary>The number of its relationships, derived ones left out.</summary>
    public const string Degree = "degree";

    /// <summary>The number of its derived relationships.</summary>
    public const string Derived = "derived";

    /// <summary>
    /// The number of its words in <see cref="Words.Settled"/>, without the type; null where they are not in it. <see cref="Words.Places"/> is
    /// the way back.
    /// </summary>
    public const string Place = "place";

    /// <summary>The table and its triggers.</summary>
    public static IEnumerable<Definition> Of(Layout layout)
    {
        yield return new(
            Table,
            Table,
            $"CREATE TABLE \"{Table}\" (\"{Node}\" INTEGER PRIMARY KEY, \"{Type}\" INTEGER NOT NULL, "
                + $"\"{Degree}\" INTEGER NOT NULL, \"{Derived}\" INTEGER NOT NULL, \"id\" TEXT NOT NULL, "
                + $"\"{Place}\" INTEGER) STRICT")
        {
            IsDerived = true,
        };
        foreach (var family in layout.Families)
        {
            var name = $"{family.Table}.ranks.removed";
            yield return new(
                name,
                family.Table,
                $"CREATE TRIGGER {Quote(name)} AFTER DELETE ON {Quote(family.Table)}"
                    + $" BEGIN {Words.Removal(family)}DELETE FROM \"{Table}\" WHERE \"{Node}\" = OLD.\"{Family.Key}\"; END");
        }
    }

    /// <summary>The number of all relationships of a node, from the alias of its row.</summary>
    public static string All(string row) => $"{row}.\"{Degree}\" + {row}.\"{Derived}\"";

    /// <summary>The rows <c>k</c> (a node's key) and <c>n</c> of how many relationships of some types there are; one to itself is one.</summary>
    public static string Counted(IEnumerable<RelationshipTable> tables)
    {
        var ends = tables.SelectMany(table => new[]
        {
            $"SELECT \"{RelationshipTable.Start}\" AS k, count(*) AS n FROM {Quote(table.Table)} GROUP BY 1",
            $"SELECT \"{RelationshipTable.End}\", count(*) FROM {Quote(table.Table)}"
                + $" WHERE \"{RelationshipTable.End}\" <> \"{RelationshipTable.Start}\" GROUP BY 1",
        }).ToList();
        return ends.Count == 0 ? "SELECT 0 AS k, 0 AS n" : $"SELECT k, sum(n) AS n FROM ({string.Join(" UNION ALL ", ends)}) GROUP BY k";
    }
}
