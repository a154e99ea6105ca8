using System.Runtime.CompilerServices;
using Graph.Model.Stores;

namespace Graph.Model.Spilling;

/// <summary>
/// Says of most keys that are not in a set that they are not, and of none that is in it: a Bloom filter of which all bits of a
/// key lie in one word. A small one is in memory; of a large one, in a file, one word is read to ask for a key.
/// </summary>
/// <remarks>Words are in the order of the keys, so that one in a file is written as the keys come, without more memory.</remarks>
internal sealed class KeyFilter : IDisposable
{
    /// <summary>Lets one in twenty of the others pass.</summary>
    private const int BitsOfAKey = 8;

    /// <summary>Words written to a file at once (64 KiB).</summary>
    private const int WordsTogether = 1 << 13;

    private readonly WordPool pool;
    private readonly RunFile file;
    private readonly long place;
    private readonly long words;
    private readonly bool isInFile;

    /// <summary>All words; of one in a file those that are being written, none when it is complete.</summary>
    private ulong[] atHand;
    private long first;

    /// <param name="keys">At most so many are added.</param>
    /// <param name="memoryBytes">At most so large it is in memory.</param>
    /// <param name="file">Otherwise the file it is in.</param>
    /// <param name="place">From where on it has the file to itself.</param>
    /// <param name="pool">Its array is from there.</param>
    public KeyFilter(long keys, int memoryBytes, RunFile file, long place, WordPool pool)
    {
        (this.file, this.place, this.pool) = (file, place, pool);
        words = Math.Max(1, keys * BitsOfAKey / 64);
        isInFile = words * sizeof(ulong) > memoryBytes;
        atHand = pool.Rent((int)(isInFile ? Math.Min(words, WordsTogether) : words));
    }

    /// <summary>Bytes of memory taken while keys are asked for.</summary>
    public long Bytes => isInFile ? 0 : words * sizeof(ulong);

    /// <summary>Adds a key that is none of those before the last one added.</summary>
    /// <exception cref="StoreException">The file takes no more.</exception>
    public void Add(ulong key)
    {
        var word = WordOf(key);
        if (word - first >= atHand.Length) WriteAtHand(word);
        atHand[word - first] |= Marks(key);
    }

    /// <summary>Ends adding; before it no key may be asked for.</summary>
    /// <exception cref="StoreException">The file takes no more.</exception>
    public void Complete()
    {
        if (!isInFile) return;

        // As long as it says: an end that is missing is then a fault of the file, not keys that are not there.
        var last = words - 1;
        if (last - first >= atHand.Length) WriteAtHand(last);
        file.Write<ulong>(place + first * sizeof(ulong), atHand.AsSpan(0, (int)(words - first)));
        Dispose();
    }

    /// <summary>False where a key was not added.</summary>
    /// <exception cref="StoreException">The file cannot be read.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(ulong key)
    {
        var marks = Marks(key);
        var word = WordOf(key);
        return ((isInFile ? Read(word) : atHand[word]) & marks) == marks;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (atHand.Length > 0) pool.Return(atHand);
        atHand = [];
    }

    private ulong Read(long word)
    {
        var read = 0UL;
        file.Read(place + word * sizeof(ulong), new Span<ulong>(ref read));
        return read;
    }

    /// <summary>Writes the words at hand; those that are passed over are holes of the file, which are zeros.</summary>
    private void WriteAtHand(long next)
    {
        file.Write<ulong>(place + first * sizeof(ulong), atHand);
        Array.Clear(atHand);
        first = next;
    }

    private long WordOf(ulong key) => (long)Math.BigMul(key, (ulong)words, out _);

    // A shift counts in the last six bits of its number.
    private static ulong Marks(ulong key) => 1UL << (int)key | 1UL << (int)(key >> 6) | 1UL << (int)(key >> 12) | 1UL << (int)(key >> 18);
}
