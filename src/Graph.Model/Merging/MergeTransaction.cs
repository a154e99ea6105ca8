using Graph.Model.Changes;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Sources;
using Graph.Model.Stores;

namespace Graph.Model.Merging;

/// <summary>
/// Actors that are one, within one transaction of a writer. Of each the store keeps, beside the graph, what the sources give it and its
/// relationships (<see cref="Member"/>, <see cref="NamedRelationship"/>); the graph holds what is made of that: one node, and each
/// relationship at it. So reads know nothing of merging, and what was merged comes apart as it was.
/// </summary>
public sealed partial class MergeTransaction
{
    private readonly Mergeable rules;
    private readonly RelationshipType? tally;
    private readonly IReadOnlyList<RelationshipType> types;
    private readonly IMergeStorage storage;
    private readonly Func<int, ListedRecords> listed;
    private readonly KnownMerges known;
    private readonly IReadOnlyDictionary<string, Member> members;
    private readonly Dictionary<RelationshipKey, NamedRelationship> named = [];
    private readonly HashSet<string> loaded = new(StringComparer.Ordinal);
    private readonly HashSet<Connections> loadedPlaces = [];
    private readonly HashSet<string> regrouping = new(StringComparer.Ordinal);
    private readonly Dictionary<RelationshipKey, NamedRelationship> changed = [];
    private readonly Dictionary<RelationshipKey, NamedRelationship> gone = [];
    private readonly HashSet<string> changedMembers = new(StringComparer.Ordinal);
    private readonly HashSet<string> stale = new(StringComparer.Ordinal);
    private readonly HashSet<string> lost = new(StringComparer.Ordinal);
    private readonly Dictionary<RelationshipKey, NamedRelationship> due = [];
    private bool isAllLoaded;
    private IReadOnlyList<HeldJudgement> held = [];

    private MergeTransaction(Mergeable rules, Ontology ontology, IMergeStorage storage, Func<int, ListedRecords> listed, KnownMerges known)
    {
        (this.rules, this.storage, this.listed, this.known) = (rules, storage, listed, known);
        members = known.Members;
        tally = ontology.Tally?.Relationship;
        types = [.. ontology.RelationshipTypes.Where(type => type != tally)];
    }

    /// <summary>Begins with what a store keeps.</summary>
    /// <param name="ontology">The domain.</param>
    /// <param name="storage">The store, in a transaction.</param>
    /// <param name="listed">What the writer has written in the name of a source.</param>
    /// <param name="known">What the writer's last transaction knew of it, or nothing; follows what this one does.</param>
    /// <param name="changes">Takes down what changes; null where nobody does.</param>
    public static async ValueTask<MergeTransaction?> BeginAsync(
        Ontology ontology,
        IMergeStorage storage,
        Func<int, ListedRecords> listed,
        KnownMerges known,
        ChangeRecorder? changes)
    {
        if (Mergeable.Of(ontology) is not { } rules) return null;
        await known.ReadAsync(storage);
        var recorded = changes is null ? storage : new RecordedStorage(storage, changes, rules, known);
        return new(rules, ontology, recorded, listed, known);
    }

    /// <summary>No node is one with others, and no judgement speaks of any: there is nothing to do.</summary>
    public bool IsIdle => known.Judgements.Count == 0 && members.Count == 0;

    /// <summary>The record is of a node that is one with others, and is written when the batch ends.</summary>
    public bool Takes(RecordBatch batch, in NodeEntry node) => members.Count > 0 && IsMember(node.Type, batch.Id(node));

    /// <summary>The same of a relationship at such a node.</summary>
    public bool Takes(RecordBatch batch, in RelationshipEntry one) => members.Count > 0
        && ((one.StartType.Family == rules.Family && members.ContainsKey(batch.Text(one.Start)))
            || (one.EndType.Family == rules.Family && members.ContainsKey(batch.Text(one.End))));

    /// <summary>
    /// Ends a batch whose other records are written: writes those that <see cref="Takes(RecordBatch, in NodeEntry)"/> has taken, and brings the
    /// graph in line.
    /// </summary>
    /// <param name="batch">The batch.</param>
    /// <param name="sourceOf">The number of the source of a file's records.</param>
    /// <param name="refused">Takes the records that are not written.</param>
    public async ValueTask<(
        WriteCounts Nodes, WriteCounts Relationships)> WriteAsync(RecordBatch batch, Func<int, int> sourceOf, List<Refusal> refused)
    {
        if (IsIdle) return default;
        var nodes = WriteNodes(batch, sourceOf, refused);
        var relationships = await WriteRelationshipsAsync(batch, sourceOf, refused);
        await SettleAsync();
        return (nodes, relationships);
    }

