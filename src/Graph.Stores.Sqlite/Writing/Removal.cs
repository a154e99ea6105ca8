using Graph.Model.Ontologies;
using Graph.Model.Removing;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>Removes a node, inside the caller's transaction.</summary>
/// <param name="connection">The file.</param>
/// <param name="layout">Its tables.</param>
/// <param name="changes">Told of each record that goes.</param>
internal sealed class Removal(Connection connection, Layout layout, IRecordChanges changes)
{
    /// <summary>Removes the node and what goes with it, or says what is attached to it.</summary>
    public RemovalResult Run(NodeType type, long key)
    {
        var rule = RemovalRule.Of(layout.Ontology, type);
        if (rule.IsAct)
        {
            RemoveAct(type, key, rule);
        }
        else
        {
            if (rule.Origin is { Source: NodeType acts } origin)
                foreach (var act in Far(layout.Of(origin.Relationship), Back(origin), key).Where(other => TypeOf(acts, other) == acts))
                    RemoveAct(acts, act, rule);
            if (Attached(type, key, rule) is { Count: > 0 } attached) return new(IsFound: true, attached);
            Remove(type, key);
        }

        return new(IsFound: true, []);
    }

    private void RemoveAct(NodeType type, long key, RemovalRule rule)
    {
        var parts = rule.Parts.Select(field => (Field: field, Keys: Far(layout.Of(field.Relationship), field.Direction, key))).ToList();
        Remove(type, key);
        foreach (var (field, keys) in parts)
        {
            var table = layout.Of(field.Relationship);
            foreach (var part in keys.Where(part => Far(table, Back(field), part).Count == 0))
                if (TypeOf(field.Target, part) is { } other) Remove(other, part);
        }
    }

    private static Direction Back(RelationshipField field) => field.Direction == Direction.Out ? Direction.In : Direction.Out;

    // Null where a node of another family has the key.
    private NodeType? TypeOf(EntityType among, long key)
    {
        var family = layout.Of(among);
        var row = connection.Prepare($"SELECT {(family.IsTyped ? $"\"{Family.TypeColumn}\"" : $"'{family.Types[0].Name}'")} FROM "
            + $"{Quote(family.Table)} WHERE \"{Family.Key}\" = ?1");
        row.Bind(1, key);
        return StoredCells.FirstText(row) is { } name ? layout.Ontology.FindNodeType(name) : null;
    }

    private void Remove(NodeType type, long key)
    {
        foreach (var (table, column) in At(type))
        {
            var rows = connection.Prepare(
                $"DELETE FROM {Quote(table.Table)} WHERE \"{column}\" = ?1 RETURNING {StoredRelationship.Columns(table)}");
            rows.Bind(1, key);
            var gone = StoredRelationship.All(rows, table);
            if (table.Type == layout.Ontology.Tally?.Relationship) continue;
            foreach (var one in gone) changes.Removed(table, one);
        }

        changes.Removing(type, key);
        var delete = connection.Prepare($"DELETE FROM {Quote(layout.Of(type).Table)} WHERE \"{Family.Key}\" = ?1");
        delete.Bind(1, key);
        delete.Run();
    }

    private List<AttachedCount> Attached(NodeType type, long key, RemovalRule rule)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (table, column) in At(type)
            .Where(end => end.Table.Type != layout.Ontology.Tally?.Relationship && end.Table.Type != rule.Origin?.Relationship))
        {
            // A relationship of the node to itself is met at its end.
            var itself = column == RelationshipTable.Start ? $" AND \"{RelationshipTable.End}\" <> ?1" : "";
            var row = connection.Prepare($"SELECT count(*) FROM {Quote(table.Table)} WHERE \"{column}\" = ?1{itself}");
            row.Bind(1, key);
            row.Step();
            var count = row.Int64(0);
            row.Reset();
            if (count > 0) counts[table.Type.Name] = counts.GetValueOrDefault(table.Type.Name) + count;
        }

        return [.. counts.Select(pair => new AttachedCount(pair.Key, pair.Value))];
    }

    private IEnumerable<(RelationshipTable Table, string Column)> At(NodeType type)
    {
        foreach (var table in layout.Relationships)
        {
            if (table.Type.Starts.Contains(type)) yield return (table, RelationshipTable.Start);
            if (table.Type.Ends.Contains(type)) yield return (table, RelationshipTable.End);
        }
    }

    private List<long> Far(RelationshipTable table, Direction direction, long key)
    {
        var rows = connection.Prepare(
            $"SELECT DISTINCT \"{RelationshipTable.FarOf(direction)}\" FROM {Quote(table.Table)} WHERE "
                + $"\"{RelationshipTable.NearOf(direction)}\" = ?1 ORDER BY 1");
        rows.Bind(1, key);
        var found = new List<long>();
        while (rows.Step()) found.Add(rows.Int64(0));
        rows.Reset();
        return found;
    }
}
