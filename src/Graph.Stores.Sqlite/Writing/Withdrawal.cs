using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Sources;
using Graph.Model.Stores;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>What a source no longer lists: counted, and taken back inside the caller's transaction.</summary>
/// <param name="connection">The file.</param>
/// <param name="layout">Its tables.</param>
/// <param name="sources">Knows what was listed.</param>
/// <param name="writers">The writers of nodes and relationships.</param>
/// <param name="asserted">Stores what several sources assert.</param>
/// <param name="journal">Told of what is asserted by others than before.</param>
/// <param name="changes">Told of each record that goes or gets other values.</param>
internal sealed class Withdrawal(
    Connection connection, Layout layout, Sources sources, RecordWriters writers, AssertedNodes asserted, Journal journal, IRecordChanges changes)
{
    private static readonly string Several = SeveralOf("");

    private readonly Dictionary<NodeType, string> ends = [];
    private readonly RecordBatch scratch = new();

    /// <summary>The condition that a record has several sources, or none any more: all texts of these lie between two signs.</summary>
    /// <param name="row">The alias of the record's table with its dot; empty: none.</param>
    public static string SeveralOf(string row) => $"{row}\"{Definitions.SourcesColumn}\" >= '[' AND {row}\"{Definitions.SourcesColumn}\" < '\\'";

    /// <summary>Counts.</summary>
    public UnlistedCounts Count(string name)
    {
        if (sources.Find(name) is not { } source) return default;
        var unlisted = new HashSet<long>();
        var (nodes, relationships, gone) = (0L, 0L, 0L);
        foreach (var (node, isListed) in layout.Families.SelectMany(family => Nodes(family, source)))
        {
            nodes++;
            if (!isListed) unlisted.Add(node.Key);
        }

        foreach (var table in layout.Relationships)
        {
            foreach (var (one, isListed) in Relationships(table, source))
            {
                relationships++;
                if (!isListed && !unlisted.Contains(one.Start) && !unlisted.Contains(one.End)) gone++;
            }
        }

        return new(nodes, relationships, unlisted.Count, gone);
    }

    /// <summary>Takes back what sources no longer list.</summary>
    public WithdrawalCounts Run(IEnumerable<string> names, DateTimeOffset now)
    {
        var (removed, changed) = (0L, 0L);
        foreach (var source in names.Select(sources.Find).OfType<int>())
        {
            foreach (var table in layout.Relationships)
            {
                foreach (var (one, _) in Relationships(table, source).Where(one => !one.IsListed).ToList())
                    Count(Withdraw(table, one, source));
            }

            foreach (var family in layout.Families)
                foreach (var (node, _) in Nodes(family, source).Where(node => !node.IsListed).ToList())
                    Count(Withdraw(family, node, source, now));
        }

        // A node that nobody asserts goes with the last relationship that others had to it.
        foreach (var family in layout.Families)
            foreach (var node in NodesWhere(family, IsOf(Assertions.None)).ToList())
                if (!IsConnected(node)) Count(Remove(family, node));
        return new(removed, changed);

        void Count(Written? written)
        {
            if (written is null) removed++;
            else if (written == Written.Changed) changed++;
        }
    }

    private Written? Withdraw(RelationshipTable table, in StoredRelationship one, int source)
    {
        var written = writers.Of(table.Type).Withdraw(one.Batch, one.Cells, one.Sources!, source, one.Start, one.End);
        if (written is null) changes.Removed(table, one);
        else if (written == Written.Changed) changes.Changed(table.Type);
        return written;
    }

    private Written? Withdraw(Family family, in StoredNodeRow node, int source, DateTimeOffset now)
    {
        var type = node.Type;
        var writer = writers.Of(type);
        scratch.Clear();
        var stored = writer.Read(node.Key, scratch);
        var assertions = Assertions.Read(node.Sources, type.Properties, scratch, stored);
        assertions.Remove(source);
        if (assertions.IsEmpty)
        {
            if (!IsConnected(node)) return Remove(family, node);
            writer.SetSources(node.Key, Assertions.None);
            if (node.Sources != Assertions.None) journal.Changed(type, scratch, stored, node.Sources, scratch, stored, Assertions.None);
            return Written.Unchanged;
        }

        var (outcome, batch, united) = asserted.Keep(assertions, node.Sources, writer, scratch, type, stored, node.Key, now);
        if (outcome == Outcome.NotUnique)
        {
            writer.SetSources(node.Key, assertions.Text());
            journal.Changed(type, scratch, stored, node.Sources, scratch, stored, assertions.Text());
        }

        if (outcome != Outcome.Changed) return Written.Unchanged;
        changes.Changed(batch, united, node.Key);
        return Written.Changed;
    }

    private Written? Remove(Family family, in StoredNodeRow node)
    {
        if (layout.Ontology.Tally is { } rule)
        {
            var derived = layout.Of(rule.Relationship);
            Run($"DELETE FROM {Quote(derived.Table)} WHERE \"{RelationshipTable.Start}\" = ?1", node.Key);
            Run($"DELETE FROM {Quote(derived.Table)} WHERE \"{RelationshipTable.End}\" = ?1", node.Key);
        }

        changes.Removing(node.Type, node.Key);
        Run($"DELETE FROM {Quote(family.Table)} WHERE \"{Family.Key}\" = ?1", node.Key);
        return null;
    }

    private void Run(string sql, long key)
    {
        var statement = connection.Prepare(sql);
        statement.Bind(1, key);
        statement.Run();
    }

    /// <summary>A relationship that is no tally begins or ends at the node.</summary>
    private bool IsConnected(in StoredNodeRow node)
    {
        if (!ends.TryGetValue(node.Type, out var sql))
        {
            var type = node.Type;
            var tables = layout.Relationships.Where(table => table.Type != layout.Ontology.Tally?.Relationship).ToList();
            var parts = tables.Where(table => table.Type.Starts.Contains(type))
                .Select(table => $"SELECT 1 FROM {Quote(table.Table)} WHERE \"{RelationshipTable.Start}\" = ?1")
                .Concat(tables.Where(table => table.Type.Ends.Contains(type))
                    .Select(table => $"SELECT 1 FROM {Quote(table.Table)} WHERE \"{RelationshipTable.End}\" = ?1"))
                .ToList();
            ends[type] = sql = parts.Count == 0 ? "SELECT 0 WHERE ?1 < 0" : $"SELECT 1 WHERE EXISTS ({string.Join(" UNION ALL ", parts)})";
        }

        var statement = connection.Prepare(sql);
        statement.Bind(1, node.Key);
        var isConnected = statement.Step();
        statement.Reset();
        return isConnected;
    }

    private IEnumerable<(StoredNodeRow Node, bool IsListed)> Nodes(Family family, int source) =>
        NodesWhere(family, IsOf(Assertions.Sole(source)))
            .Concat(NodesWhere(family, Several).Where(node => Assertions.Names(node.Sources, source)))
            .Select(node => (node, sources.Listed(source).Has(node.Key)));

    // Whoever writes reads to the end first: a row that changes would move under the reader.
    private IEnumerable<StoredNodeRow> NodesWhere(Family family, string condition)
    {
        var rows = connection.Prepare(
            $"SELECT \"{Family.Key}\", \"{Definitions.SourcesColumn}\"{(family.IsTyped ? $", \"{Family.TypeColumn}\"" : "")} FROM "
                + $"{Quote(family.Table)} WHERE {condition}");
        try
        {
            while (rows.Step())
                yield return new(
                    rows.Int64(0), family.IsTyped ? family.TypeNamed(rows.Utf8(2)) : family.Types[0], Encoding.UTF8.GetString(rows.Utf8(1)));
        }
        finally
        {
            rows.Reset();
        }
    }

    private static string IsOf(string? sources) => $"\"{Definitions.SourcesColumn}\" = '{sources}'";

    // What is listed is only counted; of the rest the values are kept, as nothing may be written while rows are read.
    private IEnumerable<(StoredRelationship One, bool IsListed)> Relationships(RelationshipTable table, int source)
    {
        var properties = table.Type.Properties?.Properties ?? [];
        var (seen, kept) = (new RecordBatch(), new RecordBatch());
        foreach (var condition in (string[])[IsOf(Assertions.Sole(source)), Several])
        {
            var rows = connection.Prepare($"SELECT {StoredRelationship.Columns(table)} FROM {Quote(table.Table)} WHERE {condition}");
            try
            {
                while (rows.Step())
                {
                    var (start, end, names) = (rows.Int64(0), rows.Int64(1), Encoding.UTF8.GetString(rows.Utf8(2)));
                    if (condition == Several && !Assertions.Names(names, source)) continue;
                    seen.Clear();
                    var identity = ListedRecords.Identity(table.Type, seen, StoredCells.Of(rows, 3, properties, seen));
                    var isListed = sources.Listed(source).Has(table.Type, start, end, identity);
                    yield return (new(start, end, names, kept, isListed ? [] : StoredCells.Of(rows, 3, properties, kept)), isListed);
                }
            }
            finally
            {
                rows.Reset();
            }
        }
    }

    private readonly record struct StoredNodeRow(long Key, NodeType Type, string Sources);
}
