using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Graph.Import.Text;

/// <summary>
/// Unicode normalization form C (UAX #15), computed here because the program runs without ICU, where
/// <see cref="string.Normalize()"/> returns its input unchanged.
/// </summary>
internal static class NormalizationFormC
{
    private const int HangulFirst = 0xAC00, HangulCount = 11172;
    private const int LeadFirst = 0x1100, LeadCount = 19;
    private const int VowelFirst = 0x1161, VowelCount = 21;
    private const int TrailFirst = 0x11A7, TrailCount = 28;

    /// <summary>Below it every character is normalized and nothing combines.</summary>
    private const char FirstCombining = '\u0300';

    private static readonly Lazy<Tables> Data = new(Tables.Load);

    /// <summary>The text in form C. It must be well-formed UTF-16.</summary>
    public static string Normalize(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange(FirstCombining, char.MaxValue) < 0) return text;
        var points = Decompose(text);
        Order(points);
        var composed = Compose(points);
        var result = new StringBuilder(text.Length);
        foreach (var point in composed) result.Append(new Rune(point));
        return result.ToString();
    }

    /// <summary>The canonical decomposition (form D) of one code point, or the code point itself.</summary>
    public static ReadOnlySpan<int> Decompose(Rune rune) =>
        Data.Value.Decompositions.TryGetValue(rune.Value, out var parts) ? parts : new[] { rune.Value };

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

    /// <summary>Sorts each run of combining marks by class, keeping the order of equals.</summary>
    private static void Order(List<int> points)
    {
        for (var i = 1; i < points.Count; i++)
        {
            var rank = Data.Value.Class(points[i]);
            if (rank == 0) continue;
            var point = points[i];
            var to = i;
            for (; to > 0 && Data.Value.Class(points[to - 1]) > rank; to--) points[to] = points[to - 1];
            points[to] = point;
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
        FrozenDictionary<int, byte> Classes)
    {
        public byte Class(int point) => point < FirstCombining ? (byte)0 : Classes.GetValueOrDefault(point);

        public static Tables Load()
        {
            var decompositions = new Dictionary<int, int[]>();
            var composable = new Dictionary<string, int>();
            var classes = new Dictionary<int, byte>();
            using var reader = new StreamReader(typeof(Tables).Assembly.GetManifestResourceStream("Graph.Import.canonical.txt")!);
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
            }

            var composites = new Dictionary<(int, int), int>();
            foreach (var (key, composite) in composable)
            {
                var parts = decompositions[composite];
                var first = parts.Length == 2 ? parts[0] : composable[Key(parts[..^1])];
                composites[(first, parts[^1])] = composite;
            }

            return new(decompositions.ToFrozenDictionary(), composites.ToFrozenDictionary(), classes.ToFrozenDictionary());
        }

        private static int Hex(string word) => int.Parse(word, NumberStyles.HexNumber);

        private static string Key(IEnumerable<int> parts) => string.Join(' ', parts);
    }
}
