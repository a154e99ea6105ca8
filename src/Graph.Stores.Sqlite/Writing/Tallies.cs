using Graph.Model.Ontologies;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>
/// The derived relationships. A batch that touches what they are derived from leaves a mark in its own transaction, so
/// that a refresh after a crash knows that it is due; no mark at all is due too.
/// </summary>
internal sealed class Tallies(Connection connection, Layout layout, TallyRule rule)
{
    internal const string Entry = "tallies";
    private const string Due = "due";
    private const string Done = "done";

    private bool isMarked;

    /// <summary>The relationship that is derived.</summary>
    public RelationshipType Derived => rule.Relationship;

    public void Touch(NodeType type)
    {
        if (rule.DependsOn(type)) Mark();
    }

    public void Touch(RelationshipType type)
    {
        if (rule.DependsOn(type)) Mark();
    }

    /// <summary>The transaction was undone: whether the mark is stored is not known any more.</summary>
    public void Forget() => isMarked = false;

    /// <summary>Computes all tallies, writes those that differ, and says how many there are.</summary>
    public long Refresh()
    {
        var table = Quote(layout.Of(rule.Relationship).Table);
        if (connection.Texts($"SELECT \"value\" FROM \"{Definitions.Meta}\" WHERE \"name\" = '{Entry}'") is not [Done])
        {
            connection.Execute($"CREATE TEMP TABLE \"tally\" AS {Computed()}; CREATE UNIQUE INDEX temp.\"tally.ends\" ON \"tally\" (s, e)");
            connection.Execute($"DELETE FROM {table} WHERE NOT EXISTS (SELECT 1 FROM temp.\"tally\" t WHERE t.s = "
                + $"{table}.\"{RelationshipTable.Start}\" AND t.e = {table}.\"{RelationshipTable.End}\")");
            connection.Execute(Upsert(table));
            connection.Execute("DROP TABLE temp.\"tally\"");
            RankWriter.CountDerived(connection, layout.Of(rule.Relationship));
            Write(Done);
            isMarked = false;
        }

        return connection.Number($"SELECT count(*) FROM {table}") ?? 0;
    }

    private void Mark()
    {
        if (isMarked) return;
        Write(Due);
        isMarked = true;
    }

    private void Write(string state) =>
        connection.Execute($"INSERT INTO \"{Definitions.Meta}\" VALUES ('{Entry}', '{state}') ON CONFLICT DO UPDATE SET \"value\" = '{state}'");

    private string Computed()
    {
        var (act, acts) = (rule.Act, layout.Of(rule.Act.Type));
        var day = $"x.{Quote(acts.Of(act.On).Name)}";
        var counted = act is { Kind: { } kind, Counted: { } value } ? $" AND x.{Quote(acts.Of(kind).Name)} = '{value}'" : "";
        var (start, end) = rule.Field.Direction == Direction.Out ? ("m.actor", "a.actor") : ("a.actor", "m.actor");
        return $"SELECT {start} AS s, {end} AS e, count(*) AS n, min({day}) AS f, max({day}) AS l "
            + $"FROM ({Pairs(act.By)}) AS m "
            + $"CROSS JOIN {Quote(acts.Table)} AS x ON x.\"{Family.Key}\" = m.act{counted} "
            + $"CROSS JOIN ({Pairs(act.Against)}) AS a ON a.act = x.\"{Family.Key}\" "
            + "GROUP BY m.actor, a.actor";
    }

    // Several relationships between two nodes, told apart by their properties, are one pair.
    private string Pairs(RelationshipField fromAct)
    {
        var table = layout.Of(fromAct.Relationship);
        var (start, end) = fromAct.Direction == Direction.Out ? ("act", "actor") : ("actor", "act");
        return $"SELECT {(table.Type.MayBeParallel ? "DISTINCT " : "")}\"{RelationshipTable.Start}\" AS {start}, \"{RelationshipTable.End}\" AS "
            + $"{end} FROM {Quote(table.Table)}";
    }

    private string Upsert(string table)
    {
        var derived = layout.Of(rule.Relationship);
        var (count, first, last) = (Quote(derived.Of(rule.Count).Name), Quote(derived.Of(rule.First).Name), Quote(derived.Of(rule.Last).Name));
        return $"INSERT INTO {table} (\"{RelationshipTable.Start}\", \"{RelationshipTable.End}\", {count}, {first}, {last}) "
            + $"SELECT s, e, n, f, l FROM temp.\"tally\" WHERE true ON CONFLICT DO UPDATE SET {count} = excluded.{count}, {first} = "
            + $"excluded.{first}, {last} = excluded.{last} "
            + $"WHERE {count} IS NOT excluded.{count} OR {first} IS NOT excluded.{first} OR {last} IS NOT excluded.{last}";
    }
}