    private bool IsMember(NodeType type, string id) => type.Family == rules.Family && members.ContainsKey(id);

    private string Canonical(NodeType type, string id) =>
        type.Family == rules.Family && members.TryGetValue(id, out var member) ? member.Canonical : id;

    private WriteCounts WriteNodes(RecordBatch batch, Func<int, int> sourceOf, List<Refusal> refused)
    {
        long changes = 0, unchanged = 0;
        for (var i = 0; i < batch.Nodes.Count; i++)
        {
            var node = batch.Nodes[i];
            if (node.Type.Family != rules.Family) continue;
            var id = batch.Id(node);
            if (!members.TryGetValue(id, out var member))
            {
                if (known.Judges(id)) regrouping.Add(id);
                continue;
            }

            if (member.Raw.Type != node.Type)
            {
                refused.Add(new(IsNode: true, i, RefusalReason.OtherType, member.Raw.Type.Name));
                continue;
            }

            var source = sourceOf(node.Place.File);
            if (source != Assertions.Nobody) listed(source).Add(member.Raw.ListingKey);
            if (member.Raw.Sources == Assertions.Sole(source)
                && NamedValues.AreEqual(NamedValues.Of(node.Type.Properties, batch, batch.Cells(node)), member.Raw.Values))
            {
                unchanged++;
                continue;
            }

            var (values, sources) = Put(member.Raw.Values, member.Raw.Sources, node.Type.Properties, source, batch, batch.Cells(node));
            var raw = member.Raw with { Values = values, Sources = sources };
            if (NamedValues.AreEqual(values, member.Raw.Values)) unchanged++;
            else changes++;
            if (sources == member.Raw.Sources && NamedValues.AreEqual(values, member.Raw.Values)) continue;
            Keep(member with { Raw = raw });
            regrouping.Add(id);
        }

        return new(0, changes, unchanged);
    }

    private async ValueTask<WriteCounts> WriteRelationshipsAsync(RecordBatch batch, Func<int, int> sourceOf, List<Refusal> refused)
    {
        if (members.Count == 0) return default;
        var left = refused.Where(refusal => !refusal.IsNode).Select(refusal => refusal.Index).ToHashSet();
        List<int> taken = [], rivals = [];
        HashSet<Connections> places = [];
        HashSet<(NodeType, string)> others = [];
        for (var i = 0; i < batch.Relationships.Count; i++)
        {
            var one = batch.Relationships[i];
            if (one.Type == tally) continue;
            var isTaken = Takes(batch, one);
            if (rules.IsSingle(one.Type) && (isTaken || !left.Contains(i)))
            {
                if (one.Type.SingleStarts.Contains(one.StartType)) places.Add(new(one.Type, one.StartType, batch.Text(one.Start), one.EndType, null));
                if (one.Type.SingleEnds.Contains(one.EndType)) places.Add(new(one.Type, one.StartType, null, one.EndType, batch.Text(one.End)));
                if (!isTaken) rivals.Add(i);
            }

            if (!isTaken) continue;
            taken.Add(i);
            places.Add(new(one.Type, one.StartType, batch.Text(one.Start), one.EndType, batch.Text(one.End)));
            foreach (var (type, id) in ((NodeType, string)[])[(one.StartType, batch.Text(one.Start)), (one.EndType, batch.Text(one.End))])
                if (!IsMember(type, id)) others.Add((type, id));
        }

        await LoadAsync(places);
        foreach (var one in rivals.Select(i => batch.Relationships[i])) Yield(one.Type, batch.Text(one.Start), batch.Text(one.End));
        if (taken.Count == 0) return default;
        var existing = await storage.ExistingAsync(others);
        var counts = default(WriteCounts);
        foreach (var i in taken)
        {
            var one = batch.Relationships[i];
            if (!Exists(one.StartType, batch.Text(one.Start))) refused.Add(new(IsNode: false, i, RefusalReason.NoStart, batch.Text(one.Start)));
            else if (!Exists(one.EndType, batch.Text(one.End))) refused.Add(new(IsNode: false, i, RefusalReason.NoEnd, batch.Text(one.End)));
            else counts += await WriteAsync(batch, one, sourceOf(one.Place.File));
        }

        return counts;

        bool Exists(NodeType type, string id) => IsMember(type, id) ? members[id].Raw.Type == type : existing.Contains((type, id));
    }

