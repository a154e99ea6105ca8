namespace Graph.GraphQL.Language;

// Sections 2.1.9, 2.9 and 2.11: names, values and type references.
public sealed partial class Parser
{
    private NameNode ParseName()
    {
        if (!Is(TokenKind.Name)) throw Fault(_token.Start, SyntaxMessages.Expected(TokenKind.Name, _source.Text, _token));
        var name = new NameNode(Text(_token).ToString()) { Source = _source, Start = _token.Start, End = _token.End };
        Advance();
        return name;
    }

    private VariableNode ParseVariable()
    {
        var start = _token.Start;
        Expect(TokenKind.Dollar);
        return new(ParseName()) { Source = _source, Start = start, End = _lastEnd };
    }

    private ValueNode ParseValue(bool isConstant)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.BracketLeft:
                return ParseList(isConstant);
            case TokenKind.BraceLeft:
                return ParseObject(isConstant);
            case TokenKind.Int:
                Advance();
                return new IntValueNode(Text(token).ToString()) { Source = _source, Start = token.Start, End = token.End };
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(Text(token).ToString()) { Source = _source, Start = token.Start, End = token.End };
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Name:
                Advance();
                return Text(token) switch
                {
                    "true" => new BooleanValueNode(true) { Source = _source, Start = token.Start, End = token.End },
                    "false" => new BooleanValueNode(false) { Source = _source, Start = token.Start, End = token.End },
                    "null" => new NullValueNode { Source = _source, Start = token.Start, End = token.End },
                    var name => new EnumValueNode(name.ToString()) { Source = _source, Start = token.Start, End = token.End },
                };
            case TokenKind.Dollar when isConstant:
                Advance();
                throw Is(TokenKind.Name) ? Fault(token.Start, SyntaxMessages.VariableInConstant(Text(_token).ToString())) : Unexpected(token);
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                throw Unexpected();
        }
    }

    private StringValueNode ParseString()
    {
        var token = _token;
        Advance();
        return new(token.Value!, token.Kind == TokenKind.BlockString) { Source = _source, Start = token.Start, End = token.End };
    }

    private ListValueNode ParseList(bool isConstant)
    {
        var start = _token.Start;
        Enter();
        Expect(TokenKind.BracketLeft);
        var mark = _openCount;
        while (!Skip(TokenKind.BracketRight)) Open(ParseValue(isConstant));
        Leave();
        return new(Close<ValueNode>(mark)) { Source = _source, Start = start, End = _lastEnd };
    }

    private ObjectValueNode ParseObject(bool isConstant)
    {
        var start = _token.Start;
        Enter();
        Expect(TokenKind.BraceLeft);
        var mark = _openCount;
        while (!Skip(TokenKind.BraceRight))
        {
            var fieldStart = _token.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            Open(new ObjectFieldNode(name, ParseValue(isConstant)) { Source = _source, Start = fieldStart, End = _lastEnd });
        }
        Leave();
        return new(Close<ObjectFieldNode>(mark)) { Source = _source, Start = start, End = _lastEnd };
    }

    private TypeNode ParseTypeReference()
    {
        var start = _token.Start;
        TypeNode type;
        if (Skip(TokenKind.BracketLeft))
        {
            Enter();
            var item = ParseTypeReference();
            Expect(TokenKind.BracketRight);
            Leave();
            type = new ListTypeNode(item) { Source = _source, Start = start, End = _lastEnd };
        }
        else
        {
            type = ParseNamedType();
        }
        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type) { Source = _source, Start = start, End = _lastEnd } : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        var start = _token.Start;
        return new(ParseName()) { Source = _source, Start = start, End = _lastEnd };
    }

    private bool IsDescription() => _token.Kind is TokenKind.String or TokenKind.BlockString;

    private StringValueNode? ParseDescription() => IsDescription() ? ParseString() : null;
}
