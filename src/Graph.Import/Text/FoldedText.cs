using System.Text;

namespace Graph.Import.Text;

/// <summary>
/// A text as eyes read it, for comparison: every white space one space, invisible signs nowhere, quotation marks, dashes
/// and letters that look alike one and the same. Each character knows which part of the text it came from.
/// </summary>
internal sealed class FoldedText
{
    private readonly StringBuilder folded = new();
    private readonly List<(int Start, int End)> parts = [];

    /// <summary>Folds a text.</summary>
    public FoldedText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            var isSpace = LookAlikes.IsSpace(unit);
            if (parts.Count > 0 && (LookAlikes.IsInvisible(unit) || (isSpace && folded[^1] == ' '))) parts[^1] = (parts[^1].Start, i + 1);
            else if (isSpace) Add(' ', i);
            else if (LookAlikes.IsInvisible(unit)) continue;
            else if (unit == '…') AddAll("...", i);
            else Add(LookAlikes.Fold(unit), i);
        }

        Value = folded.ToString();
    }

    /// <summary>The folded text.</summary>
    public string Value { get; }

    /// <summary>The part of the text, as start and excluded end, that a character of the folded text came from, with the invisible signs after it.</summary>
    public (int Start, int End) this[int index] => parts[index];

    private void Add(char unit, int at)
    {
        folded.Append(unit);
        parts.Add((at, at + 1));
    }

    private void AddAll(string units, int at)
    {
        foreach (var unit in units) Add(unit, at);
        for (var i = 1; i < units.Length; i++) parts[^i] = (at + 1, at + 1);
    }
}
