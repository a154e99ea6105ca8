using Graph.Model.Changes;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Records;
using Graph.Model.Removing;
using Graph.Model.Runs;
using Graph.Model.Stores;

namespace Graph.Import.Tests.Support;

/// <summary>A store in memory that takes batches as the contract says and shows what it holds.</summary>
internal sealed class MemoryStore(Ontology? ontology = null) : IGraphStore, IGraphWriter
{
    private readonly Dictionary<(string Family, string Id), StoredNode> nodes = [];
    private readonly Dictionary<string, StoredRelationship> relationships = [];
    private readonly List<((string Source, object Record) Key, Dictionary<string, string?> Values)> assertions = [];
    private readonly HashSet<(string Source, object Record)> listed = [];

    public Ontology Ontology { get; } = ontology ?? Ontology.Shipped;

    public string Location => "memory";

    public int RecordsPerBatch { get; init; } = 10_000;

    public IReadOnlyCollection<StoredNode> Nodes => nodes.Values;

    public IReadOnlyCollection<StoredRelationship> Relationships => relationships.Values;

    public int Batches => BatchSizes.Count;

    public List<(int Nodes, int Relationships)> BatchSizes { get; } = [];

    public int Refreshes { get; private set; }

    /// <summary>Called before each batch is written.</summary>
    public Action? OnWrite { get; set; }

    public StoredNode Node(string id) => nodes.Values.Single(node => node.Id == id);

    public IEnumerable<StoredNode> OfType(string type) => nodes.Values.Where(node => node.Type == type);

    /// <summary>The nodes at the far end of a node's outgoing relationships of a type.</summary>
    public IEnumerable<StoredNode> From(StoredNode start, string type) =>
        relationships.Values.Where(one => one.Type == type && one.Start == start.Id).Select(one => Node(one.End));

    /// <summary>The nodes whose relationships of a type come in.</summary>
    public IEnumerable<StoredNode> To(StoredNode end, string type) =>
        relationships.Values.Where(one => one.Type == type && one.End == end.Id).Select(one => Node(one.Start));

    public ValueTask<IGraphWriter> OpenWriterAsync(CancellationToken cancellationToken)
    {
        listed.Clear();
        return new(this);
    }

    public ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(
        EntityType type,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken) =>
        new(nodes.Values.Where(node => ids.Contains(node.Id) && type.ConcreteTypes.Any(one => one.Name == node.Type))
            .ToDictionary(node => node.Id, node => Ontology.FindNodeType(node.Type)!));

    public ValueTask<WriteResult> WriteAsync(RecordBatch batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        OnWrite?.Invoke();
        BatchSizes.Add((batch.Nodes.Count, batch.Relationships.Count));
        var refused = new List<Refusal>();
        var (nodeCounts, relationshipCounts) = (default(WriteCounts), default(WriteCounts));
        for (var i = 0; i < batch.Nodes.Count; i++)
        {
            var entry = batch.Nodes[i];
            var id = batch.Id(entry);
            var values = Values(batch, entry.Type.Properties, batch.Cells(entry));
            var key = (Family(entry.Type), id);
            if (nodes.TryGetValue(key, out var known) && known.Type != entry.Type.Name)
            {
                refused.Add(new(true, i, RefusalReason.OtherType, known.Type));
                continue;
            }

            if (entry.Type.FindProperty("importedAt") is not null)
                values["importedAt"] = known?.Values["importedAt"] ?? values.GetValueOrDefault("importedAt") ?? now.ToString("O");
            values = Put(batch.SourceOf(entry.Place.File), key, values, entry.Type.Properties);
            nodeCounts += Counted(known?.Values, values);
            nodes[key] = new(entry.Type.Name, id, values);
        }

        for (var i = 0; i < batch.Relationships.Count; i++)
        {
            var entry = batch.Relationships[i];
            var (start, end) = (batch.Text(entry.Start), batch.Text(entry.End));
            if (!Has(entry.StartType, start)) refused.Add(new(false, i, RefusalReason.NoStart, start));
            else if (!Has(entry.EndType, end)) refused.Add(new(false, i, RefusalReason.NoEnd, end));
            else
            {
                var values = Values(batch, entry.Type.Properties?.Properties ?? [], batch.Cells(entry));
                var identity = string.Join('|', entry.Type.Properties?.Identifying.Select(property => values.GetValueOrDefault(property.Name)) ?? []);
                var key = $"{entry.Type.Name} {start} {end} {identity}";
                values = Put(batch.SourceOf(entry.Place.File), key, values, entry.Type.Properties?.Properties ?? []);
                relationshipCounts += Counted(relationships.GetValueOrDefault(key)?.Values, values);
                relationships[key] = new(entry.Type.Name, start, end, values);
            }
        }

        return new(new WriteResult(nodeCounts, relationshipCounts, refused));

        bool Has(NodeType type, string id) => nodes.TryGetValue((Family(type), id), out var node) && node.Type == type.Name;
    }

    public ValueTask<UnlistedCounts> CountUnlistedAsync(string source, CancellationToken cancellationToken)
    {
        var own = assertions.Select(one => one.Key).Where(key => key.Source == source).ToList();
        var gone = own.Where(key => !listed.Contains(key)).ToList();
        return new(new UnlistedCounts(
            own.Count(key => key.Record is not string), own.Count(key => key.Record is string),
            gone.Count(key => key.Record is not string), gone.Count(key => key.Record is string)));
    }

