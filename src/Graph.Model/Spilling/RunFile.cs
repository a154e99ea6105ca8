using System.Runtime.InteropServices;
using Graph.Model.Stores;
using Microsoft.Win32.SafeHandles;

namespace Graph.Model.Spilling;

/// <summary>The temporary file of a run, as places of bytes.</summary>
/// <param name="file">An empty file, which becomes its own.</param>
internal sealed class RunFile(SafeFileHandle file) : IDisposable
{
    /// <summary>Writes values at a place.</summary>
    /// <exception cref="StoreException">The file takes no more.</exception>
    public void Write<T>(long place, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        try
        {
            RandomAccess.Write(file, MemoryMarshal.AsBytes(values), place);
        }
        catch (Exception exception) when (SpillFaults.IsOfFile(exception))
        {
            throw SpillFaults.NotKept(exception);
        }
    }

    /// <summary>Reads as many values as there is room for.</summary>
    /// <exception cref="StoreException">The file cannot be read, or ends before.</exception>
    public void Read<T>(long place, Span<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        try
        {
            while (bytes.Length > 0)
            {
                var read = RandomAccess.Read(file, bytes, place);
                if (read == 0) throw new EndOfStreamException();
                bytes = bytes[read..];
                place += read;
            }
        }
        catch (Exception exception) when (SpillFaults.IsOfFile(exception))
        {
            throw SpillFaults.NotRead(exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
