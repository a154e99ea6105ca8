using Graph.Model.Records;
using Graph.Model.Spilling;

namespace Graph.Import.Pipeline;

/// <summary>
/// Where the nodes stand that a run rejected, so that a relationship to one of them is told why it has no end. Each is known
/// by what relationships may call it, its number and its own id.
/// </summary>
/// <remarks>Safe for use by several threads: the one that reads and the one that writes both reject.</remarks>
internal sealed class RejectedNodes(ReadingOrder order)
{
    /// <summary>Names remembered, of which a node has up to four, some 40 bytes each: whoever has more to mend begins with the first.</summary>
    private const int MaxNames = 100_000;

    /// <summary>Where a name counts whatever the file: numbers of one file mean others only where it does not give them itself.</summary>
    private const int AnyFile = -1;

    private readonly Lock gate = new();
    private readonly Dictionary<ulong, RecordPosition> places = [];

    /// <summary>Notes a node of a batch.</summary>
    public void Note(RecordBatch batch, in NodeEntry node) => Note(order.Of(batch, node.Place), batch.Utf8(batch.Cells(node)[node.Type.Id.Ordinal]));

    /// <summary>Notes a name of a node that stands there.</summary>
    /// <param name="position">Where it stands.</param>
    /// <param name="name">Its number or own id, UTF-8 in Unicode's form C.</param>
    public void Note(RecordPosition position, ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty) return;
        lock (gate)
        {
            if (places.Count >= MaxNames) return;
            places.TryAdd(Key(position.File, name), position);
            places.TryAdd(Key(AnyFile, name), position);
        }
    }

    /// <summary>Why an end of a relationship does not exist, as a sentence; null where no node of that name was rejected.</summary>
    public string? Tell(RecordBatch batch, in RelationshipEntry relationship, bool isEnd)
    {
        var id = isEnd ? relationship.End : relationship.Start;
        var name = batch.Utf8(id);
        RecordPosition place;
        lock (gate)
        {
            if (!places.TryGetValue(Key(order.Of(batch, relationship.Place).File, name), out place)
                && !places.TryGetValue(Key(AnyFile, name), out place))
                return null;
        }

        return Messages.EndRejected(isEnd, relationship.Type, batch.Text(id), place.Line, order.PathOf(place));
    }

    private static ulong Key(int file, ReadOnlySpan<byte> name) => RunHash.Add(RunHash.Add(0, file), name);
}
