using Graph.Model.Merging;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>More judgements than the server has memory for at once.</summary>
internal sealed partial class GraphWriter
{
    /// <inheritdoc/>
    public async ValueTask<JudgementResult> JudgeAsync(
        IReadOnlyList<Judgement> made,
        IReadOnlyList<Judgement> retracted,
        bool unlessHeld,
        CancellationToken cancellationToken) => await Faults.TellAsync(async () =>
    {
        await merges.PrepareAsync(cancellationToken);
        return await JudgeInPartsAsync(made, retracted, unlessHeld, cancellationToken);
    });

    // Whoever is one with whom does not hang on the order of judgements: halves, each whole, come to the same.
    private async Task<JudgementResult> JudgeInPartsAsync(
        IReadOnlyList<Judgement> made,
        IReadOnlyList<Judgement> retracted,
        bool unlessHeld,
        CancellationToken cancellationToken)
    {
        try
        {
            return await JudgeOnceAsync(made, retracted, unlessHeld, cancellationToken);
        }
        catch (DatabaseException exception) when (
            exception.Kind == DatabaseErrorKind.OutOfMemory && !unlessHeld && !turn.Rehearses && made.Count + retracted.Count > 1)
        {
            var (some, back) = (made.Count / 2, (retracted.Count + 1) / 2);
            var first = await JudgeInPartsAsync([.. made.Take(some)], [.. retracted.Take(back)], unlessHeld, cancellationToken);
            var second = await JudgeInPartsAsync([.. made.Skip(some)], [.. retracted.Skip(back)], unlessHeld, cancellationToken);

            // What the second half says may speak against the first.
            var all = await JudgeOnceAsync(made, [], unlessHeld: false, cancellationToken);
            return all with { Added = first.Added + second.Added, Removed = first.Removed + second.Removed };
        }
    }
}
