using Graph.Model.Changes;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Removing;
using Graph.Model.Runs;

namespace Graph.Model.Stores;

/// <summary>
/// Writes batches. Each call of <see cref="WriteAsync"/> is one transaction: after a crash at any moment the store holds
/// whole batches only.
/// </summary>
public interface IGraphWriter : IAsyncDisposable
{
    /// <summary>
    /// Upserts a batch: first its nodes by id, then its relationships by identity. A record replaces all properties of
    /// what is stored, a property it lacks becomes missing; an import stamp that is stored stays, and one that neither
    /// has is set from <paramref name="now"/>. Of several records with one identity in a batch the last stands. A
    /// one-to-one relationship replaces the one that is stored. Relationships of the derived tally are left out and
    /// counted as unchanged when the ontology derives them. A record whose file has a source (<see cref="RecordBatch.SourceOf"/>)
    /// replaces only what that source asserted of it before: where others assert the same record, it is stored as
    /// <see cref="Sources.Assertions"/> unites what they give.
    /// </summary>
    /// <param name="batch">The records.</param>
    /// <param name="now">The time of import.</param>
    /// <param name="cancellationToken">Rolls the batch back.</param>
    /// <returns>What became of each record.</returns>
    ValueTask<WriteResult> WriteAsync(RecordBatch batch, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// The node types under which nodes with these ids are stored, those of the batches written so far among them: one entry
    /// for each id found. A writer that only rehearses knows what it would have stored.
    /// </summary>
    /// <param name="type">The type or interface to look among.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(EntityType type, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>
    /// How many records a source asserts, and how many of them this writer has not written in its name; of a source that this
    /// writer was the first to name, nothing is counted.
    /// </summary>
    /// <param name="source">The name of the source.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    ValueTask<UnlistedCounts> CountUnlistedAsync(string source, CancellationToken cancellationToken);

    /// <summary>
    /// Takes back what sources assert and this writer has not written in their names. A record that nobody asserts any more is
    /// removed, a node once no relationship is left at it; others go back to what their other sources give. Words,
    /// counts and tallies follow in the same transaction; a large removal may take several.
    /// </summary>
    /// <param name="sources">The names of the sources.</param>
    /// <param name="now">The time of import.</param>
    /// <param name="cancellationToken">Undoes the transaction at work.</param>
    /// <returns>What became of the records.</returns>
    ValueTask<WithdrawalCounts> WithdrawUnlistedAsync(IReadOnlyCollection<string> sources, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Removes a node in one transaction, together with what <see cref="RemovalRule"/> says goes with it; words, counts and tallies
    /// follow. Where acts that come from the node go first, these may take several transactions.
    /// </summary>
    /// <param name="type">The type of the node.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Undoes the transaction at work.</param>
    /// <returns>What came of it; <see cref="Removed"/> counts the records.</returns>
    ValueTask<RemovalResult> RemoveAsync(NodeType type, string id, CancellationToken cancellationToken);

    /// <summary>What <see cref="WithdrawUnlistedAsync"/> and <see cref="RemoveAsync"/> of this writer have removed so far.</summary>
    RemovedRecords Removed { get; }

    /// <summary>
    /// Keeps a run in the graph, in a transaction of its own: when it begins, and again with what it did when it has ended. What this writer changes
    /// meanwhile is kept as changes of the run (<see cref="IGraphStore.ChangeHeadsAsync"/>), each in the transaction that makes it.
    /// </summary>
    /// <param name="run">The run; one without a number is given the next.</param>
    /// <param name="cancellationToken">Keeps nothing.</param>
    /// <returns>The run with its number.</returns>
    ValueTask<ImportRun> KeepAsync(ImportRun run, CancellationToken cancellationToken);

    /// <summary>Takes a run that was kept and has changed nothing out of the graph again: one that was refused.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Keeps it.</param>
    ValueTask DropAsync(ImportRun run, CancellationToken cancellationToken);

    /// <summary>
    /// Records judgements about which actors are one (see <see cref="Merging.MergeTransaction"/>) and takes others back, in one transaction, or
    /// in several where the database has not the memory for one: the graph, words, counts and tallies follow in each.
    /// </summary>
    /// <param name="made">Those that are recorded; one that is recorded already keeps its time.</param>
    /// <param name="retracted">Those that are taken back.</param>
    /// <param name="unlessHeld">Nothing is done where one of <paramref name="made"/> would have no effect.</param>
    /// <param name="cancellationToken">Undoes it all.</param>
    /// <returns>What became of them.</returns>
    ValueTask<JudgementResult> JudgeAsync(
        IReadOnlyList<Judgement> made,
        IReadOnlyList<Judgement> retracted,
        bool unlessHeld,
        CancellationToken cancellationToken);

    /// <summary>
    /// Takes back what a run changed, in one transaction, from the changes that are kept of it: the graph is what it was before the run, but for
    /// what others have changed since; words, counts and tallies follow.
    /// </summary>
    /// <param name="run">The number of the run.</param>
    /// <param name="cancellationToken">Undoes it all.</param>
    /// <exception cref="UndoRefusedException">It cannot be taken back, and nothing was done; the sentence says why.</exception>
    ValueTask<UndoResult> UndoAsync(long run, CancellationToken cancellationToken);

    /// <summary>Forgets the changes of runs that have changed nothing since a time; those of the latest run that changed anything stay.</summary>
    /// <param name="before">The time.</param>
    /// <param name="cancellationToken">Keeps them.</param>
    ValueTask ForgetChangesAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>
    /// Ends an import: brings the derived tallies and the kept degrees (<see cref="IGraphStore.DegreesAsync"/>) up to date with
    /// the stored graph, also after a crash of an earlier run, and whatever index was put off while batches came. Does nothing to the tallies when no
    /// batch since the last time touched what they are derived from, or the ontology derives none. A writer that rehearses does nothing.
    /// </summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many tallies there are.</returns>
    ValueTask<long> FinishAsync(CancellationToken cancellationToken);
}
