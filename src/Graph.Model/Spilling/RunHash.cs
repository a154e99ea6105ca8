using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Graph.Model.Records;

namespace Graph.Model.Spilling;

/// <summary>
/// 64-bit hashes for the tables of a run, in which a record is known by its hash alone: two of ten million share one but by
/// a chance of one in 300,000. Seeded anew in each process, so that no file can be written whose records share theirs.
/// </summary>
/// <remarks>
/// Asked for every record, from the first on: compiled as it shall stay, since an import of a few seconds would spend most
/// of them in the compiler's first, slow form.
/// </remarks>
public static class RunHash
{
    private static readonly ulong First = Random(), Second = Random();

    /// <summary>Hashes bytes on top of a hash of what comes before them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Add(ulong hash, ReadOnlySpan<byte> bytes)
    {
        hash = Mix(hash, (ulong)bytes.Length);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..]) hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        if (bytes.IsEmpty) return hash;
        var rest = 0UL;
        foreach (var one in bytes) rest = rest << 8 | one;
        return Mix(hash, rest);
    }

    /// <summary>Hashes a number on top of a hash of what comes before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong hash, long number) => Mix(hash, (ulong)number);

    /// <summary>Hashes a value on top of a hash of what comes before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Add(ulong hash, RecordBatch batch, in Cell cell)
    {
        hash = Mix(hash, (ulong)cell.Kind);
        return cell.Kind switch
        {
            CellKind.Null => hash,
            CellKind.Text or CellKind.List => Add(hash, batch.Utf8(cell)),
            _ => Mix(hash, (ulong)cell.Number),
        };
    }

    /// <summary>Mixes the bits of a number, so that no two numbers become one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mixed(ulong number)
    {
        // Each step can be undone: an odd factor, and a shift that is added to what it was taken from.
        number = (number ^ First) * (Second | 1);
        number = (number ^ number >> 32) * 0x9FB21C651E98DF25;
        return number ^ number >> 28;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a ^ First, b ^ Second, out ulong low);
        return BitOperations.RotateLeft(high, 32) ^ low;
    }

    private static ulong Random() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}
