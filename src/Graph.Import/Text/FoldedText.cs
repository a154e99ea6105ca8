using System.Text;

namespace Graph.Import.Text;

/// <summary>
/// A text as eyes read it, for comparison: every white space one space, invisible signs nowhere, quotation marks, dashes
/// and letters that look alike one and the same. Each character knows which part of the text it came from.
/// </summary>
/// <remarks>
/// Takes two bytes a character, and twelve more for each one that is not simply the character of the text at its place.
/// </remarks>
internal sealed class FoldedText
{
    private readonly List<Part> irregular = [];
    private char[] folded;
    private int length;

    /// <summary>Folds a text.</summary>
    public FoldedText(string text)
    {
        folded = new char[text.Length];
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var units);
            if (LookAlikes.IsSpace(rune))
            {
                if (length > 0 && folded[length - 1] == ' ') Extend(i + units);
                else Add(' ', i, i + units);
            }
            else if (!LookAlikes.IsInvisible(rune)) Add(text.AsSpan(i, units), LookAlikes.Fold(rune), i);
            else if (length > 0) Extend(i + units);
            i += units;
        }
    }

    /// <summary>The folded text.</summary>
    public ReadOnlySpan<char> Value => folded.AsSpan(0, length);

    /// <summary>
    /// The part of the text, as start and excluded end, that a character of the folded text came from, with the invisible signs
    /// after it.
    /// </summary>
    public (int Start, int End) this[int index]
    {
        get
        {
            var (low, high) = (0, irregular.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (irregular[middle].Index <= index) low = middle + 1;
                else high = middle;
            }

            if (low == 0) return (index, index + 1);
            var before = irregular[low - 1];
            return before.Index == index ? (before.Start, before.End) : (before.End + index - before.Index - 1, before.End + index - before.Index);
        }
    }

    /// <summary>Adds what a sign folds to: nothing given means the sign itself.</summary>
    private void Add(ReadOnlySpan<char> sign, string? fold, int at)
    {
        var units = fold is null ? sign : fold;
        var end = at + sign.Length;
        if (units.Length == sign.Length)
            for (var i = 0; i < units.Length; i++) Add(units[i], at + i, at + i + 1);
        else
            for (var i = 0; i < units.Length; i++) Add(units[i], i == 0 ? at : end, end);
    }

    private void Add(char unit, int start, int end)
    {
        if (length == folded.Length) Array.Resize(ref folded, length + length / 8 + 16);
        var expected = irregular.Count == 0 ? length : irregular[^1].End + length - irregular[^1].Index - 1;
        if (start != expected || end != start + 1) irregular.Add(new(length, start, end));
        folded[length++] = unit;
    }

    /// <summary>Lets the last character reach further.</summary>
    private void Extend(int end)
    {
        var (start, _) = this[length - 1];
        if (irregular.Count > 0 && irregular[^1].Index == length - 1) irregular.RemoveAt(irregular.Count - 1);
        irregular.Add(new(length - 1, start, end));
    }

    /// <summary>A character that is not the one of the text after that of the character before it.</summary>
    private readonly record struct Part(int Index, int Start, int End);
}
