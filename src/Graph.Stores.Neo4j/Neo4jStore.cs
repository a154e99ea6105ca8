using Graph.Model.Changes;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Runs;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;
using Graph.Stores.Neo4j.Migrations;
using Graph.Stores.Neo4j.Reading;
using Graph.Stores.Neo4j.Statements;
using Graph.Stores.Neo4j.Writing;

namespace Graph.Stores.Neo4j;

/// <summary>A graph in a Neo4j database.</summary>
public sealed partial class Neo4jStore : IGraphStore
{
    /// <summary>The oldest server whose Cypher has all that the statements use: the long-term release 5.26.</summary>
    private static readonly Version LeastVersion = new(5, 26);

    private readonly IStatementRunner runner;
    private readonly Neo4jStoreOptions options;
    private readonly QueryCompiler compiler;
    private readonly LabelMap labels;
    private readonly Lazy<WriterContext> writerContext;
    private readonly MergedIds merged;

    internal Neo4jStore(IStatementRunner runner, string location, Ontology ontology, Neo4jStoreOptions options)
    {
        this.runner = runner;
        this.options = options;
        Location = location;
        Ontology = ontology;
        compiler = new(ontology);
        labels = new(ontology);
        writerContext = new(() => new WriterContext(ontology, labels, location));
        merged = new(runner, options);
    }

    /// <inheritdoc/>
    public Ontology Ontology { get; }

    /// <inheritdoc/>
    public string Location { get; }

    /// <inheritdoc/>
    /// <remarks>
    /// Each transaction that adds to a node of many relationships reads its chains again, and each makes the full-text index
    /// visible anew, so few large ones are cheaper. With twice this many the tables of a transaction are objects that a heap
    /// of a gigabyte can place only after collecting garbage, which then takes a tenth of an import.
    /// </remarks>
    public int RecordsPerBatch => 20_000;

