using System.Runtime.CompilerServices;
using Graph.Model.Ontologies;

namespace Graph.Import.Pipeline;

/// <summary>
/// Which node each line's <c>id</c> stands for, over all files of a run. An export from a database numbers its nodes, its
/// relationships refer to these numbers, and a node's own id is among its properties; a number may well be the own id of
/// quite another node. A number belongs to its file first: exports of several databases use the same numbers. Only where
/// the file of a relationship gives a number to no node, the other files are asked, and they must agree.
/// </summary>
/// <remarks>
/// Takes some 32 bytes a node, and the own id where it differs from the number. Files are read one after the other, by one
/// thread; the entries of a file are the newest of their bucket, which keeps look-ups in it short.
/// </remarks>
internal sealed class NodeNumbers
{
    private const int OwnIdIsTheNumber = -1;
    private const ulong IsText = 1UL << 63;

    /// <summary>2^11 entries of a segment (48 kB): small enough for the collector to place anywhere, and nothing is copied to grow.</summary>
    private const int SegmentBits = 11;

    /// <summary>Digits of a number kept as it is: all of them fit into 63 bits.</summary>
    private const int MaxDigits = 18;

    private readonly List<FileNumbers> files = [];
    private readonly Dictionary<string, int> fileByPath = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> contested = [];
    private readonly OwnIds ownIds;
    private Entry[][] segments = new Entry[16][];
    private int[] buckets = new int[1 << 12];
    private int count;
    private int lastFound;
    private int foundBefore;

    public NodeNumbers(Ontology ontology) => ownIds = new(ontology);

    /// <summary>Begins a file, which comes after all files begun before; a path named before keeps its number.</summary>
    public int AddFile(string path)
    {
        if (fileByPath.TryGetValue(path, out var known)) return known;
        files.Add(new(path));
        return fileByPath[path] = files.Count - 1;
    }

    /// <summary>
    /// Gives a number to a node of the file that was begun last.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="line">Where the node stands.</param>
    /// <param name="number">The line's id; empty where it has none, so that the node is known by its own id.</param>
    /// <param name="type">The node's type.</param>
    /// <param name="own">The node's own id.</param>
    /// <returns>Who has this number in this file already, where that is another node; the number then stands for nobody.</returns>
    public NumberedNode? Give(int file, int line, ReadOnlySpan<byte> number, NodeType type, ReadOnlySpan<byte> own)
    {
        var isExplicit = !number.IsEmpty;
        var isForeign = isExplicit && !number.SequenceEqual(own);
        if (!isExplicit) number = own;
        files[file].Note(isForeign, number);
        var key = Key(number);
        if (Find(file, key) is >= 0 and var known)
        {
            var entry = At(known);
            if (isForeign ? entry.Own >= 0 && ownIds.Is(entry.Own, type, own) : entry.Own == OwnIdIsTheNumber) return null;
            contested.TryAdd(known, line);
            return isExplicit ? Node(known, number) : null;
        }

        Add(key, file, isExplicit ? line : -line, isForeign ? ownIds.Add(type, own) : OwnIdIsTheNumber);
        return null;
    }

    /// <summary>The node that a file gives a number to so far; null where it gives it to none.</summary>
    public Resolution? FindIn(int file, ReadOnlySpan<byte> number)
    {
        var found = Find(file, Key(number));
        return found < 0 ? null : Resolved(found, number);
    }

