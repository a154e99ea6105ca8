using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>The relationships of one batch, after its nodes are stored.</summary>
internal sealed class RelationshipWriter(
    RecordBatch batch,
    WriterContext context,
    IStatementTransaction transaction,
    Func<int, (KnownNode? Start, KnownNode? End)> endsOf,
    List<Refusal> refused,
    CancellationToken cancellation)
{
    private readonly Dictionary<(int Type, long Start, long End, string Identity), int> seen = [];
    private readonly Dictionary<(int Type, long Node, bool FromStart), int> turns = [];
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

            var ends = new Ends(i, entry.Type, start.Id, end.Id);
            var round = Round(ends, out var isFirst);
            if (isFirst && CannotBeStored(entry.Type, start, end)) (fresh[entry.Type.Ordinal] ??= []).Add(ends);
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
    private static bool CannotBeStored(RelationshipType type, KnownNode start, KnownNode end) =>
        (start.IsNew || end.IsNew) && (start.IsNew || !type.IsSingleFromStart) && (end.IsNew || !type.IsSingleFromEnd);

    /// <summary>How many records before this one concern the same relationship, or one that it replaces.</summary>
    private int Round(in Ends ends, out bool isFirst)
    {
        var round = Take(seen, (ends.Type.Ordinal, ends.Start, ends.End, Identity(ends)));
        if (ends.Type.IsSingleFromStart) round = Math.Max(round, Take(turns, (ends.Type.Ordinal, ends.Start, true)));
        if (ends.Type.IsSingleFromEnd) round = Math.Max(round, Take(turns, (ends.Type.Ordinal, ends.End, false)));
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

    private string Identity(in Ends ends)
    {
        if (!ends.Type.MayBeParallel) return "";
        var cells = batch.Cells(batch.Relationships[ends.Index]);
        var text = new StringBuilder();
        foreach (var property in ends.Type.Identifying)
        {
            var cell = cells[property.Ordinal];
            text.Append((char)('0' + (int)cell.Kind)).Append(cell.Kind is CellKind.Text or CellKind.List ? batch.Text(cell) : cell.Number.ToString())
                .Append('\0');
        }

        return text.ToString();
    }

    private async Task CreateAsync(RelationshipType type, List<Ends> created)
    {
        created.Sort(static (a, b) => (a.Start, a.End, a.Index).CompareTo((b.Start, b.End, b.Index)));
        var summary = await transaction.RunAsync(
            new(context.Statements.Create(type), Rows(type, created, 0, static (_, _) => { })),
            Ignored,
            cancellation);
        if (summary.Count("relationships-created") != created.Count)
            throw new StoreException(StoreFault.Busy, Messages.ChangedMeanwhile(context.Location));
        added += created.Count;
    }

    private async Task UpsertAsync(RelationshipType type, List<Ends> wanted)
    {
        wanted.Sort(static (a, b) => (a.Start, a.End, a.Index).CompareTo((b.Start, b.End, b.Index)));
        var stored = new (long Id, bool IsSame)?[wanted.Count];
        var place = 0;
        var find = Rows(type, wanted, 1, (writer, i) => writer.WriteInteger(i));
        await transaction.RunAsync(
            WriteStatements.Whole(context.Statements.Find(type), find),
            new NumberRows((i, id, same) => stored[i] ??= (id, same == 1)),
            cancellation);
        List<Ends> missing = [], different = [];
        for (place = 0; place < wanted.Count; place++)
        {
            if (stored[place] is not { } found) missing.Add(wanted[place]);
            else if (!found.IsSame) different.Add(wanted[place] with { Start = found.Id });
            else unchanged++;
        }

        if (missing.Count > 0)
        {
            long replacing = 0;
            if (type.IsSingleFromStart || type.IsSingleFromEnd)
                await transaction.RunAsync(
                    new(WriteStatements.RemoveRivals(type), RowParameters.Of(missing, 2, WriteEnds)),
                    new NumberRows((count, _, _) => replacing = count),
                    cancellation);
            await CreateAsync(type, missing);
            (added, changed) = (added - replacing, changed + replacing);
        }

        if (different.Count == 0) return;
        await transaction.RunAsync(new(context.Statements.Update(type), Rows(type, different, 0, static (_, _) => { })), Ignored, cancellation);
        changed += different.Count;
    }

    private StatementParameters Rows(RelationshipType type, List<Ends> items, int more, Action<PackStreamWriter, int> writeMore)
    {
        var properties = type.Properties?.Properties ?? [];
        var place = 0;
        return RowParameters.Of(items, properties.Count + 2 + more, (writer, ends) =>
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

    private static readonly NumberRows Ignored = new(static (_, _, _) => { });

    /// <summary>A relationship of the batch with the internal ids of its ends.</summary>
    private readonly record struct Ends(int Index, RelationshipType Type, long Start, long End);
}
