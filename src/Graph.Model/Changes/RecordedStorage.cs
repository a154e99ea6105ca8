using Graph.Model.Merging;
using Graph.Model.Ontologies;

namespace Graph.Model.Changes;

/// <summary>Takes down what merging and undoing change, on its way to a store.</summary>
internal sealed class RecordedStorage : IMergeStorage
{
    private readonly IMergeStorage storage;
    private readonly ChangeRecorder changes;
    private readonly Mergeable? rules;
    private readonly HashSet<string> before;
    private readonly Dictionary<RelationshipKey, NamedRelationship> named = [];
    private Dictionary<string, NamedNode>? members;
    private MergedChanges? merged;

    /// <summary>Begins.</summary>
    /// <param name="storage">The store.</param>
    /// <param name="changes">Takes it down.</param>
    /// <param name="rules">Which nodes may be one with others; null where none may.</param>
    /// <param name="known">Which are; null where none may be.</param>
    public RecordedStorage(IMergeStorage storage, ChangeRecorder changes, Mergeable? rules, KnownMerges? known)
    {
        (this.storage, this.changes, this.rules) = (storage, changes, rules);
        before = known is null ? [] : new(known.Members.Keys, StringComparer.Ordinal);

        // From here on the writer's own records are taken down with those that merging moves.
        if (known is { Judgements.Count: > 0 }) _ = Merged;
    }

    private MergedChanges Merged => merged ??= changes.Merging(rules, before);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Judgement>> JudgementsAsync() => storage.JudgementsAsync();

    /// <inheritdoc/>
    public async ValueTask SaveAsync(IReadOnlyList<Judgement> made, IReadOnlyList<Judgement> retracted)
    {
        var judgements = (await storage.JudgementsAsync()).ToDictionary(judgement => judgement.Key);
        foreach (var judgement in retracted)
            if (judgements.Remove(judgement.Key, out var known)) Merged.Judgement(new(ChangedRecord.Of(judgement), StateOf(known), null));
        foreach (var judgement in made)
        {
            Merged.Judgement(new(
                ChangedRecord.Of(judgement), judgements.TryGetValue(judgement.Key, out var known) ? StateOf(known) : null, StateOf(judgement)));
            judgements[judgement.Key] = judgement;
        }

        await storage.SaveAsync(made, retracted);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Member>> MembersAsync() => storage.MembersAsync();

    /// <inheritdoc/>
    public async ValueTask SaveAsync(IReadOnlyList<Member> changed, IReadOnlyList<string> gone)
    {
        members ??= (await storage.MembersAsync()).ToDictionary(member => member.Raw.Id, member => member.Raw, StringComparer.Ordinal);
        foreach (var id in gone)
        {
            Merged.Member(id, isOne: false);
            if (members.Remove(id, out var known)) Merged.Beside(new(ChangedRecord.Of(known.Type, id), StateOf(known), null));
        }

        foreach (var (raw, _) in changed)
        {
            Merged.Member(raw.Id, isOne: true);
            Merged.Beside(new(ChangedRecord.Of(raw.Type, raw.Id), members.TryGetValue(raw.Id, out var known) ? StateOf(known) : null, StateOf(raw)));
            members[raw.Id] = raw;
        }

        await storage.SaveAsync(changed, gone);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<NamedRelationship>> NamedAsync(IReadOnlyCollection<string>? ids) =>
        Remembered(await storage.NamedAsync(ids));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<NamedRelationship>> NamedAtAsync(IReadOnlyCollection<Connections> some) =>
        Remembered(await storage.NamedAtAsync(some));

    /// <inheritdoc/>
    public ValueTask SaveAsync(IReadOnlyList<NamedRelationship> changed, IReadOnlyList<NamedRelationship> gone)
    {
        foreach (var one in gone)
            if (named.Remove(one.Key, out var known)) Merged.Beside(new(ChangedRecord.Of(known), StateOf(known), null));
        foreach (var one in changed)
        {
            Merged.Beside(new(ChangedRecord.Of(one), named.TryGetValue(one.Key, out var known) ? StateOf(known) : null, StateOf(one)));
            named[one.Key] = one;
        }

        return storage.SaveAsync(changed, gone);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NamedNode>> NodesAsync(IReadOnlyCollection<(NodeType Type, string Id)> nodes) => storage.NodesAsync(nodes);

    /// <inheritdoc/>
    public ValueTask<IReadOnlySet<(NodeType Type, string Id)>> ExistingAsync(IReadOnlyCollection<(NodeType Type, string Id)> nodes) =>
        storage.ExistingAsync(nodes);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NamedRelationship>> RelationshipsAsync(IReadOnlyList<NamedNode> nodes) => storage.RelationshipsAsync(nodes);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<NamedRelationship>> RemoveAsync(IReadOnlyCollection<Connections> some) =>
        Removed(await storage.RemoveAsync(some));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<NamedRelationship>> RemoveAsync(IReadOnlyList<NamedRelationship> some) =>
        Removed(await storage.RemoveAsync(some));

    /// <inheritdoc/>
    public async ValueTask RemoveAsync(IReadOnlyList<NamedNode> nodes)
    {
        foreach (var node in await StoredAsync(nodes)) Merged.Graph(new(ChangedRecord.Of(node.Type, node.Id), StateOf(node), null));
        await storage.RemoveAsync(nodes);
    }

    /// <inheritdoc/>
    public async ValueTask StoreAsync(IReadOnlyList<NamedNode> nodes, IReadOnlyList<NamedRelationship> relationships)
    {
        var before = (await StoredAsync(nodes)).ToDictionary(node => (node.Type, node.Id));
        foreach (var node in nodes)
            Merged.Graph(new(ChangedRecord.Of(node.Type, node.Id), before.TryGetValue((node.Type, node.Id), out var known) ? StateOf(known) : null,
                StateOf(node)));
        foreach (var one in relationships) Merged.Graph(new(ChangedRecord.Of(one), null, StateOf(one)));
        await storage.StoreAsync(nodes, relationships);
    }

    private IReadOnlyList<NamedRelationship> Remembered(IReadOnlyList<NamedRelationship> kept)
    {
        foreach (var one in kept) named[one.Key] = one;
        return kept;
    }

    private ValueTask<IReadOnlyList<NamedNode>> StoredAsync(IReadOnlyList<NamedNode> nodes) => nodes.Count == 0
        ? ValueTask.FromResult<IReadOnlyList<NamedNode>>([])
        : storage.NodesAsync([.. nodes.Select(node => (node.Type, node.Id))]);

    private IReadOnlyList<NamedRelationship> Removed(IReadOnlyList<NamedRelationship> gone)
    {
        foreach (var one in gone) Merged.Graph(new(ChangedRecord.Of(one), StateOf(one), null));
        return gone;
    }

    private static RecordState StateOf(NamedNode node) => RecordState.Of(node.Values, node.Sources);

    private static RecordState StateOf(NamedRelationship one) => RecordState.Of(one.Values, one.Sources);

    private static RecordState StateOf(Judgement judgement) => JudgementText.StateOf(judgement);
}
