using Graph.Model.Ontologies;

namespace Graph.Model.Merging;

/// <summary>What becomes of actors that are one when a run is taken back.</summary>
public sealed partial class MergeTransaction
{
    /// <summary>The store, by way of whoever takes down what changes.</summary>
    internal IMergeStorage Storage => storage;

    /// <summary>A relationship that sources give an actor which is to be gone; null where there is none.</summary>
    internal NamedRelationship? LeftAtLost => lost.Count == 0 ? null : named.Values.FirstOrDefault(one => Touches(one, lost));

    /// <summary>Begins to take a run back.</summary>
    internal ValueTask BeginUndoAsync() => members.Count == 0 ? default : LoadAllAsync();

    /// <summary>Gives an actor that is one with others what its sources gave before, or takes it out; false of any other node.</summary>
    internal bool Restore(NamedNode node, bool isThere)
    {
        var isMember = IsMember(node.Type, node.Id);
        if (!isThere && node.Type.Family == rules.Family) lost.Add(node.Id);
        else if (isMember) Keep(members[node.Id] with { Raw = node });
        return isMember;
    }

    /// <summary>The same of a relationship at such an actor; false of any other.</summary>
    internal bool Restore(NamedRelationship one, bool isThere)
    {
        if (!MembersOf(one).Any()) return false;
        if (isThere) Keep(one);
        else Forget(one);
        return true;
    }

    /// <summary>The node that the graph shows of it: where it is one with others, the one that stands for all.</summary>
    internal (NodeType Type, string Id) Shown(NodeType type, string id) =>
        IsMember(type, id) && members.TryGetValue(members[id].Canonical, out var canonical) ? (canonical.Raw.Type, canonical.Raw.Id) : (type, id);

    /// <summary>The actor is one with others, and stays.</summary>
    internal bool Has(NodeType type, string id) => IsMember(type, id) && !lost.Contains(id);

    /// <summary>Puts judgements back to what they were, and the graph follows.</summary>
    /// <param name="made">Those that are there again, with their times.</param>
    /// <param name="retracted">Those that are there no more.</param>
    internal async ValueTask EndUndoAsync(IReadOnlyList<Judgement> made, IReadOnlyList<Judgement> retracted)
    {
        foreach (var judgement in retracted) known.Remove(judgement);
        foreach (var judgement in made) known.Put(judgement);
        if (made.Count + retracted.Count > 0) await storage.SaveAsync(made, retracted);
        regrouping.UnionWith(made.Concat(retracted).SelectMany(judgement => new[] { judgement.Id, judgement.Other }));
        if (IsIdle && regrouping.Count > 0) await SettleAsync();
        else await RegroupAsync();
    }
}
