namespace Graph.GraphQL.Language;

// Sections 2.1.9, 2.9 and 2.11: names, values and type references.
public sealed partial class Parser
{
    private NameNode ParseName()
    {
        if (!Is(TokenKind.Name)) throw Fault(token.Start, SyntaxMessages.Expected(TokenKind.Name, source.Text, token));
        var name = new NameNode(Text(token).ToString()) { Source = source, Start = token.Start, End = token.End };
        Advance();
        return name;
    }

    private VariableNode ParseVariable()
    {
        var start = token.Start;
        Expect(TokenKind.Dollar);
        return new(ParseName()) { Source = source, Start = start, End = lastEnd };
    }

    private ValueNode ParseValue(bool isConstant)
    {
        var token = this.token;
        switch (token.Kind)
        {
            case TokenKind.BracketLeft:
                return ParseList(isConstant);
            case TokenKind.BraceLeft:
                return ParseObject(isConstant);
            case TokenKind.Int:
                Advance();
                return new IntValueNode(Text(token).ToString()) { Source = source, Start = token.Start, End = token.End };
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(Text(token).ToString()) { Source = source, Start = token.Start, End = token.End };
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Name:
                Advance();
                return Text(token) switch
                {
                    "true" => new BooleanValueNode(true) { Source = source, Start = token.Start, End = token.End },
                    "false" => new BooleanValueNode(false) { Source = source, Start = token.Start, End = token.End },
                    "null" => new NullValueNode { Source = source, Start = token.Start, End = token.End },
                    var name => new EnumValueNode(name.ToString()) { Source = source, Start = token.Start, End = token.End },
                };
            case TokenKind.Dollar when isConstant:
                Advance();
                throw Is(TokenKind.Name) ? Fault(token.Start, SyntaxMessages.VariableInConstant(Text(this.token).ToString())) : Unexpected(token);
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                throw Unexpected();
        }
    }

    private StringValueNode ParseString()
    {
        var token = this.token;
        Advance();
        return new(token.Value!, token.Kind == TokenKind.BlockString) { Source = source, Start = token.Start, End = token.End };
    }

    private ListValueNode ParseList(bool isConstant)
    {
        var start = token.Start;
        Enter();
        Expect(TokenKind.BracketLeft);
        var mark = openCount;
        while (!Skip(TokenKind.BracketRight)) Open(ParseValue(isConstant));
        Leave();
        return new(Close<ValueNode>(mark)) { Source = source, Start = start, End = lastEnd };
    }

    private ObjectValueNode ParseObject(bool isConstant)
    {
        var start = token.Start;
        Enter();
        Expect(TokenKind.BraceLeft);
        var mark = openCount;
        while (!Skip(TokenKind.BraceRight))
        {
            var fieldStart = token.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            Open(new ObjectFieldNode(name, ParseValue(isConstant)) { Source = source, Start = fieldStart, End = lastEnd });
        }
        Leave();
        return new(Close<ObjectFieldNode>(mark)) { Source = source, Start = start, End = lastEnd };
    }

    private TypeNode ParseTypeReference()
    {
        var start = token.Start;
        TypeNode type;
        if (Skip(TokenKind.BracketLeft))
        {
            Enter();
            var item = ParseTypeReference();
            Expect(TokenKind.BracketRight);
            Leave();
            type = new ListTypeNode(item) { Source = source, Start = start, End = lastEnd };
        }
        else
        {
            type = ParseNamedType();
        }
        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type) { Source = source, Start = start, End = lastEnd } : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        var start = token.Start;
        return new(ParseName()) { Source = source, Start = start, End = lastEnd };
    }

    private bool IsDescription() => token.Kind is TokenKind.String or TokenKind.BlockString;

    private StringValueNode? ParseDescription() => IsDescription() ? ParseString() : null;
}
