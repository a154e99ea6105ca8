using System.Text;

namespace Graph.Model.Text;

/// <summary>
/// Texts for a terminal or a log: whatever would command the terminal, or turn the order in which a line is read, is shown instead.
/// </summary>
public static class VisibleSigns
{
    /// <summary>The first unit of the tag signs, U+E0000 to U+E007F, and of others that stay.</summary>
    private const char TagsFirstUnit = '\uDB40';

    private const char Delete = '\u007F';

    /// <summary>
    /// The text with its control characters as pictures (<c>␛</c> for ESC), and with those that have none, and the signs
    /// that turn the reading direction, break lines or show nothing, as escapes (<c>\u202E</c>; of a tag both its units). Line feeds stay.
    /// </summary>
    public static string Show(string text)
    {
        if (!text.Any(IsHidden)) return text;
        var shown = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (unit == TagsFirstUnit && i + 1 < text.Length && text[i + 1] is >= '\uDC00' and <= '\uDC7F')
                shown.Append($"\\u{(int)unit:X4}\\u{(int)text[++i]:X4}");
            else if (unit == TagsFirstUnit || !IsHidden(unit)) shown.Append(unit);
            else if (unit < ' ') shown.Append((char)('\u2400' + unit));
            else if (unit == Delete) shown.Append('\u2421');
            else shown.Append($"\\u{(int)unit:X4}");
        }

        return shown.ToString();
    }

    private static bool IsHidden(char unit) => unit switch
    {
        '\n' => false,
        < ' ' or (>= Delete and <= '\u009F') => true,
        '\u2028' or '\u2029' => true,
        '\u200B' or '\u2060' or '\uFEFF' => true,
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => true,
        TagsFirstUnit => true,
        _ => false,
    };
}
