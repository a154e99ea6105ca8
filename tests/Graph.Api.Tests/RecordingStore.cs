using Graph.Model.Changes;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Runs;
using Graph.Model.Stores;

namespace Graph.Api.Tests;

/// <summary>A store that remembers what it is asked and answers with rows given as JSON.</summary>
internal sealed class RecordingStore(Ontology ontology) : IGraphStore
{
    private int readings;

    /// <summary>The rows of the next answer, each a JSON list.</summary>
    public IReadOnlyList<string> Rows
    {
        get;
        set => (field, readings) = (value, 0);
    } = [];

    /// <summary>The rows of the readings after the first, where they are others: with the ids that errors name.</summary>
    public IReadOnlyList<string>? Again { get; set; }

    /// <summary>What goes wrong with the next reading.</summary>
    public StoreException? Fault { get; set; }

    /// <summary>The queries compiled so far.</summary>
    public List<LogicalQuery> Compiled { get; } = [];

    /// <summary>The readings so far: the query and its parameters.</summary>
    public List<(LogicalQuery Query, IReadOnlyList<object?> Values)> Readings { get; } = [];

    /// <summary>The runs that have changed the graph, latest first.</summary>
    public IReadOnlyList<ImportRun> Runs { get; set; } = [];

    /// <summary>What the store keeps of changes.</summary>
    public IReadOnlyList<ChangeChunk> Changes { get; set; } = [];

    public Ontology Ontology => ontology;

    public string Location => "memory";

    public int RecordsPerBatch => 10_000;

    /// <summary>Why queries are refused, if they are.</summary>
    public QueryRefusedException? Refusal { get; set; }

    public ICompiledQuery Compile(PreparedQuery query)
    {
        if (Refusal is not null) throw Refusal;
        lock (Compiled) Compiled.Add(query.Asked);
        return new Recorded(query.Asked);
    }

    public ValueTask ReadAsync<TConsumer>(
        ICompiledQuery query,
        IReadOnlyList<object?> parameters,
        TConsumer consumer,
        CancellationToken cancellationToken)
        where TConsumer : IRowConsumer
    {
        lock (Readings) Readings.Add((((Recorded)query).Query, parameters));
        if (Fault is not null) throw Fault;
        var given = readings++ > 0 ? Again ?? Rows : Rows;
        foreach (var row in given.Count == 0 ? Nothing(((Recorded)query).Query) : given)
        {
            var reader = new JsonListReader(row);
            consumer.Take(ref reader);
            Assert.True(reader.IsAtEnd, "The row was not read to its end.");
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(
        EntityType type,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>What happens before the runs are read.</summary>
    public Action? BeforeRuns { get; set; }

    public ValueTask<IReadOnlyList<ImportRun>> RunsAsync(int limit, int offset, CancellationToken cancellationToken)
    {
        BeforeRuns?.Invoke();
        return Fault is null ? new([.. Runs.Skip(offset).Take(limit)]) : throw Fault;
    }

    public ValueTask<IReadOnlyList<ChangeChunk>> ChangeHeadsAsync(long number, int limit, CancellationToken cancellationToken)
    {
        var from = Changes.LastOrDefault(chunk => chunk.First <= number)?.First ?? 0;
        return Fault is null ? new([.. Changes.Where(chunk => chunk.First >= from).Take(limit)]) : throw Fault;
    }

    /// <summary>What is waited for before the changes of a chunk are given.</summary>
    public Func<Task>? Unpacking { get; set; }

    public async ValueTask<byte[]?> ChangeDataAsync(long first, CancellationToken cancellationToken)
    {
        if (Unpacking is not null) await Unpacking();
        return Changes.FirstOrDefault(chunk => chunk.First == first)?.Data.ToArray();
    }

    public ValueTask<IGraphWriter> OpenWriterAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask PingAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The answer over an empty graph.</summary>
    private static string[] Nothing(LogicalQuery query) => query is not ConnectionQuery { Connection: var connection }
        ? []
        : [$"[{(connection.Edges is null ? "null" : "[]")},{(connection.TotalCount ? "0" : "null")},{(connection.Aggregates.Count == 0 ? "null" : $"[{string.Join(',', connection.Aggregates.Select(_ => "null"))}]")}]"];

    private sealed record Recorded(LogicalQuery Query) : ICompiledQuery
    {
        public string Statement => Query.ToString();
    }
}
