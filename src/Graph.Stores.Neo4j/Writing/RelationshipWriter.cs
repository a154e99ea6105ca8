using Graph.Model.Changes;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Sources;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>The relationships of one batch, after its nodes are stored.</summary>
internal sealed class RelationshipWriter(
    RecordBatch batch,
    WriterContext context,
    IStatementTransaction transaction,
    SourceNumbers sources,
    ChangeRecorder? recorder,
    AssertedRecords asserted,
    Func<int, (KnownNode? Start, KnownNode? End)> endsOf,
    Func<RelationshipEntry, bool> isTaken,
    List<(int Source, ListedRelationship Relationship)> listed,
    List<Refusal> refused,
    CancellationToken cancellation)
{
    private readonly Dictionary<(int Type, long Start, long End, string Identity), int> seen = [];
    private readonly Dictionary<(int Type, long Node, bool FromStart), int> turns = [];
    private readonly RecordBatch scratch = new();
    private long added;
    private long changed;
    private long unchanged;

    /// <summary>Writes them and counts.</summary>
    public async Task<(WriteCounts Counts, bool TouchedTallies)> RunAsync()
    {
        var fresh = new List<Ends>[context.Ontology.RelationshipTypes.Count];
        List<(int Round, Ends Ends)> others = [];
        for (var i = 0; i < batch.Relationships.Count; i++)
        {
            var entry = batch.Relationships[i];
            if (entry.Type == context.Ontology.Tally?.Relationship)
            {
                unchanged++;
                continue;
            }

            if (isTaken(entry)) continue;
            var (start, end) = endsOf(i);
            if (start is null)
            {
                refused.Add(new(IsNode: false, i, RefusalReason.NoStart, batch.Text(entry.Start)));
                continue;
            }

            if (end is null)
            {
                refused.Add(new(IsNode: false, i, RefusalReason.NoEnd, batch.Text(entry.End)));
                continue;
            }

            var ends = new Ends(i, entry.Type, start.Id, end.Id)
            {
                IsSingleFromStart = entry.Type.SingleStarts.Contains(entry.StartType),
                IsSingleFromEnd = entry.Type.SingleEnds.Contains(entry.EndType),
            };
            if (SourceOf(ends) is var source and not Assertions.Nobody) listed.Add((source, new(entry.Type, start.Id, end.Id, Identity(ends))));
            var round = Round(ends, out var isFirst);
            if (isFirst && CannotBeStored(ends, start, end)) (fresh[entry.Type.Ordinal] ??= []).Add(ends);
            else others.Add((round, ends));
        }

        var touched = false;
        foreach (var type in context.Ontology.RelationshipTypes)
        {
            if (fresh[type.Ordinal] is not { } created) continue;
            await CreateAsync(type, created);
            touched |= DerivesTallies(type);
        }

        foreach (var group in others.GroupBy(other => (other.Round, other.Ends.Type.Ordinal)).OrderBy(group => group.Key))
        {
            var before = added + changed;
            await UpsertAsync(group.First().Ends.Type, [.. group.Select(other => other.Ends)]);
            touched |= added + changed > before && DerivesTallies(group.First().Ends.Type);
        }

        return (new(added, changed, unchanged), touched);
    }

    private bool DerivesTallies(RelationshipType type) => context.Ontology.Tally?.DependsOn(type) == true;

    /// <summary>One of its ends is new, and so is the end that may have but one.</summary>
    private static bool CannotBeStored(in Ends ends, KnownNode start, KnownNode end) =>
        (start.IsNew || end.IsNew) && (start.IsNew || !ends.IsSingleFromStart) && (end.IsNew || !ends.IsSingleFromEnd);

    /// <summary>How many records before this one concern the same relationship, or one that it replaces.</summary>
    private int Round(in Ends ends, out bool isFirst)
    {
        var round = Take(seen, (ends.Type.Ordinal, ends.Start, ends.End, Identity(ends)));
        if (ends.IsSingleFromStart) round = Math.Max(round, Take(turns, (ends.Type.Ordinal, ends.Start, true)));
        if (ends.IsSingleFromEnd) round = Math.Max(round, Take(turns, (ends.Type.Ordinal, ends.End, false)));
        isFirst = round == 0;
        return round;
    }

    private static int Take<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull
    {
        counts.TryGetValue(key, out var count);
        counts[key] = count + 1;
        return count;
    }

    private string Identity(in Ends ends) => ListedRecords.Identity(ends.Type, batch, batch.Cells(batch.Relationships[ends.Index]));

    private int SourceOf(in Ends ends) => sources.Of(batch, batch.Relationships[ends.Index].Place.File);

    private async Task CreateAsync(RelationshipType type, List<Ends> created)
    {
        created.Sort(static (a, b) => (a.Start, a.End, a.Index).CompareTo((b.Start, b.End, b.Index)));
        var summary = await transaction.RunAsync(
            new(context.Statements.Create(type),
                Rows(type, created, (writer, i) => AssertedRecords.Write(writer, Assertions.Sole(SourceOf(created[i]))))),
            Ignored,
            cancellation);
        if (summary.Count("relationships-created") != created.Count)
            throw new StoreException(StoreFault.Busy, Messages.ChangedMeanwhile(context.Location));
        added += created.Count;
        foreach (var ends in created) recorder?.Added(batch, batch.Relationships[ends.Index], SourceOf(ends));
    }

    private async Task UpsertAsync(RelationshipType type, List<Ends> wanted)
    {
        wanted.Sort(static (a, b) => (a.Start, a.End, a.Index).CompareTo((b.Start, b.End, b.Index)));
        var stored = new (long Id, bool IsSame)?[wanted.Count];
        var place = 0;
        var find = Rows(type, wanted, (writer, i) => writer.WriteInteger(i));
        await transaction.RunAsync(
            WriteStatements.Whole(context.Statements.Find(type), find),
            new NumberRows((i, id, same) => stored[i] ??= (id, same == 1)),
            cancellation);
        List<Ends> missing = [];
        List<StoredRecord> different = [];
        var shared = sources.Any
            ? await asserted.ValuesAsync(type, [.. stored.Where(one => one is not null).Select(one => one!.Value.Id)], scratch)
            : [];
        List<(long Id, string? Sources)> notes = [];
        for (place = 0; place < wanted.Count; place++)
        {
            if (stored[place] is not { } found)
            {
                missing.Add(wanted[place]);
                continue;
            }

            var isSame = found.IsSame;
            var record = new StoredRecord(found.Id, wanted[place].Index, batch, [.. batch.Cells(batch.Relationships[wanted[place].Index])]);
            if (shared.TryGetValue(found.Id, out var there) && there.Sources != Assertions.Sole(SourceOf(wanted[place])))
            {
                record = Unite(type, record, there.Sources, there.Cells, SourceOf(wanted[place]), notes);
                isSame = RecordBatch.AreEqual(scratch, record.Cells, there.Cells);
                if (isSame && notes[^1].Sources != there.Sources) TakeDown(record, (there.Sources, there.Cells), scratch, notes[^1].Sources);
            }

            if (isSame) unchanged++;
            else different.Add(record);
        }

        if (missing.Count > 0)
        {
            long replacing = 0;
            List<Ends> single = [.. missing.Where(ends => ends.IsSingleFromStart || ends.IsSingleFromEnd)];
            if (single.Count > 0)
            {
                var rows = RowParameters.Of(single, 2, WriteSingleEnds);
                foreach (var (_, _, _, _, one) in recorder is null
                    ? []
                    : await new StoredRecords(transaction, context, cancellation).RelationshipsAsync(type, WriteStatements.MatchRivals(type), rows))
                    recorder!.Removed(one);
                await transaction.RunAsync(
                    new(WriteStatements.RemoveRivals(type), rows), new NumberRows((count, _, _) => replacing = count), cancellation);
            }

            await CreateAsync(type, missing);
            (added, changed) = (added - replacing, changed + replacing);
        }

        if (different.Count > 0) await UpdateAsync(type, different, notes.ToDictionary());
        await asserted.SetAsync(type, notes);
    }

    private async Task UpdateAsync(RelationshipType type, List<StoredRecord> different, Dictionary<long, string?> notes)
    {
        var properties = type.Properties?.Properties ?? [];
        var changes = RowParameters.Of(different, properties.Count + 2, (writer, record) =>
        {
            writer.WriteInteger(record.Id);
            writer.WriteNull();
            Cells.WriteAll(writer, record.Batch, properties, record.Cells, Cell.Null);
        });
        var before = new RecordBatch();
        var stored = new AssertedRecords.CellRows(properties, before, hasSources: true);
        await transaction.RunAsync(WriteStatements.Whole(context.Statements.Update(type), changes), stored, cancellation);
        changed += different.Count;
        foreach (var record in different)
            if (stored.ById.TryGetValue(record.Id, out var was))
            {
                TakeDown(record, was, before, notes.TryGetValue(record.Id, out var asserters) ? asserters : was.Sources);
            }
    }

    private void TakeDown(in StoredRecord record, (string? Sources, Cell[] Cells) was, RecordBatch before, string? asserters)
    {
        if (recorder is null) return;
        var one = batch.Relationships[record.Index];
        var properties = one.Type.Properties?.Properties ?? [];
        recorder.Changed(
            ChangeRecorder.Record(
                one.Type,
                (one.StartType, batch.Text(one.Start)),
                (one.EndType, batch.Text(one.End)),
                one.Type.MayBeParallel ? ChangeRecorder.IdentityOf(one.Type, batch, batch.Cells(one)) : ""),
            ChangeRecorder.StateOf(properties, before, was.Cells, was.Sources),
            ChangeRecorder.StateOf(properties, record.Batch, record.Cells, asserters));
    }

    private StoredRecord Unite(
        RelationshipType type, StoredRecord said, string? known, Cell[] cells, int source, List<(long Id, string? Sources)> notes)
    {
        var properties = type.Properties?.Properties ?? [];
        var assertions = Assertions.Read(known, properties, scratch, cells);
        assertions.Put(source, properties, said.Batch, said.Cells);
        notes.Add((said.Id, assertions.Text()));
        return said with { Batch = scratch, Cells = assertions.Unite(properties, scratch, cells) };
    }

    private StatementParameters Rows(RelationshipType type, List<Ends> items, Action<PackStreamWriter, int> writeMore)
    {
        var properties = type.Properties?.Properties ?? [];
        var place = 0;
        return RowParameters.Of(items, properties.Count + 3, (writer, ends) =>
        {
            WriteEnds(writer, ends);
            Cells.WriteAll(writer, batch, properties, batch.Cells(batch.Relationships[ends.Index]), Cell.Null);
            writeMore(writer, place++ % items.Count);
        });
    }

    private static void WriteEnds(PackStreamWriter writer, Ends ends)
    {
        writer.WriteInteger(ends.Start);
        writer.WriteInteger(ends.End);
    }

    private static void WriteSingleEnds(PackStreamWriter writer, Ends ends)
    {
        writer.WriteInteger(ends.IsSingleFromStart ? ends.Start : NoNode);
        writer.WriteInteger(ends.IsSingleFromEnd ? ends.End : NoNode);
    }

    /// <summary>An internal id that no node has.</summary>
    private const long NoNode = -1;

    private static readonly NumberRows Ignored = new(static (_, _, _) => { });

    /// <summary>What a stored relationship is to be.</summary>
    private readonly record struct StoredRecord(long Id, int Index, RecordBatch Batch, Cell[] Cells);

    /// <summary>A relationship of the batch with the internal ids of its ends.</summary>
    private readonly record struct Ends(int Index, RelationshipType Type, long Start, long End)
    {
        /// <summary>The start may have no other.</summary>
        public bool IsSingleFromStart { get; init; }

        /// <summary>The end may have no other.</summary>
        public bool IsSingleFromEnd { get; init; }
    }
}

/// <summary>A relationship as the listing of a source knows it.</summary>
internal readonly record struct ListedRelationship(RelationshipType Type, long Start, long End, string Identity);
