using Graph.Model.Changes;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Search;
using Graph.Model.Sources;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>
/// One batch inside one transaction: looks up which nodes are stored, creates and updates nodes, then relationships.
/// Several records with one identity take effect one after another, in rounds.
/// </summary>
internal sealed partial class BatchWriter
{
    private readonly RecordBatch batch;
    private readonly BatchIndex index;
    private readonly Cell now;
    private readonly WriterContext context;
    private readonly StoredNodes stored;
    private readonly SearchTokens tokens;
    private readonly SourceNumbers sources;
    private readonly ChangeRecorder? recorder;
    private readonly AssertedRecords asserted;
    private readonly List<(int Source, KnownNode Node)> listedNodes = [];
    private readonly List<(int Source, ListedRelationship Relationship)> listedRelationships = [];
    private readonly IStatementTransaction transaction;
    private readonly CancellationToken cancellation;
    private readonly KnownNode[][] known;
    private readonly List<Refusal> refused = [];
    private bool touchedTallies;
    private MergeTransaction? merging;
    private MergeStorage? merged;

    public BatchWriter(
        RecordBatch batch,
        BatchIndex index,
        Cell now,
        WriterContext context,
        StoredNodes stored,
        SearchTokens tokens,
        SourceNumbers sources,
        ChangeRecorder? recorder,
        IStatementTransaction transaction,
        CancellationToken cancellation)
    {
        this.batch = batch;
        this.index = index;
        this.now = now;
        this.context = context;
        this.stored = stored;
        this.tokens = tokens;
        this.sources = sources;
        this.recorder = recorder;
        asserted = new(transaction, cancellation);
        this.transaction = transaction;
        this.cancellation = cancellation;
        known = [.. context.Families.Select(family => index.Ids(family).Select(_ => new KnownNode()).ToArray())];
    }

    /// <summary>Actors that are one; null for records that merging itself writes, so that it is not asked about them.</summary>
    public KeptMerges? Merges { get; init; }

    /// <summary>Writes the batch.</summary>
    public async Task<WriteResult> RunAsync()
    {
        await sources.PrepareAsync(batch, transaction, cancellation);
        if (Merges is not null)
        {
            (merging, merged) = await Merges.BeginAsync(transaction, context, sources, tokens, recorder, cancellation);
        }

        await FindAsync();
        if (Merges is not null) recorder?.IsFirst = stored.WasEmpty;
        var nodes = await WriteNodesAsync();
        var written = await new RelationshipWriter(
            batch, context, transaction, sources, recorder, asserted, EndsOf, Takes, listedRelationships, refused, cancellation).RunAsync();
        var relationships = written.Counts;
        touchedTallies |= written.TouchedTallies;
        if (merging is { IsIdle: false })
        {
            List(); // What merging takes out of the graph keeps who has listed it.
            var more = await merging.WriteAsync(batch, file => sources.Of(batch, file), refused);
            (nodes, relationships) = (nodes + more.Nodes, relationships + more.Relationships);
            touchedTallies |= merged!.HasMoved;
        }

        await context.Metadata.NoteAsync(transaction, nodes, relationships, touchedTallies, cancellation);
        return new(nodes, relationships, [.. refused.OrderBy(refusal => !refusal.IsNode).ThenBy(refusal => refusal.Index)]);
    }

    /// <summary>Actors that are one were shown anew.</summary>
    public bool HasMoved => merged?.HasMoved == true;

    /// <summary>Remembers the nodes, and what is listed, once they are stored for good.</summary>
    public void Remember()
    {
        if (HasMoved) stored.Forget();
        else stored.Remember(index, known);
        List();
    }

    private void List()
    {
        foreach (var (source, node) in listedNodes) sources.Listed(source).Add(node.Id);
        foreach (var (source, one) in listedRelationships) sources.Listed(source).Add(one.Type, one.Start, one.End, one.Identity);
    }

    private bool Takes(RelationshipEntry one) => merging?.Takes(batch, one) == true;

    private KnownNode NodeOf(int record) => known[context.FamilyOf(batch.Nodes[record].Type).Ordinal][index.Node(record)];

    /// <summary>The nodes at the ends of a relationship; null where there is none of that type and id.</summary>
    private (KnownNode? Start, KnownNode? End) EndsOf(int record)
    {
        var relationship = batch.Relationships[record];
        var (start, end) = index.Ends(record);
        return (Of(relationship.StartType, start), Of(relationship.EndType, end));

        KnownNode? Of(NodeType type, int place) => known[context.FamilyOf(type).Ordinal][place] is var node && node.Type == type ? node : null;
    }

    private async Task FindAsync()
    {
        await stored.BeginAsync(transaction, cancellation);
        List<SoughtNode> recalled = [], unknown = [];
        foreach (var family in context.Families)
        {
            var ids = index.Ids(family);
            for (var place = 0; place < ids.Count; place++)
            {
                var node = known[family.Ordinal][place];
                if (stored.Find(family, ids[place]) is { } found) recalled.Add(new(family, ids[place], node, found.Id, found.Type));
                else if (!index.HasRecord(family, place) || !stored.AreAllOurs) unknown.Add(new(family, ids[place], node, -1, null));
            }
        }

        if (!await RecallAsync(recalled)) unknown.AddRange(recalled);
        await LookUpAsync(unknown);
    }

