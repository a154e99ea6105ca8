using System.Runtime.InteropServices;

namespace Graph.GraphQL.Documents;

/// <summary>
/// Compares cache keys byte by byte, and finds them from bytes that are not an array of their own. The hash is the runtime's
/// randomized one for text, so nobody can make keys that collide.
/// </summary>
internal sealed class Utf8KeyComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static Utf8KeyComparer Instance { get; } = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] key) => GetHashCode(key.AsSpan());

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = string.GetHashCode(MemoryMarshal.Cast<byte, char>(alternate), StringComparison.Ordinal);
        return (alternate.Length & 1) == 0 ? hash : hash ^ (alternate[^1] + 1) * 0x01000193;
    }

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
}
