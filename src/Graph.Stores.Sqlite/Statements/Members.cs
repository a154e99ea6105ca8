using Graph.Model.Ontologies;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>What a node is joined with along relationships.</summary>
/// <param name="Tables">The tables to join, in this order, each under its alias.</param>
/// <param name="Conditions">The conditions on them and on the node.</param>
/// <param name="Key">The key of what is at the end.</param>
/// <param name="AreUnique">Nothing is at the end twice.</param>
internal sealed record Members(IReadOnlyList<string> Tables, IReadOnlyList<string> Conditions, string Key, bool AreUnique = false)
{
    /// <summary>The tables after another, in a fixed order.</summary>
    public string Joined => string.Concat(Tables.Select(table => $" CROSS JOIN {table}"));

    /// <summary>The condition that there is nobody.</summary>
    public string None => $"NOT EXISTS (SELECT 1 FROM {string.Join(" CROSS JOIN ", Tables)}{SqlText.Where(Conditions)})";

    /// <summary>What a relationship leads to from a node, each once however many relationships lead there.</summary>
    public static Members Once(Paths paths, RelationshipField field, string key)
    {
        var members = Along(paths, [field], key);
        if (!field.Relationship.MayBeParallel) return members with { AreUnique = true };
        var (edge, other) = (members.Tables[0], members.Tables[0] + "_first");
        var (name, first) = (AliasOf(edge), AliasOf(other));
        string[] ends = [RelationshipTable.Start, RelationshipTable.End];
        var alike = string.Join(" AND ", ends.Select(end => $"{first}.\"{end}\" = {name}.\"{end}\""));
        var least = $"NOT EXISTS (SELECT 1 FROM {other} WHERE {alike}"
            + $" AND {first}.\"{RelationshipTable.Identity}\" < {name}.\"{RelationshipTable.Identity}\")";
        return members with { Conditions = [.. members.Conditions, least], AreUnique = true };
    }

    /// <summary>What a way leads to from a node, as often as it does.</summary>
    /// <param name="paths">Follows the steps.</param>
    /// <param name="way">The steps, at least one.</param>
    /// <param name="key">The node's key.</param>
    /// <param name="onFirst">Further conditions on the first relationship.</param>
    public static Members Along(Paths paths, IReadOnlyList<RelationshipField> way, string key, Func<Place, IEnumerable<string>>? onFirst = null)
    {
        List<string> tables = [], conditions = [];
        foreach (var field in way)
        {
            var hop = paths.Follow(field);
            conditions.Add($"{hop.Near} = {key}");
            if (paths.IsOfSource(field, key) is { } source) conditions.Add(source);
            tables.Add(hop.Edges);
            if (tables.Count == 1 && onFirst is not null) conditions.AddRange(onFirst(hop.Far));
            if (!hop.IsCertain)
            {
                tables.Add(hop.Far.Table);
                conditions.Add($"{hop.Far.RowKey} = {hop.End}");
                if (hop.Types is { } types) conditions.Add(types);
            }

            key = hop.End;
        }

        return new(tables, conditions, key);
    }

    private static string AliasOf(string table) => table[(table.LastIndexOf(' ') + 1)..];
}
