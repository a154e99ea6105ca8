using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Graph.Model.Text;

/// <summary>
/// Unicode normalization form C (UAX #15), computed here because the program runs without ICU, where
/// <see cref="string.Normalize()"/> returns its input unchanged.
/// </summary>
public static class NormalizationFormC
{
    private const int HangulFirst = 0xAC00, HangulCount = 11172;
    private const int LeadFirst = 0x1100, LeadCount = 19;
    private const int VowelFirst = 0x1161, VowelCount = 21;
    private const int TrailFirst = 0x11A7, TrailCount = 28;

    /// <summary>Below it every character is normalized and nothing combines.</summary>
    private const char FirstCombining = '\u0300';
    private const byte FirstCombiningByte = 0xCC;

    private static readonly Lazy<Tables> Data = new(Tables.Load);

    /// <summary>The text in form C. It must be well-formed UTF-16.</summary>
    public static string Normalize(string text)
    {
        if (IsCertainlyNormalized(text)) return text;
        var points = Decompose(text);
        Order(points);
        var composed = Compose(points);
        var result = new StringBuilder(text.Length);
        foreach (var point in composed) result.Append(new Rune(point));
        return result.Equals(text) ? text : result.ToString();
    }

    /// <summary>The UTF-8 text in form C: the same span where nothing changes.</summary>
    public static ReadOnlySpan<byte> Normalize(ReadOnlySpan<byte> utf8)
    {
        // U+0300 is CC 80: a text without a byte from there on has no combining character.
        if (utf8.IndexOfAnyInRange(FirstCombiningByte, byte.MaxValue) < 0) return utf8;
        var text = Encoding.UTF8.GetString(utf8);
        var normalized = Normalize(text);
        return ReferenceEquals(normalized, text) ? utf8 : Encoding.UTF8.GetBytes(normalized);
    }

    /// <summary>The canonical decomposition (form D) of one code point, or the code point itself.</summary>
    public static ReadOnlySpan<int> Decompose(Rune rune) =>
        Data.Value.Decompositions.TryGetValue(rune.Value, out var parts) ? parts : new[] { rune.Value };

    /// <summary>The quick check of UAX #15, section 9: every code point stands in form C as it is, whatever stands before it.</summary>
    private static bool IsCertainlyNormalized(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange(FirstCombining, char.MaxValue) < 0) return true;
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value >= FirstCombining && Data.Value.Unsettled[rune.Value]) return false;
        return true;
    }

    private static List<int> Decompose(string text)
    {
        var points = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var syllable = rune.Value - HangulFirst;
            if (syllable is >= 0 and < HangulCount)
            {
                points.Add(LeadFirst + syllable / (VowelCount * TrailCount));
                points.Add(VowelFirst + syllable % (VowelCount * TrailCount) / TrailCount);
                if (syllable % TrailCount != 0) points.Add(TrailFirst + syllable % TrailCount);
            }
            else if (Data.Value.Decompositions.TryGetValue(rune.Value, out var parts)) points.AddRange(parts);
            else points.Add(rune.Value);
        }

        return points;
    }

    /// <summary>
    /// Sorts each run of combining marks by class, keeping the order of equals. A run may be as long as its text, which a
    /// client writes.
    /// </summary>
    private static void Order(List<int> points)
    {
        for (var from = 0; from < points.Count; from++)
        {
            var to = from;
            while (to < points.Count && Data.Value.Class(points[to]) != 0) to++;
            if (to - from < 2) continue;
            var marks = points.GetRange(from, to - from);
            var sorted = marks.OrderBy(Data.Value.Class);
            foreach (var mark in sorted) points[from++] = mark;
        }
    }

    private static List<int> Compose(List<int> points)
    {
        var result = new List<int>(points.Count);
        var starter = -1;
        var lastClass = 0;
        foreach (var point in points)
        {
            var rank = Data.Value.Class(point);
            var blocked = starter < result.Count - 1 && (lastClass == 0 || lastClass >= rank);
            if (starter >= 0 && !blocked && Pair(result[starter], point) is { } composite)
            {
                result[starter] = composite;
                continue;
            }

            if (rank == 0) starter = result.Count;
            lastClass = rank;
            result.Add(point);
        }

        return result;
    }

    private static int? Pair(int first, int second)
    {
        if (first - LeadFirst is >= 0 and < LeadCount && second - VowelFirst is >= 0 and < VowelCount)
            return HangulFirst + ((first - LeadFirst) * VowelCount + second - VowelFirst) * TrailCount;
        if (first - HangulFirst is >= 0 and < HangulCount && (first - HangulFirst) % TrailCount == 0 && second - TrailFirst is > 0 and < TrailCount)
            return first + second - TrailFirst;
        return Data.Value.Composites.TryGetValue((first, second), out var composite) ? composite : null;
    }

    /// <summary>Unicode's data, read once from the embedded <c>canonical.txt</c>.</summary>
    private sealed record Tables(
        FrozenDictionary<int, int[]> Decompositions,
        FrozenDictionary<(int First, int Second), int> Composites,
        FrozenDictionary<int, byte> Classes,
        BitArray Unsettled)
    {
        private const int CodePoints = 0x110000;

        public byte Class(int point) => point < FirstCombining ? (byte)0 : Classes.GetValueOrDefault(point);

        public static Tables Load()
        {
            var decompositions = new Dictionary<int, int[]>();
            var composable = new Dictionary<string, int>();
            var classes = new Dictionary<int, byte>();
            var unsettled = new BitArray(CodePoints);
            using var reader = new StreamReader(typeof(Tables).Assembly.GetManifestResourceStream("Graph.Model.canonical.txt")!);
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
            for (var jamo = VowelFirst; jamo < VowelFirst + VowelCount; jamo++) unsettled[jamo] = true;
            for (var jamo = TrailFirst; jamo < TrailFirst + TrailCount; jamo++) unsettled[jamo] = true;
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
}
