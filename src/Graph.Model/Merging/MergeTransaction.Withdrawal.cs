using Graph.Model.Records;
using Graph.Model.Sources;
using Graph.Model.Stores;

namespace Graph.Model.Merging;

/// <summary>What a source no longer lists of actors that are one.</summary>
public sealed partial class MergeTransaction
{
    /// <summary>Counts what a source asserts of them.</summary>
    public async ValueTask<UnlistedCounts> CountAsync(int source)
    {
        if (members.Count == 0) return default;
        await LoadAllAsync();
        var nodes = members.Values.Where(member => Asserts(member.Raw.Sources, source)).ToList();
        var relationships = named.Values.Where(one => Asserts(one.Sources, source)).ToList();
        var unlisted = nodes.Where(member => !listed(source).Has(member.Raw.ListingKey)).Select(member => member.Raw.Id)
            .ToHashSet(StringComparer.Ordinal);
        var dropped = relationships.Where(one => !listed(source).Has(one.ListingKey) && !Touches(one, unlisted)).ToList();
        var others = dropped.SelectMany(one => new[] { (one.StartType, one.Start), (one.EndType, one.End) })
            .Where(end => !IsMember(end.Item1, end.Item2)).ToHashSet();
        var going = (await storage.NodesAsync(others)).Where(node => Asserts(node.Sources, source) && !node.ListedBy.Contains(source))
            .Select(node => (node.Type, node.Id)).ToHashSet();
        return new(
            nodes.Count,
            relationships.Count,
            unlisted.Count,
            dropped.Count(one => !going.Contains((one.StartType, one.Start)) && !going.Contains((one.EndType, one.End))));
    }

    /// <summary>
    /// Takes back what sources no longer list of them, and the graph follows; those that are one stay so until <see cref="RegroupAsync"/>, when what
    /// the sources no longer list of others is taken back too.
    /// </summary>
    public async ValueTask<WithdrawalCounts> WithdrawAsync(IEnumerable<int> sources)
    {
        if (members.Count == 0) return default;
        await LoadAllAsync();
        var (removed, changes) = (0L, 0L);
        foreach (var source in sources)
        {
            foreach (var one in named.Values.Where(one => Asserts(one.Sources, source) && !listed(source).Has(one.ListingKey)).ToList())
            {
                var (values, left) = Remove(one.Values, one.Sources, one.Type.Properties?.Properties ?? [], source);
                if (left == Assertions.None)
                {
                    Forget(one);
                    removed++;
                    continue;
                }

                var isSame = NamedValues.AreEqual(values, one.Values);
                Keep(one with { Values = values, Sources = left }, isShown: isSame);
                if (!isSame) changes++;
            }

            foreach (var member in members.Values.Where(member => Asserts(member.Raw.Sources, source) && !listed(source).Has(member.Raw.ListingKey))
                .ToList())
            {
                var (values, left) = Remove(member.Raw.Values, member.Raw.Sources, member.Raw.Type.Properties, source);
                if (!NamedValues.AreEqual(values, member.Raw.Values)) changes++;
                Keep(member with { Raw = member.Raw with { Values = values, Sources = left } });
            }
        }

        // A node that nobody asserts goes with the last relationship that others had to it.
        var connected = named.Values.SelectMany(one => new[] { (one.StartType.Family, one.Start), (one.EndType.Family, one.End) }).ToHashSet();
        foreach (var member in members.Values.Where(member => member.Raw.Sources == Assertions.None
            && !connected.Contains((rules.Family, member.Raw.Id))))
        {
            lost.Add(member.Raw.Id);
            removed++;
        }

        await SaveAsync();
        await ShowAsync();
        return new(removed, changes);
    }

    /// <summary>Nodes were removed by name: forgets what sources give of them, and with the one that stands for others all of these.</summary>
    public async ValueTask ForgetGoneAsync()
    {
        if (members.Count > 0)
        {
            await LoadAllAsync();
            var ends = named.Values.SelectMany(one => new[] { (one.StartType, one.Start), (one.EndType, one.End) })
                .Where(end => !IsMember(end.Item1, end.Item2));
            var standing = members.Values.Where(member => !member.IsMerged).Select(member => (member.Raw.Type, member.Raw.Id));
            var existing = await storage.ExistingAsync(ends.Concat(standing).ToHashSet());
            var left = members.Values.Where(member => !existing.Contains((member.Raw.Type, member.Canonical))).Select(member => member.Raw.Id)
                .ToHashSet(StringComparer.Ordinal);
            foreach (var one in named.Values.Where(one => Touches(one, left) || IsGone(one.StartType, one.Start) || IsGone(one.EndType, one.End))
                .ToList())
                Forget(one, isShown: true);
            lost.UnionWith(left);

            bool IsGone(Ontologies.NodeType type, string id) => !IsMember(type, id) && !existing.Contains((type, id));
        }

        await RegroupAsync();
    }

    /// <summary>Brings who is one with whom in line with the nodes there are now.</summary>
    public ValueTask RegroupAsync()
    {
        regrouping.UnionWith(known.Judgements.SelectMany(judgement => new[] { judgement.Id, judgement.Other }));
        regrouping.UnionWith(members.Keys);
        return IsIdle ? default : SettleAsync();
    }

    private static bool Asserts(string? sources, int source) =>
        sources is not null && (sources[0] == Assertions.ListStart ? Assertions.Names(sources, source) : sources == Assertions.Sole(source));

    private static (IReadOnlyDictionary<string, string> Values, string? Sources) Remove(
        IReadOnlyDictionary<string, string> known,
        string? sources,
        IReadOnlyList<Ontologies.Property> properties,
        int source)
    {
        var scratch = new RecordBatch();
        var stored = NamedValues.Cells(known, properties, scratch);
        var assertions = Assertions.Read(sources, properties, scratch, stored);
        assertions.Remove(source);
        return (NamedValues.Of(properties, scratch, assertions.Unite(properties, scratch, stored)), assertions.Text());
    }
}
