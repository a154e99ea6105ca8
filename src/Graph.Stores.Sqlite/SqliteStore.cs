using System.Text;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Reading;
using Graph.Stores.Sqlite.Statements;
using Graph.Stores.Sqlite.Tables;
using Graph.Stores.Sqlite.Writing;

namespace Graph.Stores.Sqlite;

/// <summary>A graph in one file, with no server.</summary>
public sealed partial class SqliteStore : IGraphStore
{
    private readonly StoreFile file;
    private readonly Layout layout;
    private readonly SqliteStoreOptions options;
    private readonly ReaderPool readers;
    private readonly QueryCompiler compiler;
    private readonly IDisposable watch;
    private DirectoryInfo? scratch;

    private SqliteStore(StoreFile file, Layout layout, SqliteStoreOptions options)
    {
        this.file = file;
        this.layout = layout;
        this.options = options;
        Location = "sqlite:" + file.Path;
        readers = new(() => WordSearch.OpenReader(file, layout), options.Readers);
        compiler = new(layout);
        watch = PoolMetrics.Watch("sqlite", () => readers.State);
    }

    /// <inheritdoc/>
    public Ontology Ontology => layout.Ontology;

    /// <inheritdoc/>
    public string Location { get; private init; }

    /// <inheritdoc/>
    public bool IsEmbedded => true;

    /// <inheritdoc/>
    public bool KeepsChanges => options.KeepsChanges;

    /// <inheritdoc/>
    public int RecordsPerBatch => 10_000;

    /// <summary>
    /// Opens the store in a file. A file that does not exist is created, one made with an older ontology is brought up
    /// to date; neither when <see cref="SqliteStoreOptions.ReadOnly"/>.
    /// </summary>
    /// <exception cref="StoreException">The file cannot be opened, is no store, is damaged, or does not fit the ontology.</exception>
    public static async ValueTask<SqliteStore> OpenAsync(
        string path,
        Ontology ontology,
        SqliteStoreOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new();
        var stored = new StoreFile(Path.GetFullPath(path), options.WriterWait);
        var tables = new Layout(ontology);
        if (Directory.Exists(stored.Path)) throw new StoreException(StoreFault.Unavailable, Messages.IsFolder(path));
        stored.CheckIfLeft();
        if (!IsCurrent(stored, tables))
        {
            if (options.ReadOnly) CheckReadable(stored, tables);
            else await BringUpToDateAsync(stored, tables, options, cancellationToken);
        }

        return new(stored, tables, options);
    }

