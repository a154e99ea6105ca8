using System.Runtime.CompilerServices;

namespace Graph.GraphQL.Language;

/// <summary>Cuts a text into the tokens of section 2.1, one at a time; ignored tokens are skipped.</summary>
internal struct Lexer(Source source)
{
    private readonly string text = source.Text;
    private int position;

    /// <summary>The next token; <see cref="TokenKind.EndOfFile"/> for ever after the last one.</summary>
    /// <exception cref="GraphQLSyntaxException">The text is not made of tokens at this place.</exception>
    public Token Next()
    {
        var text = this.text;
        var position = this.position;
        while ((uint)position < (uint)text.Length)
        {
            var character = text[position];
            switch (character)
            {
                case ' ' or '\t' or ',' or '\n' or '\r' or '\uFEFF':
                    position++;
                    continue;
                case '#':
                    position = SkipComment(position + 1);
                    continue;
                case '!': return Punctuator(TokenKind.Bang, position, 1);
                case '$': return Punctuator(TokenKind.Dollar, position, 1);
                case '&': return Punctuator(TokenKind.Ampersand, position, 1);
                case '(': return Punctuator(TokenKind.ParenLeft, position, 1);
                case ')': return Punctuator(TokenKind.ParenRight, position, 1);
                case ':': return Punctuator(TokenKind.Colon, position, 1);
                case '=': return Punctuator(TokenKind.Equals, position, 1);
                case '@': return Punctuator(TokenKind.At, position, 1);
                case '[': return Punctuator(TokenKind.BracketLeft, position, 1);
                case ']': return Punctuator(TokenKind.BracketRight, position, 1);
                case '{': return Punctuator(TokenKind.BraceLeft, position, 1);
                case '|': return Punctuator(TokenKind.Pipe, position, 1);
                case '}': return Punctuator(TokenKind.BraceRight, position, 1);
                case '.' when At(position + 1) == '.' && At(position + 2) == '.': return Punctuator(TokenKind.Spread, position, 3);
                case '"':
                    var (kind, value, end) = At(position + 1) == '"' && At(position + 2) == '"'
                        ? (TokenKind.BlockString, new StringReader(source).ReadBlock(position, out var blockEnd), blockEnd)
                        : (TokenKind.String, new StringReader(source).ReadQuoted(position, out var quotedEnd), quotedEnd);
                    this.position = end;
                    return new(kind, position, end, value);
            }
            if (IsNameStart(character)) return Name(position);
            if (character == '-' || char.IsAsciiDigit(character)) return Number(position);
            throw Unexpected(position);
        }
        this.position = text.Length;
        return new(TokenKind.EndOfFile, text.Length, text.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character == '_';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNameContinue(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    /// <summary>Whether a character of the source stands at <paramref name="position"/>: anything but half of a surrogate pair.</summary>
    public static bool IsSourceCharacter(string text, int position, out int length)
    {
        length = 1;
        if (!char.IsSurrogate(text[position])) return true;
        length = 2;
        return char.IsHighSurrogate(text[position]) && position + 1 < text.Length && char.IsLowSurrogate(text[position + 1]);
    }

    private Token Punctuator(TokenKind kind, int start, int length)
    {
        position = start + length;
        return new(kind, start, start + length);
    }

    private Token Name(int start)
    {
        var text = this.text;
        var position = start + 1;
        while ((uint)position < (uint)text.Length && IsNameContinue(text[position])) position++;
        this.position = position;
        return new(TokenKind.Name, start, position);
    }

    private Token Number(int start)
    {
        var position = start;
        var kind = TokenKind.Int;
        if (At(position) == '-') position++;
        if (At(position) == '0')
        {
            if (char.IsAsciiDigit(At(++position))) throw new GraphQLSyntaxException(source, position, SyntaxMessages.DigitAfterZero(text, position));
        }
        else
        {
            position = Digits(position);
        }
        if (At(position) == '.')
        {
            kind = TokenKind.Float;
            position = Digits(position + 1);
        }
        if (At(position) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            position++;
            if (At(position) is '+' or '-') position++;
            position = Digits(position);
        }
        // A number must not run into a name or a second fraction (section 2.9.1).
        if (At(position) == '.' || IsNameStart(At(position)))
            throw new GraphQLSyntaxException(source, position, SyntaxMessages.ExpectedDigit(text, position));
        this.position = position;
        return new(kind, start, position);
    }

    private readonly int Digits(int position)
    {
        if (!char.IsAsciiDigit(At(position))) throw new GraphQLSyntaxException(source, position, SyntaxMessages.ExpectedDigit(text, position));
        while (char.IsAsciiDigit(At(position))) position++;
        return position;
    }

    private readonly int SkipComment(int position)
    {
        while (position < text.Length && text[position] is not ('\n' or '\r') && IsSourceCharacter(text, position, out var length))
            position += length;
        return position;
    }

    private readonly GraphQLSyntaxException Unexpected(int position) => new(
        source,
        position,
        text[position] == '\'' ? SyntaxMessages.UnexpectedSingleQuote
            : IsSourceCharacter(text, position, out _) ? SyntaxMessages.UnexpectedCharacter(text, position)
            : SyntaxMessages.InvalidCharacter(text, position));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly char At(int position) => (uint)position < (uint)text.Length ? text[position] : '\0';
}
