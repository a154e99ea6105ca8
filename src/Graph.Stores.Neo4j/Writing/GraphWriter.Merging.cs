using Graph.Model.Merging;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>More judgements than the server has memory for at once.</summary>
internal sealed partial class GraphWriter
{
    /// <summary>Relationships that are moved in one transaction, whose changes are held in the server's memory: some 2 KB each.</summary>
    private const int RelationshipsInOneTransaction = 50_000;

    /// <inheritdoc/>
    public async ValueTask<JudgementResult> JudgeAsync(
        IReadOnlyList<Judgement> made,
        IReadOnlyList<Judgement> retracted,
        bool unlessHeld,
        CancellationToken cancellationToken) => await Faults.TellAsync(async () =>
    {
        await merges.PrepareAsync(unlessNone: false, cancellationToken);
        return await JudgeInPartsAsync(made, retracted, unlessHeld, cancellationToken);
    });

    // Whoever is one with whom does not hang on the order of judgements: halves, each whole, come to the same.
    private async Task<JudgementResult> JudgeInPartsAsync(
        IReadOnlyList<Judgement> made,
        IReadOnlyList<Judgement> retracted,
        bool unlessHeld,
        CancellationToken cancellationToken)
    {
        var mayBeCut = !unlessHeld && !turn.Rehearses && made.Count + retracted.Count > 1;
        try
        {
            if (!mayBeCut || await WeightAsync([.. made, .. retracted], cancellationToken) <= RelationshipsInOneTransaction)
                return await JudgeOnceAsync(made, retracted, unlessHeld, cancellationToken);
        }
        catch (DatabaseException exception) when (exception.Kind == DatabaseErrorKind.OutOfMemory && mayBeCut)
        {
            // Cut below.
        }

        var (some, back) = (made.Count / 2, (retracted.Count + 1) / 2);
        var first = await JudgeInPartsAsync([.. made.Take(some)], [.. retracted.Take(back)], unlessHeld, cancellationToken);
        var second = await JudgeInPartsAsync([.. made.Skip(some)], [.. retracted.Skip(back)], unlessHeld, cancellationToken);

        // What the second half says may speak against the first.
        var all = await JudgeOnceAsync(made, [], unlessHeld: false, cancellationToken);
        return all with { Added = first.Added + second.Added, Removed = first.Removed + second.Removed };
    }

    /// <summary>How many relationships the actors have whom judgements speak of, as the graph shows them and as their sources give them.</summary>
    private async Task<long> WeightAsync(IReadOnlyList<Judgement> judgements, CancellationToken cancellationToken)
    {
        if (Mergeable.Of(context.Ontology) is not { } rules) return 0;
        var ids = judgements.SelectMany(one => new[] { one.Id, one.Other }).Distinct(StringComparer.Ordinal).ToList();
        var weight = 0L;
        foreach (var (label, id) in rules.Types.Select(type => (context.Labels.Of(type), "id")).Append((MergedNodes.Member, "actor")))
        {
            await runner.RunAsync(
                new($"MATCH (n:{label}) WHERE n.{id} IN $ids RETURN coalesce(sum(COUNT {{ (n)--() }}), 0)", StatementParameters.Of(("ids", ids))),
                new NumberRows((count, _, _) => weight += count),
                cancellationToken);
        }

        return weight;
    }
}