    /// <summary>
    /// An empty store in a file for the time being, which goes when it is closed: against it is rehearsed what would fill a store that is not
    /// there.
    /// </summary>
    /// <param name="location">Where the store would be.</param>
    /// <param name="ontology">Its ontology.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreException">No file can be made.</exception>
    public static async ValueTask<SqliteStore> OpenScratchAsync(string location, Ontology ontology, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("graph-");
        try
        {
            var file = new StoreFile(Path.Combine(folder.FullName, "scratch.db"), TimeSpan.Zero);
            var (layout, options) = (new Layout(ontology), new SqliteStoreOptions());
            await BringUpToDateAsync(file, layout, options, cancellationToken);
            return new(file, layout, options) { Location = location, scratch = folder };
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
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
        var compiled = (CompiledQuery)query;
        await UseReaderAsync(
            (compiled, parameters, consumer),
            static (connection, state) =>
            {
                Rows.Read(connection, state.compiled, state.parameters, state.consumer);
                return ValueTask.FromResult(true);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<TResult> ReadTogetherAsync<TResult>(
        Func<IGraphReading, CancellationToken, ValueTask<TResult>> work,
        CancellationToken cancellationToken) => UseReaderAsync(
            (work, cancellationToken),
            static async (connection, state) =>
            {
                connection.Execute("BEGIN");
                try
                {
                    return await state.work(new Rows(connection), state.cancellationToken);
                }
                finally
                {
                    connection.Rollback(); // Nothing was written.
                }
            },
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(
        EntityType type,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken) =>
        await UseReaderAsync(
            (layout, type, ids),
            static (connection, state) =>
            {
                var found = Find(connection, state.layout.Of(state.type), state.type, state.ids);
                new MergedTables(connection, state.layout.Ontology).AddTo(found, state.type, state.ids);
                return ValueTask.FromResult(found);
            },
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<MergedRecords> MergedAsync(CancellationToken cancellationToken) => MergedAsync(isWhole: true, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<MergedRecords> JudgedAsync(CancellationToken cancellationToken) => MergedAsync(isWhole: false, cancellationToken);

    private ValueTask<MergedRecords> MergedAsync(bool isWhole, CancellationToken cancellationToken) => UseReaderAsync(
        (layout.Ontology, isWhole),
        static (connection, state) =>
        {
            connection.Execute("BEGIN");
            try
            {
                return ValueTask.FromResult(new MergedTables(connection, state.Ontology).All(state.isWhole));
            }
            finally
            {
                connection.Rollback(); // Nothing was written.
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<GraphDegrees?> DegreesAsync(CancellationToken cancellationToken) => GraphDegrees.Parse(await UseReaderAsync(
        DegreeCounts.Entry,
        static (connection, entry) => ValueTask.FromResult(
            connection.Texts($"SELECT \"value\" FROM \"{Definitions.Meta}\" WHERE \"name\" = '{entry}'") is [var text] ? text : null),
        cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<IGraphWriter> OpenWriterAsync(CancellationToken cancellationToken) =>
        await OpenWriterAsync(rehearses: false, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IGraphWriter?> OpenRehearsalAsync(CancellationToken cancellationToken) =>
        await OpenWriterAsync(rehearses: true, cancellationToken);

    private async ValueTask<GraphWriter> OpenWriterAsync(bool rehearses, CancellationToken cancellationToken)
    {
        if (options.ReadOnly) throw new StoreException(StoreFault.ReadOnly, Messages.OpenedReadOnly(file.Path));
        var turn = await file.LockAsync(options.WriterWait, options.TimeProvider, cancellationToken);
        try
        {
            if (turn.WasLeft) file.Check();
            turn.Settle();
            return new GraphWriter(file.OpenForWriting(), layout, turn, readers, options, rehearses);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask PingAsync(CancellationToken cancellationToken) =>
        await UseReaderAsync(
            Definitions.Meta,
            static (connection, table) => ValueTask.FromResult(connection.Number($"SELECT count(*) FROM \"{table}\"")),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        watch.Dispose();
        readers.Dispose();
        scratch?.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static bool IsCurrent(StoreFile file, Layout layout)
    {
        if (!File.Exists(file.Path)) return false;
        using var connection = file.OpenForReading();
        return Schema.IsCurrent(connection, layout);
    }

    private static void CheckReadable(StoreFile file, Layout layout)
    {
        if (!File.Exists(file.Path)) throw new StoreException(StoreFault.NotFound, Messages.NotFound(file.Path));
        using var connection = file.OpenForReading();
        if (!Schema.Fits(connection, layout)) throw new StoreException(StoreFault.Ontology, Messages.NeedsMigration(file.Path));
    }

    private static async ValueTask BringUpToDateAsync(StoreFile file, Layout layout, SqliteStoreOptions options, CancellationToken cancellationToken)
    {
        using var turn = await file.LockAsync(options.WriterWait, options.TimeProvider, cancellationToken);
        using var connection = file.OpenForWriting();
        Schema.BringUpToDate(connection, layout);
    }

    private static Dictionary<string, NodeType> Find(Connection connection, Family family, EntityType type, IReadOnlyCollection<string> ids)
    {
        var found = new Dictionary<string, NodeType>();
        var typeName = family.IsTyped ? $"\"{Family.TypeColumn}\"" : $"'{family.Types[0].Name}'";
        var statement = connection.Prepare($"SELECT {typeName} FROM {TableName.Quote(family.Table)} WHERE \"id\" = ?1");
        foreach (var id in ids)
        {
            try
            {
                statement.Bind(1, Encoding.UTF8.GetBytes(id));
                if (!statement.Step()) continue;
                var name = Encoding.UTF8.GetString(statement.Utf8(0));
                if (type.ConcreteTypes.FirstOrDefault(concrete => concrete.Name == name) is { } concrete) found[id] = concrete;
            }
            finally
            {
                statement.Reset();
            }
        }

        return found;
    }

    private async ValueTask<TResult> UseReaderAsync<TState, TResult>(
        TState state,
        Func<Connection, TState, ValueTask<TResult>> use,
        CancellationToken cancellationToken)
    {
        var connection = await readers.RentAsync(cancellationToken);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            connection.Allow();
            using var stop = cancellationToken.UnsafeRegister(static running => ((Connection)running!).Interrupt(), connection);
            return await use(connection, state);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            readers.Return(connection);
        }
    }
}
