using System.Buffers;
using System.Text;

namespace Graph.GraphQL.Language;

/// <summary>Reads string values (section 2.9.4): quoted ones with escapes, and blocks.</summary>
internal readonly struct StringReader(Source source)
{
    // Where a run of plain characters of a quoted string may end; surrogates are looked at one by one.
    private static readonly SearchValues<char> Special =
        SearchValues.Create("\"\\\n\r" + string.Concat(Enumerable.Range(0xD800, 0x800).Select(code => (char)code)));

    private readonly string text = source.Text;

    /// <summary>Reads the string whose opening quote is at <paramref name="start"/>.</summary>
    public string ReadQuoted(int start, out int end)
    {
        var text = this.text;
        var position = start + 1;
        var chunk = position;
        StringBuilder? value = null;
        while (true)
        {
            var run = text.AsSpan(position).IndexOfAny(Special);
            position = run < 0 ? text.Length : position + run;
            if (position == text.Length || text[position] is '\n' or '\r')
                throw new GraphQLSyntaxException(source, position, SyntaxMessages.UnterminatedString);
            if (text[position] == '"')
            {
                end = position + 1;
                return value is null ? text[chunk..position] : value.Append(text, chunk, position - chunk).ToString();
            }
            if (text[position] == '\\')
            {
                value = (value ?? new()).Append(text, chunk, position - chunk);
                position += ReadEscape(position, value);
                chunk = position;
            }
            else
            {
                position += SourceCharacter(position);
            }
        }
    }

    /// <summary>Reads the block string whose three opening quotes are at <paramref name="start"/>.</summary>
    public string ReadBlock(int start, out int end)
    {
        var text = this.text;
        var position = start + 3;
        var chunk = position;
        var raw = new StringBuilder();
        while (position < text.Length)
        {
            var rest = text.AsSpan(position);
            if (rest.StartsWith("\"\"\""))
            {
                end = position + 3;
                return BlockString.Dedent(raw.Append(text, chunk, position - chunk).ToString());
            }
            if (rest.StartsWith("\\\"\"\""))
            {
                raw.Append(text, chunk, position - chunk);
                chunk = position + 1;
                position += 4;
            }
            else
            {
                position += SourceCharacter(position);
            }
        }
        throw new GraphQLSyntaxException(source, position, SyntaxMessages.UnterminatedString);
    }

    private int SourceCharacter(int position) => Lexer.IsSourceCharacter(text, position, out var length)
        ? length
        : throw new GraphQLSyntaxException(source, position, SyntaxMessages.InvalidCharacterInString(text, position));

    private int ReadEscape(int position, StringBuilder value)
    {
        var character = At(position + 1);
        if (character == 'u') return At(position + 2) == '{' ? ReadBracedUnicode(position, value) : ReadFixedUnicode(position, value);
        value.Append(character switch
        {
            '"' or '\\' or '/' => character,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw new GraphQLSyntaxException(source, position, SyntaxMessages.InvalidEscape(text, position)),
        });
        return 2;
    }

    // \u{…}: one to eight hexadecimal digits that name a Unicode scalar value.
    private int ReadBracedUnicode(int position, StringBuilder value)
    {
        const int longest = 12;
        var point = 0;
        var size = 3;
        while (size < longest)
        {
            var character = At(position + size++);
            if (character == '}')
            {
                if (size < 5 || !Rune.IsValid(point)) break;
                value.Append(new Rune(point).ToString());
                return size;
            }
            var digit = HexDigit(character);
            point = point << 4 | digit;
            if (digit < 0 || point < 0) break;
        }
        throw new GraphQLSyntaxException(source, position, SyntaxMessages.InvalidUnicodeEscape(text, position, size));
    }

    // \uXXXX, or two of them that form a surrogate pair.
    private int ReadFixedUnicode(int position, StringBuilder value)
    {
        var code = HexCode(position + 2);
        if (code >= 0 && !char.IsSurrogate((char)code))
        {
            value.Append((char)code);
            return 6;
        }
        if (code >= 0 && char.IsHighSurrogate((char)code) && At(position + 6) == '\\' && At(position + 7) == 'u')
        {
            var trailing = HexCode(position + 8);
            if (trailing >= 0 && char.IsLowSurrogate((char)trailing))
            {
                value.Append((char)code).Append((char)trailing);
                return 12;
            }
        }
        throw new GraphQLSyntaxException(source, position, SyntaxMessages.InvalidUnicodeEscape(text, position, 6));
    }

    private int HexCode(int position) =>
        HexDigit(At(position)) << 12 | HexDigit(At(position + 1)) << 8 | HexDigit(At(position + 2)) << 4 | HexDigit(At(position + 3));

    private static int HexDigit(char character) => char.IsAsciiHexDigit(character) ? Convert.ToInt32(character.ToString(), 16) : -1;

    private char At(int position) => (uint)position < (uint)text.Length ? text[position] : '\0';
}
