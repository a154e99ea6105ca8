using System.Text;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Stores;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>Actors that are one: see <see cref="MergeTransaction"/>.</summary>
internal sealed partial class GraphWriter : IMergedGraph
{
    /// <inheritdoc/>
    public ValueTask<JudgementResult> JudgeAsync(
        IReadOnlyList<Judgement> made,
        IReadOnlyList<Judgement> retracted,
        bool unlessHeld,
        CancellationToken cancellationToken) => ValueTask.FromResult(TransactOnAll(
        () =>
        {
            if (BeginMerging() is not { } all) return new JudgementResult(0, 0, 0, []);
            var result = Completed(all.JudgeAsync(made, retracted, unlessHeld));
            if (result.Added + result.Removed == 0) return result;
            Follow();
            degrees.Touch();
            return result;
        },
        cancellationToken));

    /// <inheritdoc/>
    long? IMergedGraph.KeyOf(NodeType type, string id) => KeyOf(type, Encoding.UTF8.GetBytes(id));

    /// <inheritdoc/>
    void IMergedGraph.Hidden(NodeType type)
    {
        addedByType[type.Ordinal]--;
        remembered.Clear();
        tallies?.Touch(type);
    }

    /// <inheritdoc/>
    void IMergedGraph.Hidden(RelationshipType type, long start, long end)
    {
        ranks.Relate(start, end, -1);
        tallies?.Touch(type);
    }

    /// <inheritdoc/>
    void IMergedGraph.Write(RecordBatch batch)
    {
        merging = null; // What it asks for is written as it is.
        var refused = new List<Refusal>();
        journal.Without(() =>
        {
            WriteNodes(batch, DateTimeOffset.UnixEpoch, refused);
            WriteRelationships(batch, refused);
        });
        ranks.Flush(batch, words);
        if (refused.Count > 0) throw new StoreException(StoreFault.Other, Messages.TakenMeanwhile(connection.Path, refused[0].Detail));
    }

    private MergeTransaction? BeginMerging() =>
        Completed(MergeTransaction.BeginAsync(layout.Ontology, Storage(), sources.Listed, merges, journal.Recorder));

    private MergeStorage Storage() => new(connection, layout, sources, writers, journal, this);

    private void EndMerging(RecordBatch batch, List<Refusal> refused, ref WriteCounts nodes, ref WriteCounts relationships)
    {
        if (merging is not { IsIdle: false } all) return;
        var (moreNodes, moreRelationships) = Completed(all.WriteAsync(batch, file => sources.Of(batch, file), refused));
        (nodes, relationships, merging) = (nodes + moreNodes, relationships + moreRelationships, null);
        words?.Flush();
        ranks.Flush(words);
    }

    private UnlistedCounts CountMerged(string name) =>
        sources.Find(name) is { } source && BeginMerging() is { } all ? Completed(all.CountAsync(source)) : default;

    private WithdrawalCounts Withdraw(IReadOnlyCollection<string> names, DateTimeOffset now)
    {
        var all = BeginMerging();
        var merged = all is null ? default : Completed(all.WithdrawAsync(names.Select(sources.Find).OfType<int>()));
        var others = Withdrawal().Run(names, now);
        if (all is not null) Completed(all.RegroupAsync());
        return merged + others;
    }

    // Nothing is waited for in a file.
    private static T Completed<T>(ValueTask<T> done) => done.IsCompleted
        ? done.GetAwaiter().GetResult()
        : throw new InvalidOperationException("The file was waited for.");

    private static void Completed(ValueTask done)
    {
        if (!done.IsCompleted) throw new InvalidOperationException("The file was waited for.");
        done.GetAwaiter().GetResult();
    }
}
