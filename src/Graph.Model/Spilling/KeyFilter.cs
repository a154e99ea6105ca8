using System.Runtime.CompilerServices;

namespace Graph.Model.Spilling;

/// <summary>
/// Says of most keys that are not in a set that they are not, and of none that is in it: a Bloom filter of which all bits of a
/// key lie in one word.
/// </summary>
internal sealed class KeyFilter(long keys)
{
    /// <summary>Lets one in twenty of the others pass.</summary>
    private const int BitsOfAKey = 8;

    /// <summary>4 MiB. Sets of more than four million keys let more of the others pass, each of which costs a look into the file.</summary>
    private const int MaxWords = 1 << 19;

    private readonly ulong[] words = new ulong[Math.Clamp(keys * BitsOfAKey / 64, 1, MaxWords)];

    public void Add(ulong key) => words[Place(key)] |= Marks(key);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(ulong key)
    {
        var marks = Marks(key);
        return (words[Place(key)] & marks) == marks;
    }

    private ulong Place(ulong key) => Math.BigMul(key, (ulong)words.Length, out _);

    // A shift counts in the last six bits of its number.
    private static ulong Marks(ulong key) => 1UL << (int)key | 1UL << (int)(key >> 6) | 1UL << (int)(key >> 12) | 1UL << (int)(key >> 18);
}
