using System.Runtime.CompilerServices;
using Graph.Model.Spilling;
using Graph.Model.Ontologies;

namespace Graph.Import.Pipeline;

/// <summary>
/// Which node each line's <c>id</c> stands for, over all files of a run. An export from a database numbers its nodes, its
/// relationships refer to these numbers, and a node's own id is among its properties; a number may well be the own id of
/// quite another node. A number belongs to its file first: exports of several databases use the same numbers. Only where
/// the file of a relationship gives a number to no node, the other files are asked, and they must agree.
/// </summary>
/// <remarks>
/// Files are read one after the other, by one thread; the entries of a file are the newest of their number, which keeps look-ups in it
/// short.
/// </remarks>
internal sealed class NodeNumbers : IDisposable
{
    private const int OwnIdIsTheNumber = -1;
    private const ulong IsText = 1UL << 63;

    /// <summary>Digits of a number kept as it is: all of them fit into 63 bits.</summary>
    private const int MaxDigits = 18;

    private readonly List<FileNumbers> files = [];
    private readonly Dictionary<string, int> fileByPath = new(StringComparer.Ordinal);
    private readonly Dictionary<(ulong Key, int File), int> contested = [];
    private readonly SpillingTable given;
    private readonly OwnIds ownIds;

    public NodeNumbers(Ontology ontology)
        : this(new(), new OwnIds(ontology))
    {
    }

    /// <param name="given">Where the numbers are kept.</param>
    /// <param name="ownIds">Where the ids are kept that are not numbers.</param>
    internal NodeNumbers(SpillingTable given, OwnIds ownIds) => (this.given, this.ownIds) = (given, ownIds);

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
        if (given.TryFind(key, file, out var known))
        {
            if (isForeign ? known.More >= 0 && ownIds.Is(known.More, type, own) : known.More == OwnIdIsTheNumber) return null;
            contested.TryAdd((key, file), line);
            return isExplicit ? Node(known, number) : null;
        }

        // The line is negative where it has no id of its own.
        given.Add(new(key, file, isExplicit ? line : -line, isForeign ? ownIds.Add(type, own) : OwnIdIsTheNumber));
        return null;
    }

    /// <summary>The node that a file gives a number to so far; null where it gives it to none.</summary>
    public Resolution? FindIn(int file, ReadOnlySpan<byte> number) =>
        given.TryFind(Key(number), file, out var found) ? Resolved(found, number) : null;

    /// <summary>What a relationship of a file means by a number, once all files are read.</summary>
    public Resolution Resolve(string path, ReadOnlySpan<byte> number)
    {
        var file = fileByPath[path];
        if (FindIn(file, number) is { } here) return here;
        TableEntry? first = null;
        foreach (var entry in given.All(Key(number)))
        {
            if (contested.ContainsKey((entry.Key, entry.File))) return Resolved(entry, number);
            if (first is { } one && !ownIds.Same(one.More, entry.More))
                return new(ResolutionKind.Contested, Node(entry, number), Node(one, number));
            first ??= entry;
        }

        if (first is { } only) return Resolved(only, number);
        var digits = IsDigits(number);
        var isNumbered = files[file].HasNodes ? files[file].IsNumbered(digits) : files.Exists(other => other.IsNumbered(digits));
        return new(isNumbered ? ResolutionKind.Unknown : ResolutionKind.OwnId, null, null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        given.Dispose();
        ownIds.Dispose();
    }

    private Resolution Resolved(in TableEntry entry, ReadOnlySpan<byte> number)
    {
        if (contested.Count > 0 && contested.TryGetValue((entry.Key, entry.File), out var line))
            return new(ResolutionKind.Contested, Node(entry, number), Node(entry, number) with { Line = line, Type = null });
        return entry.More == OwnIdIsTheNumber ? new(ResolutionKind.OwnId, null, null) : new(ResolutionKind.Node, Node(entry, number), null);
    }

    private NumberedNode Node(in TableEntry entry, ReadOnlySpan<byte> number)
    {
        var (type, id) = entry.More == OwnIdIsTheNumber ? (null, number.ToArray()) : ((NodeType?, byte[]))ownIds.Get(entry.More);
        return new(type, id, files[entry.File].Path, Math.Abs(entry.Line));
    }

    /// <summary>The number itself, or 63 bits of a hash of text, mixed.</summary>
    private static ulong Key(ReadOnlySpan<byte> number) => RunHash.Mixed(Plain(number));

    /// <summary>Asked for each end of each relationship, and compiled as <see cref="RunHash"/> is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Plain(ReadOnlySpan<byte> number)
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

/// <summary>What a number turned out to be, and which node or nodes have it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="First">For <see cref="ResolutionKind.Node"/> and <see cref="ResolutionKind.Contested"/>, the node.</param>
/// <param name="Second">For <see cref="ResolutionKind.Contested"/>, the other place.</param>
internal readonly record struct Resolution(ResolutionKind Kind, NumberedNode? First, NumberedNode? Second);
