using System.Buffers.Binary;
using Graph.Model.Spilling;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Microsoft.Win32.SafeHandles;

namespace Graph.Import.Pipeline;

/// <summary>Types and own ids of nodes, each known by its place: the newest in memory, all others in a temporary file.</summary>
/// <param name="ontology">The types.</param>
/// <param name="newestBytes">So many bytes of them are the newest.</param>
/// <param name="openFile">Opens an empty file for reading and writing.</param>
internal sealed class OwnIds(Ontology ontology, int newestBytes = OwnIds.NewestBytes, Func<SafeFileHandle>? openFile = null) : IDisposable
{
    private const int NewestBytes = 1 << 20;

    /// <summary>Bytes before an id: its length and its type.</summary>
    private const int HeaderBytes = 8;

    /// <summary>Bytes read at once: few ids are longer.</summary>
    private const int ReadBytes = 256;

    /// <summary>2^12 ids that were found in the file: a few are asked for again and again.</summary>
    private const int CachedIds = 1 << 12;

    private readonly (long Place, NodeType Type, byte[] Id)[] cached = new (long, NodeType, byte[])[CachedIds];
    private byte[] newest = new byte[ReadBytes];
    private SafeFileHandle? file;
    private long written;
    private int used;

    /// <summary>Keeps one.</summary>
    /// <exception cref="StoreException">The temporary file cannot be written.</exception>
    public long Add(NodeType type, ReadOnlySpan<byte> id)
    {
        var needed = HeaderBytes + id.Length;
        if (used + needed > newest.Length)
        {
            if (used + needed > newestBytes) Spill();
            if (used + needed > newest.Length) Array.Resize(ref newest, Math.Max(Math.Min(newest.Length * 2, newestBytes), used + needed));
        }

        var record = newest.AsSpan(used);
        BinaryPrimitives.WriteInt32LittleEndian(record, id.Length);
        BinaryPrimitives.WriteInt32LittleEndian(record[sizeof(int)..], type.Ordinal);
        id.CopyTo(record[HeaderBytes..]);
        var place = written + used;
        used += needed;
        return place;
    }

    /// <summary>The type and id kept.</summary>
    /// <exception cref="StoreException">The temporary file cannot be read.</exception>
    public (NodeType Type, byte[] Id) Get(long place)
    {
        if (place >= written) return Parse(newest.AsSpan((int)(place - written)));
        ref var cache = ref cached[(int)((ulong)place * 0x9E3779B97F4A7C15 >> 32) & (CachedIds - 1)];
        if (cache.Id is null || cache.Place != place) cache = Read(place);
        return (cache.Type, cache.Id);
    }

    /// <summary>True where this type and id are kept there.</summary>
    /// <exception cref="StoreException">The temporary file cannot be read.</exception>
    public bool Is(long place, NodeType type, ReadOnlySpan<byte> id)
    {
        var (ofType, own) = Get(place);
        return ofType == type && id.SequenceEqual(own);
    }

    /// <summary>True for two places with the same type and id; places below 0 are the same only if they are equal.</summary>
    /// <exception cref="StoreException">The temporary file cannot be read.</exception>
    public bool Same(long place, long other)
    {
        if (place == other || place < 0 || other < 0) return place == other;
        var (type, id) = Get(other);
        return Is(place, type, id);
    }

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();

    private (NodeType Type, byte[] Id) Parse(ReadOnlySpan<byte> record) =>
        (ontology.NodeTypes[BinaryPrimitives.ReadInt32LittleEndian(record[sizeof(int)..])],
            record.Slice(HeaderBytes, BinaryPrimitives.ReadInt32LittleEndian(record)).ToArray());

    private (long Place, NodeType Type, byte[] Id) Read(long place)
    {
        try
        {
            var record = new byte[Math.Min(ReadBytes, written - place)];
            Fill(record, place);
            var length = HeaderBytes + BinaryPrimitives.ReadInt32LittleEndian(record);
            if (length > record.Length) Fill(record = new byte[length], place);
            var (type, id) = Parse(record);
            return (place, type, id);
        }
        catch (Exception exception) when (SpillFaults.IsOfFile(exception))
        {
            throw SpillFaults.NotRead(exception);
        }
    }

    private void Fill(Span<byte> bytes, long place)
    {
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(file!, bytes, place);
            if (read == 0) throw new EndOfStreamException();
            bytes = bytes[read..];
            place += read;
        }
    }

    private void Spill()
    {
        try
        {
            file ??= openFile?.Invoke() ?? TemporaryFile.Open();
            RandomAccess.Write(file, newest.AsSpan(0, used), written);
        }
        catch (Exception exception) when (SpillFaults.IsOfFile(exception))
        {
            throw SpillFaults.NotKept(exception);
        }

        (written, used) = (written + used, 0);
    }
}
