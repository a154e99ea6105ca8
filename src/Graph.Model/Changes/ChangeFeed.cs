using Graph.Model.Ontologies;
using Graph.Model.Stores;

namespace Graph.Model.Changes;

/// <summary>A value of a record that has changed.</summary>
/// <param name="Name">The property.</param>
/// <param name="From">What it was, as JSON; null where there was none, or it is not told.</param>
/// <param name="To">What it is, as JSON; null where there is none, or it is not told.</param>
public sealed record ChangedValue(string Name, string? From, string? To);

/// <summary>A change as it is told.</summary>
/// <param name="Cursor">From where to go on after it.</param>
/// <param name="Run">The run that made it; 0 where nobody began one.</param>
/// <param name="At">When.</param>
/// <param name="Change">The change.</param>
/// <param name="Values">
/// The values that are different, by name; null where they are not kept: of what the first import into an empty graph added.
/// </param>
public sealed record ToldChange(ChangeCursor Cursor, long Run, DateTimeOffset At, RecordChange Change, IReadOnlyList<ChangedValue>? Values);

/// <summary>Some changes.</summary>
/// <param name="Changes">In the order in which they were made.</param>
/// <param name="Next">From where to go on; it stays good until changes that came after it are forgotten.</param>
/// <param name="End">The place after everything that had changed when they were read.</param>
/// <param name="HasMore">There are more changes now, or there may be, where none of the wanted types was met for long.</param>
public sealed record ChangePage(IReadOnlyList<ToldChange> Changes, ChangeCursor Next, ChangeCursor End, bool HasMore);

/// <summary>What became of the records of a graph since a place in its history, in order.</summary>
public static class ChangeFeed
{
    /// <summary>Chunks whose heads are read at once.</summary>
    private const int HeadsAtOnce = 500;

    /// <summary>Changes unpacked for one page: half a second's work. A page whose types are rare may end before it is full.</summary>
    private const int MaxUnpacked = 200_000;

    /// <summary>Reads some changes.</summary>
    /// <param name="store">The graph.</param>
    /// <param name="since">After which place; null: from the first that is kept.</param>
    /// <param name="types">Names of types of nodes and relationships; null: all.</param>
    /// <param name="first">At most how many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ChangesLostException">
    /// What came after the place is not kept, or the graph has another history, or never keeps any.
    /// </exception>
    public static async ValueTask<ChangePage> ReadAsync(
        IGraphStore store,
        ChangeCursor? since,
        IReadOnlySet<string>? types,
        int first,
        CancellationToken cancellationToken)
    {
        if (!store.KeepsChanges) throw new ChangesLostException(ChangeMessages.NeverKept, areEverKept: false);
        var found = new List<ToldChange>();
        var end = await EndAsync(store, cancellationToken);
        var heads = since is { } known
            ? await HeadsAsync(store, known, cancellationToken)
            : await store.ChangeHeadsAsync(0, HeadsAtOnce, cancellationToken);
        var (next, unpacked) = (since ?? ChangeCursor.Start, 0);
        while (heads.Count > 0)
        {
            foreach (var head in heads.Where(head => head.Last > next.Number))
            {
                if (found.Count == first || unpacked > MaxUnpacked) return new(found, next, end, HasMore: true);
                if (types is null || head.Types.Any(types.Contains))
                {
                    unpacked += head.Count;
                    foreach (var told in await ToldAsync(store, head, next.Number, types, cancellationToken))
                    {
                        if (found.Count == first) return new(found, next, end, HasMore: true);
                        next = told.Cursor;
                        found.Add(told);
                    }
                }

                next = ChangeCursor.Of(head.Last, head);
            }

            heads = heads.Count < HeadsAtOnce ? [] : await store.ChangeHeadsAsync(next.Number + 1, HeadsAtOnce, cancellationToken);
        }

        return new(found, next, end, HasMore: false);
    }

    /// <summary>Some of what is kept from the chunk on that a place lies in, without the changes themselves.</summary>
    /// <exception cref="ChangesLostException">What came after the place is not kept, or the graph has another history.</exception>
    public static async ValueTask<IReadOnlyList<ChangeChunk>> HeadsAsync(IGraphStore store, ChangeCursor since, CancellationToken cancellationToken)
    {
        var heads = await store.ChangeHeadsAsync(since.Number, HeadsAtOnce, cancellationToken);
        Check(since, heads);
        return heads;
    }

    /// <summary>The changes of a chunk that are told, in their order, unpacked as far as they are asked for.</summary>
    /// <param name="store">The graph.</param>
    /// <param name="head">The chunk, with its data or without.</param>
    /// <param name="after">After the change of this number.</param>
    /// <param name="types">Names of types of nodes and relationships; null: all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ChangesLostException">They are not kept any more.</exception>
    public static async ValueTask<IEnumerable<ToldChange>> ToldAsync(
        IGraphStore store, ChangeChunk head, long after, IReadOnlySet<string>? types, CancellationToken cancellationToken)
    {
        var data = await store.ChangeDataAsync(head.First, cancellationToken) ?? throw new ChangesLostException(ChangeMessages.Expired);
        var skipped = Math.Max(0, after + 1 - head.First);
        return from one in Read(head with { Data = data }, skipped, store).Index()
               let number = head.First + skipped + one.Index
               where one.Item.IsTold && types?.Contains(one.Item.Record.Type) != false && IsKnown(one.Item.Record, store.Ontology)
               select new ToldChange(ChangeCursor.Of(number, head), head.Run, head.At, one.Item, ValuesOf(one.Item, store.Ontology));
    }

