using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Stores;

namespace Graph.Model.Changes;

/// <summary>Takes a run back, within one transaction of a writer: words, counts and tallies follow as they do from any other writing.</summary>
public sealed class Undoing
{
    private readonly UndoPlan plan;
    private readonly Ontology ontology;
    private readonly IMergeStorage storage;
    private readonly MergeTransaction? merging;

    private Undoing(UndoPlan plan, Ontology ontology, IMergeStorage storage, MergeTransaction? merging) =>
        (this.plan, this.ontology, this.storage, this.merging) = (plan, ontology, storage, merging);

    /// <summary>Begins with what a store keeps.</summary>
    /// <param name="plan">What is to be done.</param>
    /// <param name="ontology">The domain.</param>
    /// <param name="storage">The store, in a transaction.</param>
    /// <param name="merging">Actors that are one, begun in the transaction; null where the ontology knows none.</param>
    /// <param name="changes">Takes down what changes; null where nobody does.</param>
    public static Undoing Begin(UndoPlan plan, Ontology ontology, IMergeStorage storage, MergeTransaction? merging, ChangeRecorder? changes) => new(
        plan,
        ontology,
        merging?.Storage ?? (changes is null ? storage : new RecordedStorage(storage, changes, rules: null, known: null)),
        merging);

    /// <summary>Takes it back.</summary>
    /// <exception cref="UndoRefusedException">It cannot be; the transaction is to be given up.</exception>
    public async ValueTask<UndoResult> RunAsync()
    {
        if (merging is not null) await merging.BeginUndoAsync();
        List<NamedRelationship> gone = [], back = [];
        foreach (var change in plan.Changes.Where(change => change.Record.Kind == RecordKind.Relationship))
        {
            var one = UndoPlan.Relationship(change.Record, change.To ?? change.From, ontology);
            if (merging?.Restore(one, isThere: change.To is not null) == true) continue;
            if (change.From is not null) gone.Add(one);
            if (change.To is not null) back.Add(one);
        }

        List<NamedNode> nodes = [], lost = [];
        foreach (var change in plan.Changes.Where(change => change.Record.Kind == RecordKind.Node))
        {
            var node = UndoPlan.Node(change.Record, change.To ?? change.From, ontology);
            if (merging?.Restore(node, isThere: change.To is not null) == true) continue;
            (change.To is null ? lost : nodes).Add(node);
        }

        // What goes makes room first; nodes come before what leads to them, and go after it.
        await storage.RemoveAsync(gone);
        try
        {
            await FreeAsync();
            await storage.StoreAsync(nodes, []);
        }
        catch (StoreException fault) when (fault.Fault == StoreFault.Other)
        {
            throw new UndoRefusedException(ChangeMessages.Refused(plan.Run, fault.Message));
        }

        await CheckEndsAsync();
        await storage.StoreAsync([], back);
        if (merging?.LeftAtLost is { } still) throw Attached(still);
        if (merging is not null)
        {
            var judgements = plan.Changes.Where(change => change.Record.Kind == RecordKind.Judgement).ToLookup(change => change.To is not null);
            await merging.EndUndoAsync(
                [.. judgements[true].Select(change => JudgementText.Read(change.Record, change.To))],
                [.. judgements[false].Select(change => JudgementText.Read(change.Record, change.From))]);
        }

        // What is shown at actors that are one is gone by now.
        if (lost.Count > 0 && await storage.RelationshipsAsync(lost) is [var left, ..]) throw Attached(left);
        await storage.RemoveAsync(lost);
        return UndoResult.Of(plan);
    }

    // What must be unique may have gone from one node to another, and even round: all give up what they have before any has again what it had.
    private async ValueTask FreeAsync()
    {
        var (unique, holders) = (new UniqueClaims(ontology), new Dictionary<(NodeType, string), HashSet<string>>());
        foreach (var change in plan.Changes)
        {
            var given = unique.Changed(change).Where(value => value.From is not null).Select(value => value.Property.Name).ToList();
            if (given.Count == 0) continue;
            var type = ontology.FindNodeType(change.Record.Type)!;
            var shown = merging?.Shown(type, change.Record.Start) ?? (type, change.Record.Start);
            if (!holders.TryGetValue(shown, out var names)) holders[shown] = names = new(StringComparer.Ordinal);
            names.UnionWith(given);
        }

        if (holders.Count == 0) return;
        await storage.StoreAsync([.. (await storage.NodesAsync(holders.Keys)).Select(node => Without(node, holders[(node.Type, node.Id)]))], []);
    }

    // What a node must have is stood in for until it has its own again.
    private static NamedNode Without(NamedNode node, HashSet<string> names)
    {
        var values = node.Values.Where(value => !names.Contains(value.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var property in node.Type.Properties.Where(property => property is { IsRequired: true, Kind: ScalarKind.Id or ScalarKind.String }))
            if (names.Contains(property.Name)) values[property.Name] = $"\"{Guid.NewGuid()}\"";
        return node with { Values = values };
    }

    // The nodes at the ends of relationships that come back must be there, or have come back too.
    private async ValueTask CheckEndsAsync()
    {
        var due = plan.Changes.Where(change => change is { Record.Kind: RecordKind.Relationship, From: null })
            .Select(change => (change.Record, One: UndoPlan.Relationship(change.Record, change.To, ontology))).ToList();
        var ends = due.SelectMany(one => Ends(one.One)).Where(end => merging?.Has(end.Type, end.Id) != true).ToHashSet();
        if (ends.Count == 0) return;
        ends.ExceptWith(await storage.ExistingAsync(ends));
        if (ends.Count > 0) throw new UndoRefusedException(ChangeMessages.NoEnd(plan.Run, due.First(one => Ends(one.One).Any(ends.Contains)).Record));
    }

    private UndoRefusedException Attached(NamedRelationship left)
    {
        var lost = plan.Changes.Where(change => change is { Record.Kind: RecordKind.Node, To: null }).Select(change => change.Record).ToHashSet();
        var node = Ends(left).Select(end => ChangedRecord.Of(end.Type, end.Id)).First(lost.Contains);
        return new(ChangeMessages.Attached(plan.Run, node, left.Type.Name));
    }

    private static IEnumerable<(NodeType Type, string Id)> Ends(NamedRelationship one) => [(one.StartType, one.Start), (one.EndType, one.End)];
}
