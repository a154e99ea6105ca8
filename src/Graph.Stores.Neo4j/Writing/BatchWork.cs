using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>What is known of a node that a batch speaks of.</summary>
internal sealed class KnownNode
{
    /// <summary>Neo4j's internal id; -1 until it is stored.</summary>
    public long Id { get; set; } = -1;

    /// <summary>Its type; null while there is no such node.</summary>
    public NodeType? Type { get; set; }

    /// <summary>This batch creates it.</summary>
    public bool IsNew { get; set; }

    /// <summary>How many updates of it the batch holds so far.</summary>
    public int Updates { get; set; }
}

/// <summary>
/// One batch inside one transaction: looks up which nodes are stored, creates and updates nodes, then relationships.
/// Several records with one identity take effect one after another, in rounds.
/// </summary>
internal sealed class BatchWork(
    RecordBatch batch, Cell now, WriterContext context, StoredNodes stored, IStatementTransaction transaction, CancellationToken cancellation)
{
    private readonly Dictionary<string, KnownNode>[] known = context.NewFamilies();
    private readonly List<Refusal> refused = [];

    /// <summary>The batch changed what the tallies are derived from.</summary>
    public bool TouchedTallies { get; private set; }

    /// <summary>The nodes that the batch speaks of, by family and id.</summary>
    public IReadOnlyList<Dictionary<string, KnownNode>> Known => known;

    /// <summary>Writes the batch.</summary>
    public async Task<WriteResult> RunAsync()
    {
        await FindKnownNodesAsync();
        var nodes = await WriteNodesAsync();
        var relationships = await new RelationshipWork(batch, context, transaction, Resolve, refused, cancellation).RunAsync();
        TouchedTallies |= relationships.TouchedTallies;
        var counts = new WriteResult(nodes, relationships.Counts, [.. refused.OrderBy(refusal => !refusal.IsNode).ThenBy(refusal => refusal.Index)]);
        await context.Marks.NoteAsync(transaction, nodes, TouchedTallies, cancellation);
        return counts;
    }

    private KnownNode Of(NodeType type, string id)
    {
        var family = known[context.FamilyOf(type).Ordinal];
        if (!family.TryGetValue(id, out var node)) family[id] = node = new();
        return node;
    }

    /// <summary>The node of that type and id, when there is one.</summary>
    private KnownNode? Resolve(NodeType type, Cell id) =>
        known[context.FamilyOf(type).Ordinal].TryGetValue(batch.Text(id), out var node) && node.Type == type ? node : null;

    private async Task FindKnownNodesAsync()
    {
        await stored.BeginAsync(transaction, cancellation);
        foreach (var relationship in batch.Relationships)
        {
            Of(relationship.StartType, batch.Text(relationship.Start));
            Of(relationship.EndType, batch.Text(relationship.End));
        }

        var unknown = context.Families.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToArray();
        foreach (var family in context.Families) unknown[family.Ordinal].UnionWith(known[family.Ordinal].Keys);
        foreach (var node in batch.Nodes)
        {
            var (family, id) = (context.FamilyOf(node.Type), batch.Id(node));
            Of(node.Type, id);
            if (stored.IsOurs(family) && stored.Find(family, id) is null) unknown[family.Ordinal].Remove(id);
            else unknown[family.Ordinal].Add(id);
        }

        await RecallAsync(unknown);
        foreach (var family in context.Families)
        {
            // In one order everywhere, so that two writers cannot wait for each other.
            var ids = unknown[family.Ordinal].Order(StringComparer.Ordinal).Select((id, i) => (Place: i, Id: id)).ToList();
            if (ids.Count == 0) continue;
            var rows = RowEncoder.Rows(ids, 2, static (writer, entry) =>
            {
                writer.WriteInteger(entry.Place);
                writer.WriteString(entry.Id);
            });
            foreach (var label in family.Lookups)
            {
                await transaction.RunAsync(new(context.Statements.FindNodes(family, label), rows), new NumberRows((at, id, type) =>
                {
                    var node = known[family.Ordinal][ids[(int)at].Id];
                    node.Id = id;
                    node.Type = type < 0 ? null : context.Ontology.NodeTypes[(int)type];
                }), cancellation);
            }
        }
    }

    /// <summary>Takes the nodes that earlier batches found, if every one is still the same node.</summary>
    private async Task RecallAsync(HashSet<string>[] unknown)
    {
        var recalled = context.Families
            .SelectMany(family => unknown[family.Ordinal].Select(id => (Family: family, Id: id, Found: stored.Find(family, id))))
            .Where(node => node.Found is not null)
            .Select(node => (node.Family, node.Id, Found: node.Found!.Value))
            .OrderBy(node => node.Found.Id)
            .ToList();
        if (recalled.Count == 0) return;
        var rows = RowEncoder.Rows(recalled, 2, static (writer, node) =>
        {
            writer.WriteInteger(node.Found.Id);
            writer.WriteString(node.Id);
        });
        long same = 0;
        await transaction.RunAsync(new(WriteStatements.CountSame, rows), new NumberRows((count, _, _) => same = count), cancellation);
        if (same != recalled.Count) return;
        foreach (var (family, id, found) in recalled)
        {
            var node = known[family.Ordinal][id];
            (node.Id, node.Type) = found;
            unknown[family.Ordinal].Remove(id);
        }
    }

    private async Task<WriteCounts> WriteNodesAsync()
    {
        var creates = new List<int>[context.Ontology.NodeTypes.Count];
        List<(int Round, NodeType Type, int Index, KnownNode Node)> updates = [];
        long added = 0, changed = 0, unchanged = 0;
        var uniques = await UniqueValues.LoadAsync(batch, context, transaction, cancellation);
        for (var i = 0; i < batch.Nodes.Count; i++)
        {
            var entry = batch.Nodes[i];
            var node = Of(entry.Type, batch.Id(entry));
            if (node.Type is { } stored && stored != entry.Type)
            {
                refused.Add(new(IsNode: true, i, RefusalReason.OtherType, stored.Name));
                continue;
            }

            if (uniques?.Refuses(entry) is { } property)
            {
                refused.Add(new(IsNode: true, i, RefusalReason.NotUnique, property.Name));
                continue;
            }

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
            if (creates[type.Ordinal] is { } indexes) await CreateNodesAsync(type, indexes);
        }

        foreach (var group in updates.GroupBy(update => (update.Round, update.Type.Ordinal)).OrderBy(group => group.Key))
        {
            var count = await UpdateNodesAsync(group.First().Type, [.. group.Select(update => (update.Index, update.Node)).OrderBy(update => update.Node.Id)]);
            changed += count;
            unchanged += group.Count() - count;
        }

        return new(added, changed, unchanged);
    }

    private async Task CreateNodesAsync(NodeType type, List<int> indexes)
    {
        indexes.Sort((a, b) => batch.Utf8(IdOf(a)).SequenceCompareTo(batch.Utf8(IdOf(b))));
        var rows = RowEncoder.Rows(indexes, type.Properties.Count, (writer, i) => RowEncoder.WriteCells(writer, batch, type.Properties, batch.Cells(batch.Nodes[i]), now));
        var next = 0;
        await transaction.RunAsync(
            new(context.Statements.Create(type), rows),
            new NumberRows((id, _, _) => Of(type, batch.Id(batch.Nodes[indexes[next++]])).Id = id),
            cancellation);
        Touch(type);
    }

    private async Task<long> UpdateNodesAsync(NodeType type, IReadOnlyList<(int Index, KnownNode Node)> updates)
    {
        var rows = RowEncoder.Rows(updates, type.Properties.Count + 1, (writer, update) =>
        {
            writer.WriteInteger(update.Node.Id);
            RowEncoder.WriteCells(writer, batch, type.Properties, batch.Cells(batch.Nodes[update.Index]), now);
        });
        long changed = 0;
        await transaction.RunAsync(new(context.Statements.Update(type), rows), new NumberRows((count, _, _) => changed = count), cancellation);
        if (changed > 0) Touch(type);
        return changed;
    }

    private Cell IdOf(int index) => batch.Cells(batch.Nodes[index])[batch.Nodes[index].Type.Id.Ordinal];

    private void Touch(NodeType type) => TouchedTallies |= type == context.Ontology.Tally?.Accusation;
}