    /// <summary>The entry of a number in a file, or -1. Asked for each end of each relationship, and compiled as <see cref="RunHash"/> is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Find(int file, ulong key)
    {
        // Relationships come in the order of the nodes they start at, and start and end are asked by turns.
        for (var i = foundBefore; i < count && i < foundBefore + 2; i++)
        {
            ref readonly var near = ref At(i);
            if (near.Key == key && near.File == file) return Found(i);
        }

        for (var i = buckets[Bucket(key)] - 1; i >= 0;)
        {
            ref readonly var entry = ref At(i);
            if (entry.Key == key && entry.File == file) return Found(i);
            if (entry.File < file) break;
            i = entry.Next;
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Found(int index)
    {
        (foundBefore, lastFound) = (lastFound, index);
        return index;
    }

    /// <summary>What a relationship of a file means by a number, once all files are read.</summary>
    public Resolution Resolve(string path, ReadOnlySpan<byte> number)
    {
        var file = fileByPath[path];
        if (FindIn(file, number) is { } here) return here;
        var key = Key(number);
        var first = -1;
        for (var i = buckets[Bucket(key)] - 1; i >= 0; i = At(i).Next)
        {
            if (At(i).Key != key) continue;
            if (contested.ContainsKey(i)) return Resolved(i, number);
            if (first >= 0 && !ownIds.Same(At(first).Own, At(i).Own)) return new(ResolutionKind.Contested, Node(i, number), Node(first, number));
            if (first < 0) first = i;
        }

        if (first >= 0) return Resolved(first, number);
        var digits = IsDigits(number);
        var isNumbered = files[file].HasNodes ? files[file].IsNumbered(digits) : files.Exists(other => other.IsNumbered(digits));
        return new(isNumbered ? ResolutionKind.Unknown : ResolutionKind.OwnId, null, null);
    }

    private Resolution Resolved(int index, ReadOnlySpan<byte> number)
    {
        if (contested.TryGetValue(index, out var line))
            return new(ResolutionKind.Contested, Node(index, number), Node(index, number) with { Line = line, Type = null });
        return At(index).Own == OwnIdIsTheNumber ? new(ResolutionKind.OwnId, null, null) : new(ResolutionKind.Node, Node(index, number), null);
    }

    private NumberedNode Node(int index, ReadOnlySpan<byte> number)
    {
        ref readonly var entry = ref At(index);
        var (type, id) = entry.Own == OwnIdIsTheNumber ? (null, number.ToArray()) : ownIds.Get(entry.Own);
        return new(type, id, files[entry.File].Path, Math.Abs(entry.Line));
    }

    private void Add(ulong key, int file, int line, int own)
    {
        if (count >> SegmentBits is var segment && count == segment << SegmentBits)
        {
            if (segment == segments.Length) Array.Resize(ref segments, segment * 2);
            segments[segment] = new Entry[1 << SegmentBits];
        }

        if (count == buckets.Length) Grow();
        ref var bucket = ref buckets[Bucket(key)];
        At(count) = new(key, file, line, own, bucket - 1);
        bucket = ++count;
    }

    private void Grow()
    {
        buckets = new int[buckets.Length * 2];
        for (var i = 0; i < count; i++)
        {
            ref var bucket = ref buckets[Bucket(At(i).Key)];
            At(i) = At(i) with { Next = bucket - 1 };
            bucket = i + 1;
        }
    }

    private ref Entry At(int index) => ref segments[index >> SegmentBits][index & ((1 << SegmentBits) - 1)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Bucket(ulong key) => (int)(RunHash.Add(key, 0L) & (ulong)(buckets.Length - 1));

    /// <summary>The number itself, or 63 bits of a hash of text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Key(ReadOnlySpan<byte> number)
    {
        var value = 0UL;
        if (number.Length is > 0 and <= MaxDigits && (number[0] != '0' || number.Length == 1))
        {
            foreach (var sign in number)
            {
                if (sign is < (byte)'0' or > (byte)'9') return RunHash.Add(0, number) | IsText;
                value = value * 10 + sign - '0';
            }

            return value;
        }

        return RunHash.Add(0, number) | IsText;
    }

    private static bool IsDigits(ReadOnlySpan<byte> number) => !number.IsEmpty && number.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    /// <summary>A number given: <paramref name="Line"/> is negative where the line has no id of its own.</summary>
    private readonly record struct Entry(ulong Key, int File, int Line, int Own, int Next);

    /// <summary>What a file's numbers are like, so that a number it does not give is not taken for an own id.</summary>
    private sealed class FileNumbers(string path)
    {
        private bool numbersWithDigits;
        private bool numbersWithText;

        public string Path { get; } = path;

        public bool HasNodes { get; private set; }

        public bool IsNumbered(bool digits) => digits ? numbersWithDigits : numbersWithText;

        public void Note(bool isForeign, ReadOnlySpan<byte> number)
        {
            HasNodes = true;
            if (!isForeign || (numbersWithDigits && numbersWithText)) return;
            if (IsDigits(number)) numbersWithDigits = true;
            else numbersWithText = true;
        }
    }
}

/// <summary>A node that a file gives a number.</summary>
/// <param name="Type">Its type; null where it is known by its own id alone.</param>
/// <param name="Id">Its own id, UTF-8.</param>
/// <param name="File">The file.</param>
/// <param name="Line">Where it stands.</param>
internal sealed record NumberedNode(NodeType? Type, byte[] Id, string File, int Line);

/// <summary>What a number turned out to be.</summary>
internal enum ResolutionKind
{
    /// <summary>The node's own id.</summary>
    OwnId,

    /// <summary>The number of a node with another id.</summary>
    Node,

    /// <summary>A number of two different nodes.</summary>
    Contested,

    /// <summary>A number that is given to no node, among files that number theirs.</summary>
    Unknown,
}

/// <summary>What a number turned out to be, and which node or nodes have it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="First">For <see cref="ResolutionKind.Node"/> and <see cref="ResolutionKind.Contested"/>, the node.</param>
/// <param name="Second">For <see cref="ResolutionKind.Contested"/>, the other place.</param>
internal readonly record struct Resolution(ResolutionKind Kind, NumberedNode? First, NumberedNode? Second);
