namespace Graph.Model.Text;

/// <summary>The syllables of Hangul, which Unicode composes by arithmetic (section 3.12) instead of listing them.</summary>
internal static class Hangul
{
    private const int First = 0xAC00, Count = 11172;
    private const int LeadFirst = 0x1100, LeadCount = 19;
    private const int VowelFirst = 0x1161, VowelCount = 21;
    private const int TrailFirst = 0x11A7, TrailCount = 28;

    /// <summary>The letters that may be composed with what stands before them.</summary>
    public static IEnumerable<int> Following => [.. Enumerable.Range(VowelFirst, VowelCount), .. Enumerable.Range(TrailFirst, TrailCount)];

    public static bool IsSyllable(int point) => point - First is >= 0 and < Count;

    /// <summary>Adds the letters of a syllable.</summary>
    public static void Decompose(int point, List<int> points)
    {
        var syllable = point - First;
        points.Add(LeadFirst + syllable / (VowelCount * TrailCount));
        points.Add(VowelFirst + syllable % (VowelCount * TrailCount) / TrailCount);
        if (syllable % TrailCount != 0) points.Add(TrailFirst + syllable % TrailCount);
    }

    /// <summary>The syllable of two letters, or of a syllable and a letter; null where they are none.</summary>
    public static int? Compose(int first, int second)
    {
        if (first - LeadFirst is >= 0 and < LeadCount && second - VowelFirst is >= 0 and < VowelCount)
            return First + ((first - LeadFirst) * VowelCount + second - VowelFirst) * TrailCount;
        return IsSyllable(first) && (first - First) % TrailCount == 0 && second - TrailFirst is > 0 and < TrailCount
            ? first + second - TrailFirst
            : null;
    }
}
