using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Graph.GraphQL.Conformance;

/// <summary>
/// JSON strings as JavaScript knows them. They may hold half a surrogate pair, which the lexer's cases need and which
/// <see cref="JsonElement.GetString"/> refuses.
/// </summary>
public static class JsonText
{
    /// <summary>The text of a JSON string.</summary>
    public static string Read(JsonElement element)
    {
        var raw = element.GetRawText().AsSpan(1..^1);
        if (!raw.Contains('\\')) return raw.ToString();
        var text = new StringBuilder(raw.Length);
        for (var index = 0; index < raw.Length; index++)
        {
            if (raw[index] != '\\')
            {
                text.Append(raw[index]);
                continue;
            }
            index++;
            if (raw[index] == 'u')
            {
                text.Append((char)ushort.Parse(raw.Slice(index + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                index += 4;
            }
            else
            {
                text.Append(raw[index] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
            }
        }
        return text.ToString();
    }

    /// <summary>Appends a text as a JSON string; what is no Unicode character is escaped.</summary>
    public static void Write(StringBuilder line, string text)
    {
        line.Append('"');
        for (var index = 0; index < text.Length; index++)
        {
            var unit = text[index];
            var isPair = char.IsHighSurrogate(unit) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
            if (isPair) line.Append(unit).Append(text[++index]);
            else if (unit is '"' or '\\') line.Append('\\').Append(unit);
            else if (unit < ' ' || char.IsSurrogate(unit)) line.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
            else line.Append(unit);
        }
        line.Append('"');
    }
}
