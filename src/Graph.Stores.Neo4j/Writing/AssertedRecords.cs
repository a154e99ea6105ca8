using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Who asserts stored records, and what several sources give together.</summary>
internal sealed class AssertedRecords(IStatementTransaction transaction, CancellationToken cancellation)
{
    private static readonly NumberRows Ignored = new(static (_, _, _) => { });

    /// <summary>Who asserts nodes, by internal id; one that nobody asserts by name has null.</summary>
    public async Task<Dictionary<long, string?>> SourcesAsync(IReadOnlyList<long> nodes)
    {
        var rows = new SourceRows();
        await transaction.RunAsync(WriteStatements.Whole(WriteStatements.NodeSources, Ids(nodes)), rows, cancellation);
        return rows.ById;
    }

    /// <summary>The stored values of nodes, by internal id, in the batch.</summary>
    public async Task<Dictionary<long, Cell[]>> ValuesAsync(NodeType type, IReadOnlyList<long> nodes, RecordBatch batch)
    {
        var rows = new CellRows(type.Properties, batch, hasSources: false);
        await transaction.RunAsync(WriteStatements.Whole(WriteStatements.Values(type), Ids(nodes)), rows, cancellation);
        return rows.ById.ToDictionary(pair => pair.Key, pair => pair.Value.Cells);
    }

    /// <summary>Who asserts relationships, and their stored values, by internal id.</summary>
    public async Task<Dictionary<long, (string? Sources, Cell[] Cells)>> ValuesAsync(
        RelationshipType type,
        IReadOnlyList<long> relationships,
        RecordBatch batch)
    {
        var rows = new CellRows(type.Properties?.Properties ?? [], batch, hasSources: true);
        await transaction.RunAsync(WriteStatements.Whole(WriteStatements.Values(type), Ids(relationships)), rows, cancellation);
        return rows.ById;
    }

    /// <summary>Notes who asserts nodes.</summary>
    public Task SetAsync(IReadOnlyList<(long Id, string? Sources)> nodes) => SetAsync(WriteStatements.SetNodeSources, nodes);

    /// <summary>Notes who asserts relationships.</summary>
    public Task SetAsync(RelationshipType type, IReadOnlyList<(long Id, string? Sources)> relationships) =>
        SetAsync(WriteStatements.SetSources(type), relationships);

    /// <summary>The parameter of statements that are told internal ids.</summary>
    public static StatementParameters Ids(IReadOnlyList<long> ids) => RowParameters.Of(ids, 1, static (writer, id) => writer.WriteInteger(id));

    private async Task SetAsync(string text, IReadOnlyList<(long Id, string? Sources)> records)
    {
        if (records.Count == 0) return;
        var rows = RowParameters.Of(records, 2, static (writer, one) =>
        {
            writer.WriteInteger(one.Id);
            Write(writer, one.Sources);
        });
        await transaction.RunAsync(new(text, rows), Ignored, cancellation);
    }

    /// <summary>Writes who asserts a record.</summary>
    public static void Write(PackStreamWriter writer, string? sources)
    {
        if (sources is null) writer.WriteNull();
        else writer.WriteString(sources);
    }

    private sealed class SourceRows : IRowSink
    {
        public Dictionary<long, string?> ById { get; } = [];

        public void OnRow(PackStreamReader row)
        {
            row.ReadListHeader();
            var id = row.ReadInteger();
            ById[id] = row.TryReadNull() ? null : row.ReadString();
        }
    }

    /// <summary>Keeps rows of an internal id, who asserts the record, and its values.</summary>
    internal sealed class CellRows(IReadOnlyList<Property> properties, RecordBatch batch, bool hasSources) : IRowSink
    {
        public Dictionary<long, (string? Sources, Cell[] Cells)> ById { get; } = [];

        public void OnRow(PackStreamReader row)
        {
            row.ReadListHeader();
            var id = row.ReadInteger();
            var sources = !hasSources || row.TryReadNull() ? null : row.ReadString();
            ById[id] = (sources, StoredCells.Read(ref row, properties, batch));
        }
    }
}
