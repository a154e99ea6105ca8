using System.Collections;
using System.Collections.Frozen;
using System.Globalization;

namespace Graph.Model.Text;

/// <summary>Unicode's data, read once from the embedded <c>canonical.txt</c>.</summary>
internal sealed record CanonicalData(
    FrozenDictionary<int, int[]> Decompositions,
    FrozenDictionary<(int First, int Second), int> Composites,
    FrozenDictionary<int, byte> Classes,
    BitArray Unsettled)
{
    private const int CodePoints = 0x110000;

    public byte Class(int point) => point < NormalizationFormC.FirstCombining ? (byte)0 : Classes.GetValueOrDefault(point);

    /// <summary>The code point that two together are, but for <see cref="Hangul"/>; null where they are none.</summary>
    public int? Compose(int first, int second) => Composites.TryGetValue((first, second), out var composite) ? composite : null;

    public static CanonicalData Load()
    {
        var decompositions = new Dictionary<int, int[]>();
        var composable = new Dictionary<string, int>();
        var classes = new Dictionary<int, byte>();
        var unsettled = new BitArray(CodePoints);
        using var reader = new StreamReader(typeof(CanonicalData).Assembly.GetManifestResourceStream("Graph.Model.canonical.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#') continue;
            var words = line.TrimStart('!', '=').Split(' ');
            if (line[0] == '=')
            {
                foreach (var range in words.Skip(1).Select(word => word.Split('…').Select(Hex).ToArray()))
                    for (var point = range[0]; point <= range[^1]; point++) classes[point] = byte.Parse(words[0]);
                continue;
            }

            var parts = words.Skip(1).Select(Hex).ToArray();
            decompositions[Hex(words[0])] = parts;
            if (line[0] != '!') composable[Key(parts)] = Hex(words[0]);
            else unsettled[Hex(words[0])] = true;
        }

        foreach (var point in classes.Keys) unsettled[point] = true;
        foreach (var jamo in Hangul.Following) unsettled[jamo] = true;
        var composites = new Dictionary<(int, int), int>();
        foreach (var (key, composite) in composable)
        {
            var parts = decompositions[composite];
            var first = parts.Length == 2 ? parts[0] : composable[Key(parts[..^1])];
            composites[(first, parts[^1])] = composite;
            unsettled[parts[^1]] = true;
        }

        return new(decompositions.ToFrozenDictionary(), composites.ToFrozenDictionary(), classes.ToFrozenDictionary(), unsettled);
    }

    private static int Hex(string word) => int.Parse(word, NumberStyles.HexNumber);

    private static string Key(IEnumerable<int> parts) => string.Join(' ', parts);
}
