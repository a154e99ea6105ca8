using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Sources;
using Graph.Model.Stores;
using Graph.Model.Values;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>The graph itself.</summary>
internal sealed partial class MergeStorage
{
    /// <summary>The graph was changed: what was known of its nodes may not hold.</summary>
    public bool HasMoved { get; private set; }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<NamedNode>> NodesAsync(IReadOnlyCollection<(NodeType Type, string Id)> nodes)
    {
        var found = new List<NamedNode>();
        foreach (var group in (await KeysAsync(nodes)).GroupBy(pair => pair.Key.Type))
        {
            var batch = new RecordBatch();
            List<long> ids = [.. group.Select(pair => pair.Value)];
            var (known, values) = (await asserted.SourcesAsync(ids), await asserted.ValuesAsync(group.Key, ids, batch));
            foreach (var ((type, id), key) in group)
            {
                found.Add(new(type, id, NamedValues.Of(type.Properties, batch, values[key]))
                {
                    Sources = known[key],
                    ListedBy = [.. Assertions.SourcesOf(known[key]).Where(source => sources.Listed(source).Has(key))],
                });
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlySet<(NodeType Type, string Id)>> ExistingAsync(IReadOnlyCollection<(NodeType Type, string Id)> nodes) =>
        (await KeysAsync(nodes)).Keys.ToHashSet();

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<NamedRelationship>> RelationshipsAsync(IReadOnlyList<NamedNode> nodes)
    {
        var found = new Dictionary<RelationshipKey, NamedRelationship>();
        var keys = await KeysAsync([.. nodes.Select(node => (node.Type, node.Id))]);
        if (keys.Count == 0) return [];
        foreach (var type in context.Ontology.RelationshipTypes.Where(type => type != context.Ontology.Tally?.Relationship))
        {
            var starts = keys.Where(pair => type.Starts.Contains(pair.Key.Type)).Select(pair => pair.Value).ToList();
            var ends = keys.Where(pair => type.Ends.Contains(pair.Key.Type)).Select(pair => pair.Value).ToList();
            if (starts.Count > 0) await ReadAsync(type, "a", starts, found);
            if (ends.Count > 0) await ReadAsync(type, "b", ends, found);
        }

        return [.. found.Values];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<NamedRelationship>> RemoveAsync(IReadOnlyCollection<Connections> some)
    {
        if (some.Count == 0) return [];
        HasMoved = true;
        var keys = await KeysAsync([.. some.SelectMany(one => new[] { (one.StartType, one.Start), (one.EndType, one.End) })
            .Where(end => end.Item2 is not null).Select(end => (end.Item1, end.Item2!)).Distinct()]);
        List<NamedRelationship> removed = [];
        foreach (var group in some.GroupBy(one => (one.Type, HasStart: one.Start is not null, HasEnd: one.End is not null)))
        {
            var rows = group.Select(one => new object?[]
                {
                    one.Start is null ? -1L : keys.GetValueOrDefault((one.StartType, one.Start), -1),
                        one.End is null ? -1L : keys.GetValueOrDefault((one.EndType, one.End), -1),
                })
                .Where(row => (!group.Key.HasStart || (long)row[0]! >= 0) && (!group.Key.HasEnd || (long)row[1]! >= 0));
            var match = Rows
                + (group.Key.HasStart ? "MATCH (a) WHERE id(a) = row[0]\n" : "")
                + (group.Key.HasEnd ? "MATCH (b) WHERE id(b) = row[1]\n" : "")
                + $"MATCH (a)-[r:{Identifiers.Escape(group.Key.Type.Name)}]->(b)";
            removed.AddRange(await DeleteAsync(group.Key.Type, await stored.RelationshipsAsync(group.Key.Type, match, Parameters(rows))));
        }

        return removed;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<NamedRelationship>> RemoveAsync(IReadOnlyList<NamedRelationship> some)
    {
        if (some.Count == 0) return [];
        HasMoved = true;
        var keys = await KeysAsync([.. some.SelectMany(one => new[] { (one.StartType, one.Start), (one.EndType, one.End) }).Distinct()]);
        List<NamedRelationship> removed = [];
        foreach (var group in some.GroupBy(one => one.Type))
        {
            var rows = group.Where(one => keys.ContainsKey((one.StartType, one.Start)) && keys.ContainsKey((one.EndType, one.End)))
                .ToLookup(one => one.Key);
            var between = await stored.RelationshipsAsync(
                group.Key,
                $"{Rows}MATCH (a) WHERE id(a) = row[0]\nMATCH (b) WHERE id(b) = row[1]\nWITH a, b\nMATCH "
                    + $"(a)-[r:{Identifiers.Escape(group.Key.Name)}]->(b)",
                Parameters(rows.Select(same => same.First())
                    .Select(one => new object?[] { keys[(one.StartType, one.Start)], keys[(one.EndType, one.End)] })));
            removed.AddRange(await DeleteAsync(group.Key, [.. between.Where(one => rows.Contains(one.One.Key))]));
        }

        return removed;
    }

    /// <inheritdoc/>
    public async ValueTask RemoveAsync(IReadOnlyList<NamedNode> nodes)
    {
        if (nodes.Count == 0) return;
        HasMoved = true;
        var keys = await KeysAsync([.. nodes.Select(node => (node.Type, node.Id))]);
        await RunAsync($"{Rows}MATCH (n) WHERE id(n) = row[0] DETACH DELETE n", [.. keys.Values], static key => [key]);
    }

    /// <inheritdoc/>
    public async ValueTask StoreAsync(IReadOnlyList<NamedNode> nodes, IReadOnlyList<NamedRelationship> relationships)
    {
        if (nodes.Count + relationships.Count == 0) return;
        HasMoved = true;
        if (nodes.Count > 0) await StoreAsync(nodes);
        if (relationships.Count == 0) return;
        var keys = await KeysAsync([.. relationships.SelectMany(one => new[] { (one.StartType, one.Start), (one.EndType, one.End) }).Distinct()]);
        foreach (var group in relationships.GroupBy(one => one.Type))
        {
            var (type, batch) = (group.Key, new RecordBatch());
            var properties = type.Properties?.Properties ?? [];
            var all = group.Select(one => (One: one, Start: keys[(one.StartType, one.Start)], End: keys[(one.EndType, one.End)],
                Cells: NamedValues.Cells(one.Values, properties, batch))).ToList();
            var rows = RowParameters.Of(all, properties.Count + 3, (writer, row) =>
            {
                writer.WriteInteger(row.Start);
                writer.WriteInteger(row.End);
                Cells.WriteAll(writer, batch, properties, row.Cells, Cell.Null);
                AssertedRecords.Write(writer, row.One.Sources);
            });
            await transaction.RunAsync(new(context.Statements.Create(type), rows), NoRows.Instance, cancellation);
            foreach (var (one, start, end, cells) in all)
                foreach (var source in one.ListedBy) sources.Listed(source).Add(type, start, end, ListedRecords.Identity(type, batch, cells));
        }
    }

    private async Task StoreAsync(IReadOnlyList<NamedNode> nodes)
    {
        var before = await KeysAsync([.. nodes.Select(node => (node.Type, node.Id))]);

        // What is written in nobody's name takes the place of all that others said.
        await asserted.SetAsync([.. before.Values.Select(key => (key, (string?)null))]);
        var batch = new RecordBatch();
        var place = new RecordPlace(batch.AddFile(""), 0, 0);
        foreach (var node in nodes)
        {
            var cells = NamedValues.Cells(node.Values, node.Type.Properties, batch);
            cells[node.Type.Id.Ordinal] = batch.AddText(node.Id);
            batch.AddNode(node.Type, cells, place);
        }

        var known = new StoredNodes(context);
        known.Forget();
        var work = new BatchWriter(
            batch, new(batch, context), Cell.Of(DateTimeOffset.UnixEpoch), context, known, tokens, sources, recorder: null, transaction,
                cancellation);
        if ((await work.RunAsync()).Refused is [var refused, ..])
            throw new StoreException(StoreFault.Other, Messages.TakenMeanwhile(context.Location, refused.Detail));
        var keys = await KeysAsync([.. nodes.Select(node => (node.Type, node.Id))]);
        await asserted.SetAsync([.. nodes.Where(node => node.Sources is not null).Select(node => (keys[(node.Type, node.Id)], node.Sources))]);
        await RunAsync(
            $"{Rows}MATCH (n) WHERE id(n) = row[0] SET n.{MergedNodes.MergedFrom} = row[1]",
            nodes,
            node => [keys[(node.Type, node.Id)], node.MergedFrom.Count == 0 ? null : node.MergedFrom.SelectMany(Values).ToList()]);
        foreach (var node in nodes)
            foreach (var source in node.ListedBy) sources.Listed(source).Add(keys[(node.Type, node.Id)]);

        static object?[] Values(MergedName merged) => [merged.Id, merged.Name, merged.Because ?? "", TimeText.Of(merged.At)];
    }

    private async Task ReadAsync(RelationshipType type, string near, List<long> keys, Dictionary<RelationshipKey, NamedRelationship> found)
    {
        foreach (var (_, start, end, identity, one) in await stored.RelationshipsAsync(
            type, $"{Rows}MATCH (a)-[r:{Identifiers.Escape(type.Name)}]->(b) WHERE id({near}) = row[0]", AssertedRecords.Ids(keys)))
        {
            found[one.Key] = one with
            {
                ListedBy = [.. Assertions.SourcesOf(one.Sources).Where(source => sources.Listed(source).Has(type, start, end, identity))],
            };
        }
    }

    private async Task<IEnumerable<NamedRelationship>> DeleteAsync(RelationshipType type, List<StoredRelationship> some)
    {
        if (some.Count > 0)
        {
            await transaction.RunAsync(
                new(WriteStatements.Delete(type), AssertedRecords.Ids([.. some.Select(one => one.Key)])), NoRows.Instance, cancellation);
        }

        return some.Select(one => one.One);
    }

    /// <summary>Neo4j's internal ids of those that are stored.</summary>
    private async Task<Dictionary<(NodeType Type, string Id), long>> KeysAsync(IReadOnlyCollection<(NodeType Type, string Id)> nodes)
    {
        var found = new Dictionary<(NodeType, string), long>();
        foreach (var group in nodes.GroupBy(node => context.FamilyOf(node.Type)))
        {
            var ids = group.Select(node => node.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            var stored = new Dictionary<(NodeType, string), long>();
            await NodeLookup.FindAsync(
                transaction,
                context,
                group.Key,
                ids,
                (place, key, type) =>
                {
                    if (type is not null) stored[(type, ids[place])] = key;
                },
                cancellation);
            foreach (var node in group)
                if (stored.TryGetValue(node, out var key)) found[node] = key;
        }

        return found;
    }
}
