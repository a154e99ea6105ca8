using System.Text;

namespace Graph.Model.Text;

/// <summary>
/// Texts for a terminal or a log: whatever would command the terminal, or turn the order in which a line is read, is shown instead.
/// </summary>
public static class VisibleSigns
{
    private const char Delete = '\u007F';

    /// <summary>
    /// The text with its control characters as pictures (<c>␛</c> for ESC), and with those that have none, and the signs
    /// that turn the reading direction or break lines, as escapes (<c>\u202E</c>). Line feeds stay.
    /// </summary>
    public static string Show(string text)
    {
        if (!text.Any(IsHidden)) return text;
        var shown = new StringBuilder(text.Length + 16);
        foreach (var unit in text)
        {
            if (!IsHidden(unit)) shown.Append(unit);
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
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => true,
        _ => false,
    };
}
