using Graph.Model.Spilling;

namespace Graph.Import.Pipeline;

/// <summary>
/// Where each of many things was read first, and a hash of what was said of it there. Things and contents are known by
/// <see cref="RunHash"/> alone. Used by one thread at a time.
/// </summary>
internal sealed class PlaceTable(SpillingTable table) : IDisposable
{
    /// <summary>The line of what is forgotten; others are counted from 1.</summary>
    private const int NoLine = -1;

    public PlaceTable()
        : this(new())
    {
    }

    /// <summary>Keeps a thing that is not known yet.</summary>
    /// <param name="key">Its hash.</param>
    /// <param name="content">The hash of what is said of it, of which 32 bits are kept: it is compared with that of one other record, not of
    /// all.</param>
    /// <param name="position">Where.</param>
    /// <returns>Where something else was said of it first; null where nothing was, or the same.</returns>
    public RecordPosition? Add(ulong key, ulong content, RecordPosition position)
    {
        if (Find(key) is { } known) return ContentOf(known) == (uint)content ? null : PositionOf(known);
        table.Add(new(key, position.File, position.Line, (long)(uint)content << 32 | (uint)position.Column));
        return null;
    }

    /// <summary>Forgets a thing, where it is the one that was read at this place.</summary>
    public void Remove(ulong key, RecordPosition position)
    {
        if (Find(key) is { } known && PositionOf(known) == position) table.Add(known with { Line = NoLine });
    }

    /// <inheritdoc/>
    public void Dispose() => table.Dispose();

    private TableEntry? Find(ulong key) =>
        table.TryFind(key, SpillingTable.AnyFile, out var found) && found.Line != NoLine ? found : null;

    private static uint ContentOf(in TableEntry entry) => (uint)(entry.More >> 32);

    private static RecordPosition PositionOf(in TableEntry entry) => new(entry.File, entry.Line, (int)entry.More);
}
