using System.Globalization;
using System.Text;

namespace Graph.GraphQL.Language;

/// <summary>The quoted form of a string, escaped where section 2.9.4 demands it and for control characters.</summary>
internal static class StringLiteral
{
    public static string Print(string value)
    {
        var literal = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' or '\\' => literal.Append('\\').Append(character),
                '\b' => literal.Append("\\b"),
                '\f' => literal.Append("\\f"),
                '\n' => literal.Append("\\n"),
                '\r' => literal.Append("\\r"),
                '\t' => literal.Append("\\t"),
                _ when char.IsControl(character) => literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => literal.Append(character),
            };
        }
        return literal.Append('"').ToString();
    }
}
