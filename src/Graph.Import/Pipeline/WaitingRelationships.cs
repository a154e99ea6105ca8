using System.Text;
using Graph.Model.Spilling;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Stores;

namespace Graph.Import.Pipeline;

/// <summary>
/// Relationships whose ends were not there when they came: the nodes may stand further down, or in another file. They wait
/// as records in a temporary file, so that any number of them takes no memory. Used by one thread at a time.
/// </summary>
/// <param name="ontology">The ontology of the records.</param>
/// <param name="order">The files.</param>
/// <param name="openFile">Opens the file; null for a temporary one that goes when it is closed.</param>
internal sealed class WaitingRelationships(Ontology ontology, ReadingOrder order, Func<Stream>? openFile = null) : IDisposable
{
    private const int BufferBytes = 256 * 1024;

    private Stream? stream;
    private BinaryWriter? writer;
    private BinaryReader? reader;
    private Cell[] cells = [];
    private byte[] bytes = new byte[256];
    private long left;

    /// <summary>True while some wait.</summary>
    public bool Any => left > 0;

    /// <summary>Where the one stands that <see cref="Take"/> gives; null when none is left.</summary>
    public RecordPosition? Next { get; private set; }

    /// <summary>Keeps a relationship of a batch, which stands after all that were kept before.</summary>
    /// <exception cref="StoreException">The temporary file cannot be written.</exception>
    public void Add(RecordBatch batch, in RelationshipEntry relationship, OpenEnds open)
    {
        try
        {
            Open();
            left++;
            Write(batch, relationship, open);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotKept(exception);
        }
    }

    /// <summary>Begins to give them back, in the order in which they came; none is added after it.</summary>
    /// <exception cref="StoreException">The temporary file cannot be written or read.</exception>
    public void Rewind()
    {
        if (stream is null) return;
        try
        {
            stream.Position = 0;
        }
        catch (IOException exception)
        {
            throw NotKept(exception);
        }

        try
        {
            reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            Advance();
        }
        catch (IOException exception)
        {
            throw NotRead(exception);
        }
    }

    /// <summary>Adds the next one to a batch, and tells which of its ends are numbers.</summary>
    /// <exception cref="StoreException">The temporary file cannot be read.</exception>
    public OpenEnds Take(RecordBatch batch)
    {
        try
        {
            return Read(batch);
        }
        catch (IOException exception)
        {
            throw NotRead(exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            reader?.Dispose();
            stream?.Dispose();
        }
        catch (IOException)
        {
            // What is left to be written goes with the file; why it could not be written is told already.
        }
    }

    private OpenEnds Read(RecordBatch batch)
    {
        var position = Next!.Value;
        var place = new RecordPlace(batch.AddFile(order.PathOf(position)), position.Line, position.Column);
        var open = (OpenEnds)reader!.ReadByte();
        var type = ontology.RelationshipTypes[reader.Read7BitEncodedInt()];
        var (startType, start) = (ontology.NodeTypes[reader.Read7BitEncodedInt()], ReadText(batch, CellKind.Text));
        var (endType, end) = (ontology.NodeTypes[reader.Read7BitEncodedInt()], ReadText(batch, CellKind.Text));
        var carried = type.Properties?.Properties.Count ?? 0;
        if (cells.Length < carried) cells = new Cell[carried];
        for (var i = 0; i < carried; i++) cells[i] = ReadCell(batch);
        batch.AddRelationship(type, startType, start, endType, end, cells.AsSpan(0, carried), place);
        Advance();
        return open;
    }

    private void Advance()
    {
        Next = left > 0 ? new(reader!.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt()) : null;
        left--;
    }

    private static StoreException NotKept(Exception exception) =>
        new(StoreFault.Full, Messages.WaitingNotKept(Path.GetTempPath(), exception.Message), exception);

    private static StoreException NotRead(Exception exception) =>
        new(StoreFault.Unavailable, Messages.WaitingNotRead(Path.GetTempPath(), exception.Message), exception);

    private void Write(RecordBatch batch, in RelationshipEntry relationship, OpenEnds open)
    {
        var position = order.Of(batch, relationship.Place);
        writer!.Write7BitEncodedInt(position.File);
        writer.Write7BitEncodedInt(position.Line);
        writer.Write7BitEncodedInt(position.Column);
        writer.Write((byte)open);
        writer.Write7BitEncodedInt(relationship.Type.Ordinal);
        End(batch, relationship.StartType, relationship.Start);
        End(batch, relationship.EndType, relationship.End);
        foreach (var cell in batch.Cells(relationship)) Write(batch, cell);
    }

    private void Open()
    {
        if (writer is not null) return;
        stream = openFile?.Invoke() ?? new FileStream(TemporaryFile.Open(), FileAccess.ReadWrite, BufferBytes);
        writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
    }

    private void End(RecordBatch batch, NodeType type, in Cell id)
    {
        writer!.Write7BitEncodedInt(type.Ordinal);
        Text(batch, id);
    }

    private void Write(RecordBatch batch, in Cell cell)
    {
        writer!.Write((byte)cell.Kind);
        if (cell.Kind is CellKind.Text or CellKind.List) Text(batch, cell);
        else if (cell.Kind != CellKind.Null) writer.Write(cell.Number);
    }

    private void Text(RecordBatch batch, in Cell cell)
    {
        writer!.Write7BitEncodedInt(cell.Length);
        writer.Write(batch.Utf8(cell));
    }

    private Cell ReadCell(RecordBatch batch)
    {
        var kind = (CellKind)reader!.ReadByte();
        return kind switch
        {
            CellKind.Null => Cell.Null,
            CellKind.Text or CellKind.List => ReadText(batch, kind),
            _ => new Cell(kind, reader.ReadInt64()),
        };
    }

    private Cell ReadText(RecordBatch batch, CellKind kind)
    {
        var length = reader!.Read7BitEncodedInt();
        if (bytes.Length < length) bytes = new byte[Math.Max(length, bytes.Length * 2)];
        reader.BaseStream.ReadExactly(bytes, 0, length);
        return batch.AddText(bytes.AsSpan(0, length), kind);
    }
}