    /// <summary>
    /// Opens the store at an address and asks the server whether it fits. A database without the migrations is served
    /// for reading; <see cref="CheckAsync"/> says what to do.
    /// </summary>
    /// <param name="location"><c>bolt://host:port/database</c>, or another scheme of Neo4j; credentials come from the environment.</param>
    /// <param name="ontology">The domain.</param>
    /// <param name="options">How to open it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreException">The address is none, the server is away or too old, or refuses.</exception>
    public static async ValueTask<Neo4jStore> OpenAsync(
        string location,
        Ontology ontology,
        Neo4jStoreOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var store = Connect(location, ontology, options);
        try
        {
            await store.CheckAsync(cancellationToken);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// The store at an address, without asking the server yet: for a service that starts before its database. Every
    /// method asks it anew, so nothing has to be restarted when it comes up.
    /// </summary>
    /// <exception cref="StoreException">The address is none.</exception>
    public static Neo4jStore Connect(string location, Ontology ontology, Neo4jStoreOptions? options = null)
    {
        var settings = SettingsOf(location);
        return new(new BoltClient(settings), settings.ToString(), ontology, options ?? new());
    }

    /// <summary>Asks the server for its version and its migrations.</summary>
    /// <returns>
    /// Which migrations it lacks for full speed and for imports, as a sentence that says how to mend it; null when it has them
    /// all.
    /// </returns>
    /// <exception cref="StoreException">The server is away, refuses, is too old, or has migrations that do not fit.</exception>
    public async Task<string?> CheckAsync(CancellationToken cancellationToken) => Missing(await MigrationsAsync(Migrator, cancellationToken));

    /// <summary>Asks for more than <see cref="CheckAsync"/>: also for the constraints and indexes that the migrations made.</summary>
    /// <returns>What is amiss, as a sentence that says how to mend it; null when nothing is.</returns>
    /// <exception cref="StoreException">See <see cref="CheckAsync"/>.</exception>
    public async Task<string?> CheckSchemaAsync(CancellationToken cancellationToken)
    {
        var migrator = Migrator;
        var state = await MigrationsAsync(migrator, cancellationToken);
        if (Missing(state) is { } missing) return missing;
        try
        {
            var lacking = await migrator.LackingAsync(state, cancellationToken);
            return lacking.Count == 0 ? null : migrator.Tell(lacking);
        }
        catch (StoreException fault) when (fault.Fault == StoreFault.ReadOnly)
        {
            return null; // Whoever may read the graph need not be allowed to see its indexes.
        }
    }

    /// <inheritdoc/>
    public ICompiledQuery Compile(PreparedQuery query) => compiler.Compile(query);

    /// <inheritdoc/>
    public async ValueTask ReadAsync<TConsumer>(
        ICompiledQuery query,
        IReadOnlyList<object?> parameters,
        TConsumer consumer,
        CancellationToken cancellationToken)
        where TConsumer : IRowConsumer
    {
        try
        {
            var statement = await StatementOfAsync(query, parameters, cancellationToken);
            await runner.RunAsync(statement, new RowSink<TConsumer>(consumer), cancellationToken);
        }
        catch (DatabaseException exception)
        {
            throw Faults.Of(exception);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<TResult> ReadTogetherAsync<TResult>(
        Func<IGraphReading, CancellationToken, ValueTask<TResult>> work,
        CancellationToken cancellationToken) => await Faults.TellAsync(() => runner.ReadAsync(
            (transaction, token) => work(new Reading(this, transaction), token).AsTask(),
            new() { Timeout = options.QueryTimeout },
            cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(
        EntityType type,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken)
    {
        var found = new FoundTypes(type.ConcreteTypes);
        if (ids.Count == 0) return found.ById;
        var cases = type.ConcreteTypes.Select((concrete, i) => $"WHEN n:{labels.Of(concrete)} THEN {i}");
        var text = $"UNWIND $ids AS id\nMATCH (n:{labels.Of(type)} {{id: id}})\nRETURN id, CASE {string.Join(' ', cases)} END";
        var keys = NumberId.Keys([.. ids], id => id).Select(key => key.Number is { } number ? (object)number : key.Item).ToList();
        var statement = new Statement(text, StatementParameters.Of(("ids", keys))) { Timeout = options.QueryTimeout };
        await Faults.TellAsync(() => runner.RunAsync(statement, found, cancellationToken));
        if (ids.Where(id => !found.ById.ContainsKey(id)).ToList() is not { Count: > 0 } others) return found.ById;
        var rows = new ValueRows();
        await Faults.TellAsync(() => runner.RunAsync(MergedNodes.TypesOf(others), rows, cancellationToken));
        foreach (var row in rows.All)
            if (Ontology.FindNodeType((string)row[1]!) is { } one && type.ConcreteTypes.Contains(one)) found.ById[(string)row[0]!] = one;
        return found.ById;
    }

    /// <inheritdoc/>
    public async ValueTask<GraphDegrees?> DegreesAsync(CancellationToken cancellationToken) =>
        await Faults.TellAsync(() => DegreeCounts.ReadAsync(runner, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ImportRun>> RunsAsync(int limit, int offset, CancellationToken cancellationToken) =>
        await Faults.TellAsync(() =>
        runner.ReadAsync((transaction, stop) => KeptRuns.ReadAsync(limit, offset, transaction, stop), new() { Timeout = options.QueryTimeout },
            cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ChangeChunk>> ChangeHeadsAsync(long number, int limit, CancellationToken cancellationToken) =>
        await Faults.TellAsync(() => runner.ReadAsync(
            (transaction, stop) => KeptChanges.ReadHeadsAsync(number, limit, transaction, stop),
            new() { Timeout = options.QueryTimeout },
            cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<byte[]?> ChangeDataAsync(long first, CancellationToken cancellationToken) =>
        await Faults.TellAsync(() => runner.ReadAsync(
            (transaction, stop) => KeptChanges.ReadDataAsync(first, transaction, stop), new() { Timeout = options.QueryTimeout }, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<IGraphWriter> OpenWriterAsync(CancellationToken cancellationToken) =>
        await OpenWriterAsync(rehearses: false, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IGraphWriter?> OpenRehearsalAsync(CancellationToken cancellationToken) =>
        await OpenWriterAsync(rehearses: true, cancellationToken);

    private async ValueTask<GraphWriter> OpenWriterAsync(bool rehearses, CancellationToken cancellationToken)
    {
        if (options.ReadOnly) throw new StoreException(StoreFault.ReadOnly, Messages.OpenedReadOnly(Location));
        if (await CheckAsync(cancellationToken) is { } missing) throw new StoreException(StoreFault.Ontology, missing);
        var turn = await Faults.TellAsync(() => WriterTurn.TakeAsync(
            runner, options.WriterWait, options.TimeProvider, Location, rehearses, cancellationToken));
        return new GraphWriter(runner, writerContext.Value, turn, this, merged, options.TimeProvider);
    }

    /// <inheritdoc/>
    public async ValueTask PingAsync(CancellationToken cancellationToken)
    {
        var health = await runner.PingAsync(cancellationToken);
        if (!health.IsReady) throw Faults.Of(new(health.Error ?? DatabaseErrorKind.Unavailable, health.Sentence));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => runner.DisposeAsync();

    private async ValueTask<Statement> StatementOfAsync(ICompiledQuery query, IReadOnlyList<object?> parameters, CancellationToken cancellationToken)
    {
        var asked = (CompiledQuery)query;
        var known = asked.NamesMerged ? await merged.GetAsync(cancellationToken) : MergedIds.None;
        var compiled = asked.For(parameters, known);
        return new(compiled.Statement, Parameters.Of(compiled, parameters, known)) { Timeout = options.QueryTimeout };
    }

    private Migrator Migrator => new(runner, Location, Migrator.Of(Ontology));

    private async Task<MigrationState> MigrationsAsync(Migrator migrator, CancellationToken cancellationToken)
    {
        var health = await runner.PingAsync(cancellationToken);
        if (!health.IsReady) throw Faults.Of(new(health.Error ?? DatabaseErrorKind.Unavailable, health.Sentence));
        var number = (health.Server ?? "").Split('/')[^1].Split('-')[0];
        if (Version.TryParse(number, out var version) && version < LeastVersion)
            throw new StoreException(StoreFault.Version, Messages.TooOld(Location, health.Server!, LeastVersion));
        return await migrator.CheckAsync(cancellationToken);
    }

    private string? Missing(MigrationState state) =>
        state.Pending.Count == 0 ? null : Messages.MigrationsMissing(Location, state.Pending.Count, state.Pending[0].File);

    internal static BoltSettings SettingsOf(string location)
    {
        try
        {
            return BoltSettings.Parse(location);
        }
        catch (FormatException exception)
        {
            throw new StoreException(StoreFault.NotFound, exception.Message, exception);
        }
    }

    // A failure passes through as the database tells it, so that the runner can see whether it passes.
    private sealed class Reading(Neo4jStore store, IStatementTransaction transaction) : IGraphReading
    {
        public async ValueTask ReadAsync<TConsumer>(
            ICompiledQuery query,
            IReadOnlyList<object?> parameters,
            TConsumer consumer,
            CancellationToken cancellationToken)
            where TConsumer : IRowConsumer =>
            await transaction.RunAsync(
                await store.StatementOfAsync(query, parameters, cancellationToken), new RowSink<TConsumer>(consumer), cancellationToken);

        public async ValueTask SideBySideAsync(IReadOnlyList<Func<IGraphReading, ValueTask>> works, CancellationToken cancellationToken) =>
            await SideBySide.RunAsync(
                transaction,
                [.. works.Select(work => (Func<IStatementTransaction, Task>)(line => work(new Reading(store, line)).AsTask()))],
                cancellationToken);
    }

    private sealed class FoundTypes(IReadOnlyList<NodeType> types) : IRowSink
    {
        public Dictionary<string, NodeType> ById { get; } = new(StringComparer.Ordinal);

        public void OnRow(PackStreamReader row)
        {
            row.ReadListHeader();
            var id = NumberId.ReadText(ref row);
            if (!row.TryReadNull()) ById[id] = types[(int)row.ReadInteger()];
        }

        public bool TryRestart()
        {
            ById.Clear();
            return true;
        }
    }
}
