namespace Graph.Model.Merging;

/// <summary>
/// Who is one with whom, and who judged so, as a writer knows it from one transaction to the next: nobody else writes meanwhile. After a
/// transaction that was not committed it must be forgotten.
/// </summary>
public sealed class KnownMerges
{
    private readonly Dictionary<(string, string, bool, string), Judgement> judgements = [];
    private readonly Dictionary<string, HashSet<(string, string, bool, string)>> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Member> members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> groups = new(StringComparer.Ordinal);
    private bool isRead;

    /// <summary>All judgements.</summary>
    internal IReadOnlyCollection<Judgement> Judgements => judgements.Values;

    /// <summary>The nodes that are one with others, by id.</summary>
    internal IReadOnlyDictionary<string, Member> Members => members;

    /// <summary>Reads what a store keeps, where that is not known.</summary>
    internal async ValueTask ReadAsync(IMergeStorage storage)
    {
        if (isRead) return;
        Forget();
        foreach (var judgement in await storage.JudgementsAsync()) Put(judgement);
        if (judgements.Count > 0)
            foreach (var member in await storage.MembersAsync()) Put(member);
        isRead = true;
    }

    /// <summary>Reads it anew the next time.</summary>
    internal void Forget()
    {
        judgements.Clear();
        byId.Clear();
        members.Clear();
        groups.Clear();
        isRead = false;
    }

    /// <summary>A judgement speaks of the id.</summary>
    internal bool Judges(string id) => byId.ContainsKey(id);

    /// <summary>What is recorded of who says what of which ids.</summary>
    internal Judgement? Find(Judgement judgement) => judgements.GetValueOrDefault(judgement.Key);

    internal void Put(Judgement judgement)
    {
        judgements[judgement.Key] = judgement;
        foreach (var id in (string[])[judgement.Id, judgement.Other])
        {
            if (!byId.TryGetValue(id, out var keys)) byId[id] = keys = [];
            keys.Add(judgement.Key);
        }
    }

    internal bool Remove(Judgement judgement)
    {
        if (!judgements.Remove(judgement.Key)) return false;
        foreach (var id in (string[])[judgement.Id, judgement.Other])
            if (byId[id].Remove(judgement.Key) && byId[id].Count == 0) byId.Remove(id);
        return true;
    }

    internal void Put(Member member)
    {
        Remove(member.Raw.Id);
        members[member.Raw.Id] = member;
        if (!groups.TryGetValue(member.Canonical, out var group)) groups[member.Canonical] = group = new(StringComparer.Ordinal);
        group.Add(member.Raw.Id);
    }

    internal void Remove(string id)
    {
        if (!members.Remove(id, out var was)) return;
        var group = groups[was.Canonical];
        group.Remove(id);
        if (group.Count == 0) groups.Remove(was.Canonical);
    }

    /// <summary>All that are one with a node that is.</summary>
    internal IReadOnlyCollection<string> GroupOf(string id) => groups[members[id].Canonical];

    /// <summary>These ids, and all that judgements may make one with them or that are one with them now.</summary>
    internal HashSet<string> Connected(IEnumerable<string> ids)
    {
        var found = new HashSet<string>(ids, StringComparer.Ordinal);
        var next = new Queue<string>(found);
        while (next.TryDequeue(out var id))
        {
            foreach (var key in byId.GetValueOrDefault(id) ?? [])
            {
                var judgement = judgements[key];
                if (judgement.IsSame) Reach(judgement.Id == id ? judgement.Other : judgement.Id);
            }

            if (!members.ContainsKey(id)) continue;
            foreach (var other in GroupOf(id)) Reach(other);
        }

        return found;

        void Reach(string other)
        {
            if (found.Add(other)) next.Enqueue(other);
        }
    }

    /// <summary>The judgements on these ids.</summary>
    internal List<Judgement> About(IEnumerable<string> ids) =>
        [.. ids.SelectMany(id => byId.GetValueOrDefault(id) ?? []).Distinct().Select(key => judgements[key])];
}
