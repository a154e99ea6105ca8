using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Sources;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;
using Graph.Stores.Neo4j.Migrations;
using Graph.Stores.Neo4j.Statements;
using Graph.Stores.Neo4j.Writing;

namespace Graph.Stores.Neo4j.Reading;

/// <summary>
/// What some sources say: see <see cref="IGraphStore.ReadAssertedAsync"/>. No index leads there: each label and type is read once, by a
/// statement of its own, whose rows are asked for as fast as they are taken.
/// </summary>
/// <param name="runner">The server.</param>
/// <param name="ontology">The domain.</param>
/// <param name="labels">Tell its types apart.</param>
/// <param name="take">Takes the records.</param>
internal sealed class AssertedReader(
    IStatementRunner runner, Ontology ontology, LabelMap labels, Func<RecordBatch, CancellationToken, ValueTask> take)
{
    /// <summary>Reads what sources say.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="cancellation">Stops the statement at work.</param>
    /// <returns>Whether the graph knows any of them.</returns>
    public async Task<bool> ReadAsync(IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        var numbers = await runner.ReadAsync((transaction, stop) => SourceNumbers.ReadAsync(transaction, stop), null, cancellation);
        var records = new RecordsOfSources(names.Where(numbers.ContainsKey).Select(name => numbers[name]).ToHashSet());
        if (!records.Any) return false;
        var parameters = StatementParameters.Of(("soles", records.Soles.ToList()));
        foreach (var type in ontology.NodeTypes) await RunAsync(Nodes(type), (ref PackStreamReader row) => Add(ref row, type, records));
        var merged =
            await runner.ReadAsync((transaction, stop) => MergedNodes.ReadAsync(transaction, ontology, isWhole: true, stop), null, cancellation);
        records.Add(merged.Members);
        await records.SendAsync(take, cancellation);
        foreach (var type in ontology.RelationshipTypes.Where(type => type != ontology.Tally?.Relationship))
            await RunAsync(Relationships(type), (ref PackStreamReader row) => Add(ref row, type, records));
        records.Add(merged.Relationships);
        await records.SendAsync(take, cancellation);
        return true;

        async Task RunAsync(string text, ReadRow read)
        {
            await runner.RunAsync(new(text, parameters), new Rows(read, records, take), cancellation);
            await records.SendAsync(take, cancellation);
        }
    }

    private string Nodes(NodeType type) =>
        $"MATCH (n:{labels.Of(type)}) WHERE {Asserted("n")} RETURN n.{DatabaseSchema.Sources}{Values("n", type.Properties)}";

    private string Relationships(RelationshipType type) =>
        $"MATCH (a)-[r:{Identifiers.Escape(type.Name)}]->(b) WHERE {Asserted("r")}"
        + $" RETURN r.{DatabaseSchema.Sources}, {labels.OrdinalOf("a", type.Starts)}, a.id, {labels.OrdinalOf("b", type.Ends)}, "
        + $"b.id{Values("r", type.Properties?.Properties ?? [])}";

    private static string Asserted(string record) =>
        $"({record}.{DatabaseSchema.Sources} IN $soles OR {record}.{DatabaseSchema.Sources} STARTS WITH '{Assertions.ListStart}')";

    private static string Values(string record, IReadOnlyList<Property> properties) =>
        string.Concat(properties.Select(property => $", {Identifiers.Property(record, property)}"));

    private static void Add(ref PackStreamReader row, NodeType type, RecordsOfSources records)
    {
        var sources = row.TryReadNull() ? null : row.ReadString();
        records.Add(type, sources, StoredCells.Read(ref row, type.Properties, records.Batch));
    }

    private void Add(ref PackStreamReader row, RelationshipType type, RecordsOfSources records)
    {
        var sources = row.TryReadNull() ? null : row.ReadString();
        var (start, startId) = ((int)row.ReadInteger(), NumberId.ReadText(ref row));
        var (end, endId) = ((int)row.ReadInteger(), NumberId.ReadText(ref row));
        var cells = StoredCells.Read(ref row, type.Properties?.Properties ?? [], records.Batch);
        if (start < 0 || end < 0) return;
        records.Add(
            type,
            (ontology.NodeTypes[start], records.Batch.AddText(startId)),
            (ontology.NodeTypes[end], records.Batch.AddText(endId)),
            sources,
            cells);
    }

    /// <summary>Reads a row after its list was entered.</summary>
    private delegate void ReadRow(ref PackStreamReader row);

    private sealed class Rows(ReadRow read, RecordsOfSources records, Func<RecordBatch, CancellationToken, ValueTask> take) : IRowSink
    {
        public void OnRow(PackStreamReader row)
        {
            row.ReadListHeader();
            read(ref row);
        }

        public ValueTask OnFetchedAsync(CancellationToken cancellationToken) => records.IsFull ? records.SendAsync(take, cancellationToken) : default;
    }
}
