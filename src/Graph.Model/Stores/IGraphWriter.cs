using Graph.Model.Ontologies;
using Graph.Model.Records;

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
    /// counted as unchanged when the ontology derives them.
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
    /// Ends an import: brings the derived tallies and the kept degrees (<see cref="IGraphStore.DegreesAsync"/>) up to date with
    /// the stored graph, also after a crash of an earlier run, and whatever index was put off while batches came. Does nothing to the tallies when no batch since the last time
    /// touched what they are derived from, or the ontology derives none.
    /// </summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many tallies there are.</returns>
    ValueTask<long> FinishAsync(CancellationToken cancellationToken);
}

/// <summary>Counts of what a batch did.</summary>
/// <param name="Added">Not stored before.</param>
/// <param name="Changed">
/// Stored before with other properties, or a relationship that takes the place of one to another node where there can be
/// but one.
/// </param>
/// <param name="Unchanged">Stored before just so.</param>
public readonly record struct WriteCounts(long Added, long Changed, long Unchanged)
{
    /// <summary>Adds two counts.</summary>
    public static WriteCounts operator +(WriteCounts a, WriteCounts b) =>
        new(a.Added + b.Added, a.Changed + b.Changed, a.Unchanged + b.Unchanged);
}

/// <summary>What became of a batch.</summary>
/// <param name="Nodes">The nodes written.</param>
/// <param name="Relationships">The relationships written.</param>
/// <param name="Refused">The records not written; everything else of the batch was.</param>
public sealed record WriteResult(WriteCounts Nodes, WriteCounts Relationships, IReadOnlyList<Refusal> Refused);

/// <summary>Why a record was not written.</summary>
public enum RefusalReason
{
    /// <summary>No node of the named type has the id of a relationship's start.</summary>
    NoStart,

    /// <summary>No node of the named type has the id of a relationship's end.</summary>
    NoEnd,

    /// <summary>A node of another type of the same family has the id.</summary>
    OtherType,

    /// <summary>Another node has the value of a unique property.</summary>
    NotUnique,
}

/// <summary>A record that was not written.</summary>
/// <param name="IsNode">A node; otherwise a relationship.</param>
/// <param name="Index">Its place among the batch's nodes or relationships.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">The id, type or property concerned.</param>
public readonly record struct Refusal(bool IsNode, int Index, RefusalReason Reason, string Detail);
