using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Graph.GraphQL.Language;

/// <summary>
/// Reads documents: the whole grammar of the September 2025 edition. Descent is recursive, but never deeper than
/// <see cref="ParserOptions.MaxDepth"/>, and the first fault ends it.
/// </summary>
public sealed partial class Parser
{
    private readonly Source source;
    private readonly ParserOptions options;
    private Lexer lexer;
    private Token token;
    private Token ahead;
    private bool hasAhead;
    private int lastEnd;
    private int tokenCount;
    private int depth;

    // Nodes of lists that are still open, innermost last: each list is copied out once, at its exact length.
    private Slot[] open = new Slot[64];
    private int openCount;

    private Parser(string text, ParserOptions options)
    {
        source = new(text);
        this.options = options;
        if (text.Length > options.MaxCharacters) throw Fault(options.MaxCharacters, SyntaxMessages.TooManyCharacters(options.MaxCharacters));
        lexer = new(source);
        Advance();
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="GraphQLSyntaxException">The text is not a document, or is over a limit of <paramref name="options"/>.</exception>
    public static DocumentNode ParseDocument(string text, ParserOptions? options = null)
    {
        var parser = new Parser(text, options ?? ParserOptions.Default);
        var mark = parser.openCount;
        do parser.Open(parser.ParseDefinition()); while (!parser.Is(TokenKind.EndOfFile));
        return new(parser.Close<DefinitionNode>(mark)) { Source = parser.source, Start = 0, End = text.Length };
    }

    /// <summary>Reads a document; on a fault gives the error instead of throwing.</summary>
    public static bool TryParseDocument(
        string text, ParserOptions? options, [NotNullWhen(true)] out DocumentNode? document, [NotNullWhen(false)] out GraphQLError? error)
    {
        try
        {
            document = ParseDocument(text, options);
            error = null;
            return true;
        }
        catch (GraphQLSyntaxException fault)
        {
            document = null;
            error = fault.Error;
            return false;
        }
    }

    /// <summary>Reads one value, such as <c>[1, {a: $b}]</c>, and nothing after it.</summary>
    /// <exception cref="GraphQLSyntaxException">The text is not a value.</exception>
    public static ValueNode ParseValue(string text, ParserOptions? options = null)
    {
        var parser = new Parser(text, options ?? ParserOptions.Default);
        var value = parser.ParseValue(isConstant: false);
        parser.Expect(TokenKind.EndOfFile);
        return value;
    }

    /// <summary>Reads one type reference, such as <c>[Int!]</c>, and nothing after it.</summary>
    /// <exception cref="GraphQLSyntaxException">The text is not a type reference.</exception>
    public static TypeNode ParseType(string text, ParserOptions? options = null)
    {
        var parser = new Parser(text, options ?? ParserOptions.Default);
        var type = parser.ParseTypeReference();
        parser.Expect(TokenKind.EndOfFile);
        return type;
    }

    private void Advance()
    {
        lastEnd = token.End;
        if (hasAhead)
        {
            token = ahead;
            hasAhead = false;
            return;
        }
        token = lexer.Next();
        Count(token);
    }

    private ref readonly Token Ahead()
    {
        if (!hasAhead)
        {
            ahead = lexer.Next();
            Count(ahead);
            hasAhead = true;
        }
        return ref ahead;
    }

    private void Count(in Token token)
    {
        if (token.Kind != TokenKind.EndOfFile && ++tokenCount > options.MaxTokens)
            throw Fault(token.Start, SyntaxMessages.TooManyTokens(options.MaxTokens));
    }

    private void Enter()
    {
        if (++depth > options.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Fault(token.Start, SyntaxMessages.TooDeep(depth - 1));
    }

    private void Leave() => depth--;

    private bool Is(TokenKind kind) => token.Kind == kind;

    private bool IsKeyword(string keyword) => token.Kind == TokenKind.Name && Text(token).SequenceEqual(keyword);

    private ReadOnlySpan<char> Text(in Token token) => source.Text.AsSpan(token.Start, token.End - token.Start);

    private bool Skip(TokenKind kind)
    {
        if (token.Kind != kind) return false;
        Advance();
        return true;
    }

    private bool SkipKeyword(string keyword)
    {
        if (!IsKeyword(keyword)) return false;
        Advance();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (!Skip(kind)) throw Fault(token.Start, SyntaxMessages.Expected(kind, source.Text, token));
    }

    private void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword)) throw Fault(token.Start, SyntaxMessages.ExpectedKeyword(keyword, source.Text, token));
    }

    private GraphQLSyntaxException Unexpected() => Unexpected(token);

    private GraphQLSyntaxException Unexpected(in Token token) => Fault(token.Start, SyntaxMessages.Unexpected(source.Text, token));

    private GraphQLSyntaxException Fault(int position, string message) => new(source, position, message);

    private void Open(SyntaxNode node)
    {
        if (openCount == open.Length) Array.Resize(ref open, openCount * 2);
        open[openCount++].Node = node;
    }

    private ImmutableArray<T> Close<T>(int mark) where T : SyntaxNode
    {
        var items = new T[openCount - mark];
        for (var i = 0; i < items.Length; i++) items[i] = Unsafe.As<T>(open[mark + i].Node);
        openCount = mark;
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    /// <summary>At least one item between two tokens.</summary>
    private ImmutableArray<T> Many<T>(TokenKind open, Func<Parser, T> item, TokenKind close) where T : SyntaxNode
    {
        Expect(open);
        var mark = openCount;
        do Open(item(this)); while (!Skip(close));
        return Close<T>(mark);
    }

    /// <summary>Nothing, or at least one item between two tokens.</summary>
    private ImmutableArray<T> OptionalMany<T>(TokenKind open, Func<Parser, T> item, TokenKind close) where T : SyntaxNode =>
        Is(open) ? Many(open, item, close) : [];

    /// <summary>At least one item; the delimiter stands between items and may stand before the first.</summary>
    private ImmutableArray<T> Delimited<T>(TokenKind delimiter, Func<Parser, T> item) where T : SyntaxNode
    {
        Skip(delimiter);
        var mark = openCount;
        do Open(item(this)); while (Skip(delimiter));
        return Close<T>(mark);
    }

    // A struct around the reference spares the type check that every store into an array of a base class costs.
    private struct Slot
    {
        public SyntaxNode Node;
    }
}
