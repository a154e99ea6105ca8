using Graph.Model.Sources;

namespace Graph.Model.Merging;

/// <summary>Who is one with whom: the graph follows when that changes.</summary>
public sealed partial class MergeTransaction
{
    /// <summary>Records judgements and takes others back; the graph follows.</summary>
    /// <param name="made">Those that are recorded.</param>
    /// <param name="retracted">Those that are taken back.</param>
    /// <param name="unlessHeld">Does nothing where one of <paramref name="made"/> would have no effect.</param>
    public async ValueTask<JudgementResult> JudgeAsync(IReadOnlyList<Judgement> made, IReadOnlyList<Judgement> retracted, bool unlessHeld)
    {
        var removed = retracted.Where(known.Remove).ToList();
        var added = new List<Judgement>();
        foreach (var judgement in made)
        {
            var before = known.Find(judgement);
            if (before is not null && before.Because == judgement.Because) continue;
            added.Add(judgement with { At = before?.At ?? judgement.At });
            known.Put(added[^1]);
        }

        regrouping.UnionWith(made.Concat(removed).SelectMany(judgement => new[] { judgement.Id, judgement.Other }));
        if (unlessHeld)
        {
            var ids = known.Connected(regrouping);
            var outlook = Grouping.Of(known.About(ids), await JudgedAsync(ids));
            if (outlook.Held.Where(one => made.Any(judgement => judgement.Key == one.Judgement.Key)).ToList() is { Count: > 0 } refused)
            {
                var merged = members.Values.Count(member => member.IsMerged);
                known.Forget();
                return new(0, 0, merged, refused);
            }
        }

        if (added.Count + removed.Count > 0) await storage.SaveAsync(added, removed);
        await SettleAsync();
        return new(added.Count, removed.Count, members.Values.Count(member => member.IsMerged), held);
    }

    /// <summary>Brings the graph in line with what has changed.</summary>
    private async ValueTask SettleAsync()
    {
        if (regrouping.Count > 0) await GroupAsync();
        await SaveAsync();
        await ShowAsync();
    }

    private async ValueTask SaveAsync()
    {
        if (changedMembers.Count > 0)
        {
            await storage.SaveAsync(
                [.. changedMembers.Where(members.ContainsKey).Select(id => members[id])], [.. changedMembers.Where(id => !members.ContainsKey(id))]);
            changedMembers.Clear();
        }

        await storage.SaveAsync([.. changed.Values], [.. gone.Values]);
        changed.Clear();
        gone.Clear();
    }

    /// <summary>The nodes of these ids, as their sources give them.</summary>
    private async ValueTask<Dictionary<string, NamedNode>> JudgedAsync(HashSet<string> ids)
    {
        var nodes = ids.Where(id => members.ContainsKey(id) && !lost.Contains(id))
            .ToDictionary(id => id, id => members[id].Raw, StringComparer.Ordinal);
        var others = ids.Where(id => !members.ContainsKey(id) && !lost.Contains(id)).SelectMany(id => rules.Types.Select(type => (type, id)))
            .ToList();
        foreach (var node in await storage.NodesAsync(others)) nodes[node.Id] = node;
        return nodes;
    }

    private async ValueTask GroupAsync()
    {
        var ids = known.Connected(regrouping);
        regrouping.Clear();
        var nodes = await JudgedAsync(ids);
        var grouping = Grouping.Of(known.About(ids), nodes);
        held = grouping.Held;
        var before = Groups(ids.Where(members.ContainsKey).Select(id => (id, members[id].Canonical)));
        var after = Groups(grouping.Placements.Select(pair => (pair.Key, pair.Value.Canonical)));
        var affected = before.Except(after).Concat(after.Except(before)).SelectMany(group => group.Split('\0')[1..])
            .ToHashSet(StringComparer.Ordinal);
        List<NamedNode> shown = [];

        // Those that stay together may have other values, or other reasons.
        foreach (var group in grouping.Placements.Where(pair => !affected.Contains(pair.Key)).GroupBy(pair => pair.Value.Canonical))
        {
            var isChanged = false;
            foreach (var (id, placement) in group)
            {
                var member = Member.Of(nodes[id], placement);
                if (members[id].Because != member.Because || members[id].At != member.At) Keep(member);
                isChanged |= stale.Contains(id);
            }

            if (isChanged) shown.Add(ShownRecords.Node(group.Select(pair => members[pair.Key])));
        }

        stale.Clear();
        await MoveAsync(affected, nodes, grouping, shown);
    }

    private void Keep(Member member)
    {
        known.Put(member);
        changedMembers.Add(member.Raw.Id);
        stale.Add(member.Raw.Id);
    }

