using Graph.Model.Changes;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Removing;
using Graph.Model.Search;
using Graph.Model.Sources;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Migrations;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Takes back what sources no longer list, some records a transaction, each with the tallies that follow.</summary>
internal sealed class Withdrawal(
    IStatementRunner runner,
    WriterTurn turn,
    WriterContext context,
    SourceNumbers sources,
    SearchTokens tokens,
    KeptMerges merges,
    Func<ChangeRecorder?> begin,
    RemovedRecords removed,
    Cell now)
{
    /// <summary>Records of one transaction: the tallies are derived anew in each, and its changes are held in the server's memory.</summary>
    private const int RecordsInOneTransaction = 50_000;

    private static readonly NumberRows Ignored = new(static (_, _, _) => { });

    /// <summary>Takes back.</summary>
    public async Task<WithdrawalCounts> RunAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var (gone, changed) = (0L, 0L);
        while (true)
        {
            var (counts, records, isDone) = await turn.WriteAsync((transaction, stop) => SomeAsync(names, transaction, stop), cancellationToken);
            (gone, changed) = (gone + counts.Removed, changed + counts.Changed);
            removed.Add(records);
            if (isDone) return new(gone, changed);
        }
    }

    private async Task<(WithdrawalCounts Counts, RemovedRecords Removed, bool IsDone)> SomeAsync(
        IReadOnlyCollection<string> names,
        IStatementTransaction transaction,
        CancellationToken cancellation)
    {
        await sources.LoadAsync(transaction, cancellation);
        var recorder = begin();
        var work = new Work(transaction, context, tokens, recorder, now, cancellation);
        var (merging, storage) = await merges.BeginAsync(transaction, context, sources, tokens, recorder, cancellation);
        var merged = merging is null ? default : await merging.WithdrawAsync(names.Select(sources.Find).OfType<int>());
        var room = RecordsInOneTransaction;
        foreach (var source in names.Select(sources.Find).OfType<int>())
        {
            var unlisted = new UnlistedRecords(transaction, context, sources, cancellation);
            var relationships = (await unlisted.RelationshipsAsync(source)).Take(room).ToList();
            await work.WithdrawAsync(relationships, source);
            room -= relationships.Count;
            if (room == 0) break;
            var nodes = (await unlisted.NodesAsync(source)).Take(room).ToList();
            await work.WithdrawAsync(nodes, source);
            room -= nodes.Count;
            if (room == 0) break;
        }

        await work.SweepAsync();
        if (merging is not null) await merging.RegroupAsync();
        if ((work.TouchedTallies || storage.HasMoved) && context.Ontology.Tally is { } rule)
        {
            await new Tallies(runner, turn, context, rule).RunAsync(transaction, cancellation);
        }
        var counts = work.Counts + merged;
        if (counts != default) await context.Metadata.NoteAsync(transaction, new(0, 1, 0), default, touchedTallies: false, cancellation);
        await KeptChanges.AppendAsync(recorder, context.Location, transaction, cancellation);
        return (counts, work.Removed, room > 0);
    }

    /// <summary>One transaction.</summary>
    private sealed class Work(
        IStatementTransaction transaction, WriterContext context, SearchTokens tokens, ChangeRecorder? recorder, Cell now,
            CancellationToken cancellation)
    {
        private readonly AssertedRecords asserted = new(transaction, cancellation);
        private readonly StoredRecords stored = new(transaction, context, cancellation);
        private long changed;

        public WithdrawalCounts Counts => new(Removed.Count, changed);

        public RemovedRecords Removed { get; } = new();

        public bool TouchedTallies { get; private set; }

        public async Task WithdrawAsync(IReadOnlyList<UnlistedRelationship> relationships, int source)
        {
            foreach (var group in relationships.GroupBy(one => one.Type))
            {
                TouchedTallies |= context.Ontology.Tally?.DependsOn(group.Key) == true;
                var (type, properties) = (group.Key, group.Key.Properties?.Properties ?? []);
                var sole = group.Where(one => one.Sources[0] != Assertions.ListStart).Select(one => one.Id).ToList();
                var scratch = new RecordBatch();
                var shared =
                    await asserted.ValuesAsync(type, [.. group.Where(one => one.Sources[0] == Assertions.ListStart).Select(one => one.Id)], scratch);
                List<(long, string?)> notes = [];
                List<(long Id, Cell[] Cells)> different = [];
                var before =
                    (recorder is null
                        ? []
                        : await stored.RelationshipsAsync(type, StoredRecords.MatchKeys(type), AssertedRecords.Ids([.. group.Select(one => one.Id)])))
                    .ToDictionary(one => one.Key, one => one.One);
                foreach (var (id, (text, cells)) in shared)
                {
                    var assertions = Assertions.Read(text, properties, scratch, cells);
                    assertions.Remove(source);
                    if (assertions.IsEmpty)
                    {
                        sole.Add(id);
                        continue;
                    }

                    notes.Add((id, assertions.Text()));
                    var united = assertions.Unite(properties, scratch, cells);
                    if (!RecordBatch.AreEqual(scratch, united, cells)) different.Add((id, united));
                    if (before.TryGetValue(id, out var was))
                    {
                        recorder?.Changed(was, ChangeRecorder.StateOf(properties, scratch, united, assertions.Text()));
                    }
                }

                foreach (var id in sole)
                    if (before.TryGetValue(id, out var was)) recorder?.Removed(was);

                await asserted.SetAsync(type, notes);
                if (different.Count > 0) await UpdateAsync(type, scratch, different);
                if (sole.Count == 0) continue;
                Removed.Add(
                    type, sole.Count, await new RecordNames(transaction, cancellation).EndsAsync(type, Removed.NamesRelationships ? sole : []));
                await transaction.RunAsync(new(WriteStatements.Delete(type), AssertedRecords.Ids(sole)), Ignored, cancellation);
            }
        }

        public async Task WithdrawAsync(IReadOnlyList<UnlistedNode> nodes, int source)
        {
            foreach (var group in nodes.GroupBy(node => node.Type))
            {
                var type = group.Key;
                Touch(type);
                List<(long, string?)> notes =
                    [.. group.Where(node => node.Sources[0] != Assertions.ListStart).Select(node => (node.Id, (string?)Assertions.None))];
                var scratch = new RecordBatch();
                var shared = group.Where(node => node.Sources[0] == Assertions.ListStart).ToDictionary(node => node.Id, node => node.Sources);
                var values = await asserted.ValuesAsync(type, [.. shared.Keys], scratch);
                var before =
                    (recorder is null
                        ? []
                        : await stored.NodesAsync(
                            type, "UNWIND $rows AS row\nMATCH (n) WHERE id(n) = row[0]", AssertedRecords.Ids([.. group.Select(node => node.Id)])))
                    .ToDictionary(node => node.Key, node => node.One);
                foreach (var (id, _) in notes)
                    if (before.TryGetValue(id, out var was)) recorder?.Changed(was, RecordState.Of(was.Values, Assertions.None));
                List<long> ids = [];
                foreach (var (id, cells) in values)
                {
                    var assertions = Assertions.Read(shared[id], type.Properties, scratch, cells);
                    assertions.Remove(source);
                    notes.Add((id, assertions.Text()));
                    var united = assertions.Unite(type.Properties, scratch, cells);
                    if (before.TryGetValue(id, out var was))
                    {
                        recorder?.Changed(was, ChangeRecorder.StateOf(type.Properties, scratch, united, assertions.Text()));
                    }
                    if (assertions.IsEmpty) continue;
                    scratch.AddNode(type, united, default);
                    ids.Add(id);
                }

                await asserted.SetAsync(notes);
                if (ids.Count > 0) await UpdateAsync(type, scratch, ids);
            }
        }

        /// <summary>Removes the nodes that nobody asserts and no relationship but a tally is left at.</summary>
        public async Task SweepAsync()
        {
            var tally = context.Ontology.Tally?.Relationship;
            var counted =
                string.Join('|', context.Ontology.RelationshipTypes.Where(type => type != tally).Select(type => Identifiers.Escape(type.Name)));
            foreach (var type in context.Ontology.NodeTypes)
            {
                var alone = counted.Length == 0 ? "" : $" AND NOT EXISTS {{ (n)-[:{counted}]-() }}";
                var match = $"MATCH (n:{context.Labels.Of(type)}) WHERE n.{DatabaseSchema.Sources} = '{Assertions.None}'{alone}";
                if (recorder is not null)
                    foreach (var (_, node) in await stored.NodesAsync(type, match, StatementParameters.None)) recorder.Removed(node);
                var (count, ids) = await new RecordNames(transaction, cancellation).DeleteAsync(match, StatementParameters.None);
                Removed.Add(type, count, ids);
                if (count > 0) Touch(type);
            }
        }

        private void Touch(NodeType type) => TouchedTallies |= context.Ontology.Tally?.DependsOn(type) == true;

        private async Task UpdateAsync(NodeType type, RecordBatch scratch, List<long> ids)
        {
            var rows = RowParameters.Of([.. ids.Zip(scratch.Nodes)], type.Properties.Count + 2, (writer, one) =>
            {
                var (id, node) = one;
                writer.WriteInteger(id);
                Cells.WriteAll(writer, scratch, type.Properties, scratch.Cells(node), now);
                if (tokens.Of(scratch, node) is { } text) writer.WriteString(text);
                else writer.WriteNull();
            });
            var updated = new RowCount();
            await transaction.RunAsync(WriteStatements.Whole(context.Statements.Update(type), rows), updated, cancellation);
            changed += updated.Count;
        }

        private async Task UpdateAsync(RelationshipType type, RecordBatch scratch, List<(long Id, Cell[] Cells)> records)
        {
            var properties = type.Properties?.Properties ?? [];
            var rows = RowParameters.Of(records, properties.Count + 2, (writer, one) =>
            {
                writer.WriteInteger(one.Id);
                writer.WriteNull();
                Cells.WriteAll(writer, scratch, properties, one.Cells, Cell.Null);
            });
            await transaction.RunAsync(WriteStatements.Whole(context.Statements.Update(type), rows), new RowCount(), cancellation);
            changed += records.Count;
        }
    }
}