    /// <summary>The place after everything that has changed by now.</summary>
    public static async ValueTask<ChangeCursor> EndAsync(IGraphStore store, CancellationToken cancellationToken) =>
        await store.ChangeHeadsAsync(long.MaxValue, 1, cancellationToken) is [var last, ..] ? ChangeCursor.Of(last.Last, last) : ChangeCursor.Start;

    /// <summary>The place before everything that a run has changed, and those after it; the end where it has changed nothing.</summary>
    /// <param name="store">The graph.</param>
    /// <param name="run">The number of the run.</param>
    /// <param name="end">The last chunk that is known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async ValueTask<ChangeCursor> BeforeRunAsync(
        IGraphStore store, long run, ChangeChunk end, CancellationToken cancellationToken)
    {
        // Runs are numbered in the order in which they write, so that the first change of one is found by halving.
        var (first, past) = (1L, end.Last + 1);
        while (first < past)
        {
            var middle = first + (past - first) / 2;
            if (await FindAsync(middle) is not { } chunk) return ChangeCursor.Of(end.Last, end);
            if (chunk.Run >= run) past = Math.Min(middle, chunk.First);
            else first = chunk.Last + 1;
        }

        if (first == 1) return ChangeCursor.Start;
        return await FindAsync(first - 1) is { } before && before.First < first ? ChangeCursor.Of(first - 1, before) : ChangeCursor.Of(end.Last, end);

        async ValueTask<ChangeChunk?> FindAsync(long number) =>
            (await store.ChangeHeadsAsync(number, 1, cancellationToken)) is [var found, ..] ? found : null;
    }

    // A cursor is good if the chunk that it lies in is there still: then nothing after it is missing.
    private static void Check(ChangeCursor since, IReadOnlyList<ChangeChunk> heads)
    {
        if (since == ChangeCursor.Start)
        {
            if (heads is [{ First: > 1 }, ..]) throw new ChangesLostException(ChangeMessages.Expired);
            return;
        }

        if (heads.Count == 0 || heads[0].Last < since.Number) throw new ChangesLostException(ChangeMessages.OtherHistory);
        if (heads[0].First > since.Number) throw new ChangesLostException(ChangeMessages.Expired);
        if (ChangeCursor.MarkOf(heads[0]) != since.Mark) throw new ChangesLostException(ChangeMessages.OtherHistory);
    }

    // A page may end in the middle of ten thousand changes: what comes before it and after it is not made objects of.
    private static IEnumerable<RecordChange> Read(ChangeChunk chunk, long skipped, IGraphStore store)
    {
        using var changes = chunk.Read(skipped).GetEnumerator();
        while (HasNext()) yield return changes.Current;

        bool HasNext()
        {
            try
            {
                return changes.MoveNext();
            }
            catch (InvalidDataException fault)
            {
                throw new StoreException(StoreFault.Damaged, ChangeMessages.Damaged(store.Location), fault);
            }
        }
    }

    // Whoever asks knows nothing of types that the ontology has no more.
    private static bool IsKnown(ChangedRecord record, Ontology ontology) => record.Kind == RecordKind.Node
        ? ontology.FindNodeType(record.Type) is not null
        : ontology.FindRelationship(record.Type) is not null && ontology.FindNodeType(record.StartType) is not null
            && ontology.FindNodeType(record.EndType) is not null;

    private static List<ChangedValue>? ValuesOf(RecordChange change, Ontology ontology)
    {
        if ((change.From?.Values ?? change.To?.Values) is null) return null;
        var properties = ontology.FindNodeType(change.Record.Type)?.Properties
            ?? ontology.FindRelationship(change.Record.Type)?.Properties?.Properties ?? [];
        var untold = properties.Where(property => property.Excerpt is not null).Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        var (from, to) = (change.From?.Read(), change.To?.Read());
        return
        [
            .. (from?.Keys ?? []).Union(to?.Keys ?? []).Order(StringComparer.Ordinal)
                .Select(name => new ChangedValue(name, from?.GetValueOrDefault(name), to?.GetValueOrDefault(name)))
                .Where(value => value.From != value.To)
                .Select(value => untold.Contains(value.Name) ? new(value.Name, null, null) : value),
        ];
    }
}

/// <summary>What came after a place in the history of a graph cannot be told; the sentence says how to begin anew.</summary>
/// <param name="message">The sentence.</param>
/// <param name="areEverKept">Whether the graph keeps changes at all, so that it is of use to begin anew.</param>
public sealed class ChangesLostException(string message, bool areEverKept = true) : Exception(message)
{
    /// <summary>Whether the graph keeps changes at all, so that it is of use to begin anew.</summary>
    public bool AreEverKept => areEverKept;
}