    // A group as a text: the id that stands for all, then all.
    private static HashSet<string> Groups(IEnumerable<(string Id, string Canonical)> placed) =>
        [.. placed.GroupBy(one => one.Canonical)
            .Select(group => $"{group.Key}\0{string.Join('\0', group.Select(one => one.Id).Order(StringComparer.Ordinal))}")];

    /// <summary>Takes nodes out of the graph as it was and puts them in as it is to be.</summary>
    private async ValueTask MoveAsync(HashSet<string> affected, Dictionary<string, NamedNode> nodes, Grouping grouping, List<NamedNode> shown)
    {
        var fresh = affected.Where(id => !members.ContainsKey(id)).Select(id => nodes[id]).ToList();
        var stored = await storage.RelationshipsAsync(fresh);
        await LoadAsync(affected.Where(members.ContainsKey).Concat(stored.SelectMany(MembersOf)));
        var standing = affected.Where(id => members.TryGetValue(id, out var member) && !member.IsMerged).Select(id => members[id].Raw).ToList();
        var moved = named.Values.Where(one => Touches(one, affected)).ToList();
        moved.AddRange(stored.Where(one => !MembersOf(one).Any()));
        await storage.RemoveAsync([.. fresh.Concat(standing).SelectMany(ConnectionsOf)]);

        foreach (var id in affected)
        {
            changedMembers.Add(id);
            known.Remove(id);
            if (nodes.TryGetValue(id, out var node) && grouping.Placements.TryGetValue(id, out var placement))
            {
                foreach (var source in node.ListedBy) listed(source).Add(node.ListingKey);
                known.Put(Member.Of(node, placement));
            }

            lost.Remove(id);
        }

        await storage.RemoveAsync([.. fresh.Concat(standing)
            .Where(node => !nodes.ContainsKey(node.Id) || (members.TryGetValue(node.Id, out var member) && member.IsMerged))]);
        shown.AddRange(affected.Where(members.ContainsKey).Select(id => members[id]).GroupBy(member => member.Canonical).Select(ShownRecords.Node));
        shown.AddRange(affected.Where(id => nodes.ContainsKey(id) && !members.ContainsKey(id))
            .Select(id => nodes[id] with { ListedBy = ListedBy(nodes[id].Sources, nodes[id].ListingKey, nodes[id].ListedBy) }));
        List<NamedRelationship> apart = [];
        foreach (var one in moved)
        {
            foreach (var source in one.ListedBy) listed(source).Add(one.ListingKey);
            if (MembersOf(one).Any())
            {
                Keep(one with { ListedBy = [] });
                continue;
            }

            if (named.ContainsKey(one.Key)) Forget(one, isShown: true);
            apart.Add(one with { ListedBy = ListedBy(one.Sources, one.ListingKey, one.ListedBy) });
        }

        loaded.UnionWith(affected);
        await storage.StoreAsync(shown, apart);
    }

    /// <summary>The ends of a relationship that are one with others.</summary>
    private IEnumerable<string> MembersOf(NamedRelationship one)
    {
        if (IsMember(one.StartType, one.Start)) yield return one.Start;
        if (IsMember(one.EndType, one.End)) yield return one.End;
    }

    private int[] ListedBy(string? sources, string key, IReadOnlyList<int> known) =>
        [.. Assertions.SourcesOf(sources).Where(source => known.Contains(source) || listed(source).Has(key))];

    private bool Touches(NamedRelationship one, HashSet<string> ids) =>
        (one.StartType.Family == rules.Family && ids.Contains(one.Start)) || (one.EndType.Family == rules.Family && ids.Contains(one.End));

    private IEnumerable<Connections> ConnectionsOf(NamedNode node)
    {
        foreach (var type in types)
        {
            if (type.Starts.Contains(node.Type)) yield return new(type, node.Type, node.Id, node.Type, null);
            if (type.Ends.Contains(node.Type)) yield return new(type, node.Type, null, node.Type, node.Id);
        }
    }

    /// <summary>Shows anew what has changed. Relationships that have no place here any more are in the graph as they are given.</summary>
    private async ValueTask ShowAsync()
    {
        if (due.Count == 0) return;
        var shown = due.Values.Where(one => MembersOf(one).Any()).ToList();
        due.Clear();
        var places = shown.Select(PlaceOf).ToHashSet();
        await LoadAsync(places);
        var given = named.Values.ToLookup(PlaceOf);
        await storage.RemoveAsync(places);
        await storage.StoreAsync([], [.. places.SelectMany(place => ShownRecords.Relationships(given[place], Canonical))]);
    }
}