    private async ValueTask<WriteCounts> WriteAsync(RecordBatch batch, RelationshipEntry one, int source)
    {
        var properties = one.Type.Properties?.Properties ?? [];
        var cells = batch.Cells(one).ToArray();
        var given =
            new NamedRelationship(
                one.Type, one.StartType, batch.Text(one.Start), one.EndType, batch.Text(one.End), NamedValues.Of(properties, batch, cells));
        if (source != Assertions.Nobody) listed(source).Add(given.ListingKey);
        if (named.TryGetValue(given.Key, out var known))
        {
            if (known.Sources == Assertions.Sole(source) && NamedValues.AreEqual(given.Values, known.Values)) return new(0, 0, 1);
            var (values, sources) = Put(known.Values, known.Sources, properties, source, batch, cells);
            var isSame = NamedValues.AreEqual(values, known.Values);
            if (!isSame || sources != known.Sources) Keep(known with { Values = values, Sources = sources }, isShown: isSame);
            return isSame ? new(0, 0, 1) : new(0, 1, 0);
        }

        var rivals = rules.IsSingle(one.Type) ? Yield(one.Type, given.Start, given.End) : 0;
        if (given.IsSingleFromStart || given.IsSingleFromEnd) rivals += (await storage.RemoveAsync([PlaceOf(given)])).Count;
        Keep(given with { Sources = Assertions.Sole(source) });
        return rivals > 0 ? new(0, 1, 0) : new(1, 0, 0);
    }

    /// <summary>Where a node can have one relationship, what sources gave it before, which is loaded, gives way.</summary>
    private long Yield(RelationshipType type, string start, string end)
    {
        var rivals = named.Values
            .Where(one => one.Type == type && ((one.IsSingleFromStart && one.Start == start) || (one.IsSingleFromEnd && one.End == end)))
            .ToList();
        foreach (var one in rivals) Forget(one, isShown: true);
        return rivals.Count;
    }

    // What the sources give together, with what one of them says now.
    private static (IReadOnlyDictionary<string, string> Values, string? Sources) Put(
        IReadOnlyDictionary<string, string> known,
        string? sources,
        IReadOnlyList<Property> properties,
        int source,
        RecordBatch batch,
        ReadOnlySpan<Cell> cells)
    {
        var scratch = new RecordBatch();
        var stored = NamedValues.Cells(known, properties, scratch);
        var assertions = Assertions.Read(sources, properties, scratch, stored);
        assertions.Put(source, properties, batch, cells);
        return (NamedValues.Of(properties, scratch, assertions.Unite(properties, scratch, stored)), assertions.Text());
    }

    private void Keep(NamedRelationship one, bool isShown = false)
    {
        named[one.Key] = one;
        changed[one.Key] = one;
        gone.Remove(one.Key);
        if (!isShown) due[one.Key] = one;
    }

    private void Forget(NamedRelationship one, bool isShown = false)
    {
        named.Remove(one.Key);
        changed.Remove(one.Key);
        gone[one.Key] = one;
        if (!isShown) due[one.Key] = one;
    }

    /// <summary>Where the graph shows what a source gives.</summary>
    private Connections PlaceOf(NamedRelationship one)
    {
        var (start, end) = (Canonical(one.StartType, one.Start), Canonical(one.EndType, one.End));
        if (one.IsSingleFromStart) return new(one.Type, one.StartType, start, one.EndType, null);
        return one.IsSingleFromEnd ? new(one.Type, one.StartType, null, one.EndType, end) : new(one.Type, one.StartType, start, one.EndType, end);
    }

    private async ValueTask LoadAsync(IEnumerable<string> ids)
    {
        if (isAllLoaded) return;
        var wanted = ids.Distinct(StringComparer.Ordinal).SelectMany(known.GroupOf).Where(loaded.Add).ToList();
        if (wanted.Count > 0) Take(await storage.NamedAsync(wanted));
    }

    /// <summary>What the graph shows at these places, of whoever is one with the nodes there.</summary>
    private async ValueTask LoadAsync(IEnumerable<Connections> places)
    {
        if (isAllLoaded) return;
        var wanted = places.SelectMany(place =>
            from start in GroupOf(place.StartType, place.Start)
            from end in GroupOf(place.EndType, place.End)
            select place with { Start = start, End = end }).Where(loadedPlaces.Add).ToList();
        if (wanted.Count > 0) Take(await storage.NamedAtAsync(wanted));
    }

    private IEnumerable<string?> GroupOf(NodeType type, string? id)
    {
        if (id is not null && IsMember(type, id)) return known.GroupOf(id);
        return [id];
    }

    private async ValueTask LoadAllAsync()
    {
        if (isAllLoaded) return;
        Take(await storage.NamedAsync(null));
        isAllLoaded = true;
    }

    // What this transaction has changed already is newer than what is kept.
    private void Take(IReadOnlyList<NamedRelationship> kept)
    {
        foreach (var one in kept)
            if (!gone.ContainsKey(one.Key)) named.TryAdd(one.Key, one);
    }
}
