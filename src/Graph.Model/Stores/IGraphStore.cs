using Graph.Model.Changes;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Records;
using Graph.Model.Runs;

namespace Graph.Model.Stores;

/// <summary>A statement that a store has made of a logical query; kept with the plan, used by many requests at once.</summary>
public interface ICompiledQuery
{
    /// <summary>The statement as sent to the database, for logs and tests.</summary>
    string Statement { get; }
}

/// <summary>
/// A graph in a database. Safe for use by many threads. Every method throws <see cref="StoreException"/> for what went
/// wrong with the store.
/// </summary>
public interface IGraphStore : IGraphReading, IAsyncDisposable
{
    /// <summary>The domain of the graph.</summary>
    Ontology Ontology { get; }

    /// <summary>Where the graph is, for people: <c>sqlite:FILE</c> or <c>bolt://host:port/database</c>; never holds credentials.</summary>
    string Location { get; }

    /// <summary>
    /// Whether a statement works on its caller's thread, and holds a processor of this machine; otherwise it waits for another
    /// program.
    /// </summary>
    bool IsEmbedded => false;

    /// <summary>
    /// Whether what changes is kept, to be told and taken back. A graph that is made anew from another keeps nothing: its changes would tell
    /// when it was made, and in which order the other came to its records.
    /// </summary>
    bool KeepsChanges => true;

    /// <summary>How many records a batch holds where nobody says otherwise: more gain nothing here, fewer cost time.</summary>
    int RecordsPerBatch { get; }

    /// <summary>Compiles a query to one statement. Touches no database, and takes no longer than the query is large.</summary>
    /// <exception cref="QueryRefusedException">The statement is more than the database takes, though the query's size is allowed.</exception>
    ICompiledQuery Compile(PreparedQuery query);

    /// <summary>
    /// Runs work that reads several times within one transaction of the database, so that keys
    /// (<see cref="Queries.NodeKeyColumn"/>) stay good from one statement to the next. What others write meanwhile is not seen in
    /// SQLite; Neo4j shows each statement what has been committed by then. A store that knows no transactions just runs the work.
    /// </summary>
    /// <param name="work">
    /// Reads, one statement after the other. It may be called again from the start where the database gave the first transaction up.
    /// </param>
    /// <param name="cancellationToken">Stops the statement at work.</param>
    /// <returns>What the work returns.</returns>
    ValueTask<TResult> ReadTogetherAsync<TResult>(
        Func<IGraphReading, CancellationToken, ValueTask<TResult>> work,
        CancellationToken cancellationToken) => work(this, cancellationToken);

    /// <summary>The node types under which nodes with these ids are stored: one entry for each id found.</summary>
    /// <param name="type">The type or interface to look among.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(EntityType type, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>How many relationships nodes have, as the last import left it; null where none has counted them.</summary>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<GraphDegrees?> DegreesAsync(CancellationToken cancellationToken) => ValueTask.FromResult<GraphDegrees?>(null);

    /// <summary>The runs that have changed the graph, latest first.</summary>
    /// <param name="limit">How many.</param>
    /// <param name="offset">How many of the latest are passed over.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<IReadOnlyList<ImportRun>> RunsAsync(int limit, int offset, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ImportRun>>([]);

    /// <summary>
    /// What is kept of changes, without the changes themselves, in their order: the chunk that has the change of a number, or, where that
    /// is not known yet, the last one; and those after it.
    /// </summary>
    /// <param name="number">The number.</param>
    /// <param name="limit">How many.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<IReadOnlyList<ChangeChunk>> ChangeHeadsAsync(long number, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ChangeChunk>>([]);

    /// <summary>The changes of a chunk, packed; null where they are not kept any more.</summary>
    /// <param name="first">The number of its first change.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<byte[]?> ChangeDataAsync(long first, CancellationToken cancellationToken) => ValueTask.FromResult<byte[]?>(null);

    /// <summary>
    /// The judgements about which actors are one, and what the sources give those that are. The graph itself has one node for them all, which
    /// conditions on the id of any of them find.
    /// </summary>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<MergedRecords> MergedAsync(CancellationToken cancellationToken) => ValueTask.FromResult(MergedRecords.None);

    /// <summary>The same without the relationships, which are the most of it.</summary>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<MergedRecords> JudgedAsync(CancellationToken cancellationToken) => MergedAsync(cancellationToken);

    /// <summary>The names of all in whose names something is asserted, or was, in the order of their code points.</summary>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<IReadOnlyList<string>> SourcesAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<string>>([]);

    /// <summary>
    /// Reads what some sources say, and nothing that others or nobody say: first nodes, then relationships, whose ends need not be among the
    /// nodes. Actors that are one are told apart, each as these sources give it. Derived tallies are left out. An import stamp is missing where
    /// somebody else asserts the record too, whose import may have set it. In SQLite all is of one moment; Neo4j shows each statement what has
    /// been committed by then.
    /// </summary>
    /// <param name="sources">The names of the sources; one that the graph does not know says nothing.</param>
    /// <param name="take">Takes some records, which are good until it has ended.</param>
    /// <param name="cancellationToken">Stops it.</param>
    ValueTask ReadAssertedAsync(
        IReadOnlyCollection<string> sources,
        Func<RecordBatch, CancellationToken, ValueTask> take,
        CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Opens the store for writing; one writer at a time (another waits, then fails with a sentence).</summary>
    ValueTask<IGraphWriter> OpenWriterAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Opens a writer that rehearses: it takes its turn and answers as any other, and nothing that it does is stored or seen by
    /// others. All is held in one transaction of the database, which is given up at the end.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting for the turn.</param>
    /// <returns>Null where the store knows no such writer.</returns>
    ValueTask<IGraphWriter?> OpenRehearsalAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IGraphWriter?>(null);

    /// <summary>Asks the database whether it answers; throws when it does not.</summary>
    ValueTask PingAsync(CancellationToken cancellationToken);
}