    /// <summary>Takes the nodes that earlier batches found, if every one is still the same node.</summary>
    private async Task<bool> RecallAsync(List<SoughtNode> recalled)
    {
        if (recalled.Count == 0) return true;
        recalled.Sort(static (a, b) => a.StoredId.CompareTo(b.StoredId));
        // A node has its id as text or as a number: one of two rows counts.
        var rows = RowParameters.Of(NumberId.Keys(recalled, static node => node.Id), 2, static (writer, key) =>
        {
            writer.WriteInteger(key.Item.StoredId);
            NumberId.Write(writer, key.Item.Id, key.Number);
        });
        long same = 0;
        await transaction.RunAsync(new(WriteStatements.CountSame, rows), new NumberRows((count, _, _) => same = count), cancellation);
        if (same != recalled.Count) return false;
        foreach (var node in recalled) (node.Node.Id, node.Node.Type) = (node.StoredId, node.StoredType);
        return true;
    }

    private async Task LookUpAsync(List<SoughtNode> unknown)
    {
        foreach (var group in unknown.GroupBy(node => node.Family))
        {
            // In one order everywhere, so that two writers cannot wait for each other.
            List<SoughtNode> nodes = [.. group.OrderBy(node => node.Id, StringComparer.Ordinal)];
            await NodeLookup.FindAsync(
                transaction,
                context,
                group.Key,
                [.. nodes.Select(node => node.Id)],
                (place, id, type) => (nodes[place].Node.Id, nodes[place].Node.Type) = (id, type),
                cancellation);
        }
    }

    private async Task<WriteCounts> WriteNodesAsync()
    {
        var creates = new List<int>?[context.Ontology.NodeTypes.Count];
        List<(int Round, NodeType Type, int Index, KnownNode Node)> updates = [];
        long added = 0, changed = 0, unchanged = 0;
        var uniques = await UniqueValues.LoadAsync(batch, context, transaction, cancellation);
        for (var i = 0; i < batch.Nodes.Count; i++)
        {
            var (entry, node) = (batch.Nodes[i], NodeOf(i));
            if (merging?.Takes(batch, entry) == true) continue;
            if (node.Type is { } other && other != entry.Type)
            {
                refused.Add(new(IsNode: true, i, RefusalReason.OtherType, other.Name));
                continue;
            }

            if (uniques?.Refuses(entry) is { } property)
            {
                refused.Add(new(IsNode: true, i, RefusalReason.NotUnique, property.Name));
                continue;
            }

            if (sources.Of(batch, entry.Place.File) is var source and not Assertions.Nobody) listedNodes.Add((source, node));

            // Where values must be unique, one record may take what another gives up: these go one by one, in order.
            var alone = uniques?.Governs(entry.Type) == true;
            if (node.Type is null)
            {
                (node.Type, node.IsNew) = (entry.Type, true);
                added++;
                if (alone) await CreateNodesAsync(entry.Type, [i]);
                else (creates[entry.Type.Ordinal] ??= []).Add(i);
            }
            else if (!alone)
            {
                updates.Add((node.Updates++, entry.Type, i, node));
            }
            else if (await UpdateNodesAsync(entry.Type, [(i, node)]) == 1)
            {
                changed++;
            }
            else
            {
                unchanged++;
            }
        }

        foreach (var type in context.Ontology.NodeTypes)
        {
            if (creates[type.Ordinal] is { } records) await CreateNodesAsync(type, records);
        }

        foreach (var group in updates.GroupBy(update => (update.Round, update.Type.Ordinal)).OrderBy(group => group.Key))
        {
            var count = await UpdateNodesAsync(
                group.First().Type,
                [.. group.Select(update => (update.Index, update.Node)).OrderBy(update => update.Node.Id)]);
            changed += count;
            unchanged += group.Count() - count;
        }

        return new(added, changed, unchanged);
    }

    private async Task CreateNodesAsync(NodeType type, List<int> records)
    {
        records.Sort((a, b) => batch.Utf8(IdOf(a)).SequenceCompareTo(batch.Utf8(IdOf(b))));
        var rows = RowParameters.Of(
            records,
            type.Properties.Count + 2,
            (writer, i) =>
            {
                WriteNode(writer, batch, batch.Nodes[i]);
                AssertedRecords.Write(writer, Assertions.Sole(sources.Of(batch, batch.Nodes[i].Place.File)));
            });
        var next = 0;
        await transaction.RunAsync(
            WriteStatements.Whole(context.Statements.Create(type), rows),
            new NumberRows((id, _, _) => NodeOf(records[next++]).Id = id),
            cancellation);
        foreach (var i in records) recorder?.Added(batch, batch.Nodes[i], SourceOf(i), now);
        Touch(type);
    }

    private int SourceOf(int record) => sources.Of(batch, batch.Nodes[record].Place.File);

    // The cells, and the tokens that the search index holds.
    private void WriteNode(PackStreamWriter writer, RecordBatch records, in NodeEntry node)
    {
        Cells.WriteAll(writer, records, node.Type.Properties, records.Cells(node), now);
        if (tokens.Of(records, node) is { } text) writer.WriteString(text);
        else writer.WriteNull();
    }

    private Cell IdOf(int record) => batch.Cells(batch.Nodes[record])[batch.Nodes[record].Type.Id.Ordinal];

    private void Touch(NodeType type) => touchedTallies |= context.Ontology.Tally?.DependsOn(type) == true;

    /// <summary>What a stored node is to be.</summary>
    /// <param name="Id">Neo4j's internal id.</param>
    /// <param name="Batch">The batch of the record.</param>
    /// <param name="Node">The record.</param>
    /// <param name="Known">Who asserted the node before, where it is given what several sources say; otherwise null.</param>
    private readonly record struct StoredRecord(long Id, RecordBatch Batch, NodeEntry Node, string? Known);

    /// <summary>A node that is looked for, and where an earlier batch found it.</summary>
    private readonly record struct SoughtNode(Family Family, string Id, KnownNode Node, long StoredId, NodeType? StoredType);
}