    public ValueTask<WithdrawalCounts> WithdrawUnlistedAsync(
        IReadOnlyCollection<string> sources,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var removed = 0L;
        foreach (var key in assertions.Select(one => one.Key).Where(key => sources.Contains(key.Source) && !listed.Contains(key)).ToList())
        {
            assertions.RemoveAll(one => one.Key.Equals(key));
            if (assertions.Exists(other => other.Key.Record.Equals(key.Record))) continue;
            removed++;
            if (key.Record is string relationship) relationships.Remove(relationship);
            else nodes.Remove(((string, string))key.Record);
        }

        return new(new WithdrawalCounts(removed, 0));
    }

    // What the sources of a record give together; a record of nobody's is what was written last.
    private Dictionary<string, string?> Put(string? source, object record, Dictionary<string, string?> values, IEnumerable<Property> properties)
    {
        if (source is null) return values;
        listed.Add((source, record));
        assertions.RemoveAll(one => one.Key.Equals(((string, object))(source, record)));
        assertions.Add(((source, record), values));
        var lists = properties.Where(property => property.IsList).Select(property => property.Name).ToHashSet();
        var united = values.Keys.ToDictionary(name => name, _ => (string?)null);
        foreach (var (name, value) in assertions.Where(one => one.Key.Record.Equals(record)).SelectMany(one => one.Values)
            .Where(one => one.Value is not null))
            united[name] = united[name] is { } before && lists.Contains(name) ? Together(before, value!) : value;
        return united;
    }

    private static string Together(string first, string second) => System.Text.Json.JsonSerializer.Serialize(
        new[] { first, second }.SelectMany(list => System.Text.Json.JsonSerializer.Deserialize<string[]>(list)!).Distinct(),
        new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public ValueTask<RemovalResult> RemoveAsync(NodeType type, string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public RemovedRecords Removed { get; } = new();

    public List<ImportRun> Runs { get; } = [];

    /// <summary>The sources of runs as they were kept, one after another.</summary>
    public List<string> SourcesKept { get; } = [];

    public ValueTask<ImportRun> KeepAsync(ImportRun run, CancellationToken cancellationToken)
    {
        SourcesKept.Add(string.Join(", ", run.Sources));
        if (run.Id == 0) Runs.Add(run = run with { Id = Runs.Count + 1 });
        else Runs[(int)run.Id - 1] = run;
        return new(run);
    }

    public ValueTask DropAsync(ImportRun run, CancellationToken cancellationToken)
    {
        Runs.RemoveAll(one => one.Id == run.Id);
        return default;
    }

    /// <summary>The judgements recorded.</summary>
    public List<Judgement> Judgements { get; } = [];

    public ValueTask<MergedRecords> MergedAsync(CancellationToken cancellationToken) => new(MergedRecords.None with { Judgements = [.. Judgements] });

    public ValueTask<JudgementResult> JudgeAsync(
        IReadOnlyList<Judgement> made,
        IReadOnlyList<Judgement> retracted,
        bool unlessHeld,
        CancellationToken cancellationToken)
    {
        var removed = Judgements.RemoveAll(one => retracted.Any(other => other.Key == one.Key));
        var added = made.Where(one => !Judgements.Exists(other => other.Key == one.Key)).ToList();
        Judgements.AddRange(added);
        return new(new JudgementResult(added.Count, removed, 0, []));
    }

    public ValueTask<UndoResult> UndoAsync(long run, CancellationToken cancellationToken) => throw new NotSupportedException();

    public DateTimeOffset? Forgotten { get; private set; }

    public ValueTask ForgetChangesAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        Forgotten = before;
        return default;
    }

    public ValueTask<long> FinishAsync(CancellationToken cancellationToken)
    {
        Refreshes++;
        return new(0L);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public ValueTask PingAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ICompiledQuery Compile(PreparedQuery query) => throw new NotSupportedException();

    public ValueTask ReadAsync<TConsumer>(
        ICompiledQuery query,
        IReadOnlyList<object?> parameters,
        TConsumer consumer,
        CancellationToken cancellationToken)
        where TConsumer : IRowConsumer => throw new NotSupportedException();

    private static string Family(NodeType type) => type.Interfaces.Count > 0 ? type.Interfaces[0].Name : type.Name;

    private static WriteCounts Counted(Dictionary<string, string?>? known, Dictionary<string, string?> values) =>
        known is null ? new(1, 0, 0)
        : known.Count == values.Count && known.All(pair => values.TryGetValue(pair.Key, out var value) && value == pair.Value) ? new(0, 0, 1)
        : new(0, 1, 0);

    private static Dictionary<string, string?> Values(RecordBatch batch, IReadOnlyList<Property> properties, ReadOnlySpan<Cell> cells)
    {
        var values = new Dictionary<string, string?>();
        for (var i = 0; i < cells.Length; i++)
        {
            values[properties[i].Name] = cells[i].Kind switch
            {
                CellKind.Null => null,
                CellKind.Text or CellKind.List => batch.Text(cells[i]),
                CellKind.Float => cells[i].Double.ToString("R"),
                CellKind.Boolean => cells[i].Number != 0 ? "true" : "false",
                CellKind.Date => cells[i].Day.ToString("yyyy-MM-dd"),
                CellKind.DateTime => cells[i].Instant.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ"),
                _ => cells[i].Number.ToString(),
            };
        }

        return values;
    }
}

internal sealed record StoredNode(string Type, string Id, Dictionary<string, string?> Values)
{
    public string? this[string property] => Values.GetValueOrDefault(property);
}

internal sealed record StoredRelationship(string Type, string Start, string End, Dictionary<string, string?> Values)
{
    public string? this[string property] => Values.GetValueOrDefault(property);
}
