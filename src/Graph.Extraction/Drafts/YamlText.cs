using System.Globalization;
using System.Text;

namespace Graph.Extraction.Drafts;

/// <summary>Text as YAML takes it literally, whatever signs stand in it.</summary>
internal static class YamlText
{
    /// <summary>A text between quotation marks; what is not seen is escaped.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when IsSeen(rune) => rune.ToString(),
                <= 0xFFFF => "\\u" + rune.Value.ToString("X4"),
                _ => "\\U" + rune.Value.ToString("X8"),
            });
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A text as the rest of a comment: on one line.</summary>
    public static string Comment(string text) => string.Concat(text.EnumerateRunes().Select(rune => IsSeen(rune) ? rune.ToString() : " "));

    private static bool IsSeen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
}
