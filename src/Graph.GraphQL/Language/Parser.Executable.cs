using System.Collections.Immutable;

namespace Graph.GraphQL.Language;

// Section 2.3 to 2.8: operations, selections and fragments.
public sealed partial class Parser
{
    private DefinitionNode ParseDefinition()
    {
        if (Is(TokenKind.BraceLeft)) return ParseShorthand();
        if (!IsDescription()) return ParseDefinition(null, token.Start);

        // What a description belongs to is seen one token further on.
        var keyword = Ahead();
        if (keyword.Kind != TokenKind.Name) throw Unexpected(keyword);
        if (!IsDescribable(Text(keyword))) throw Fault(token.Start, SyntaxMessages.MisplacedDescription);
        var start = token.Start;
        return ParseDefinition(ParseDescription(), start);
    }

    private DefinitionNode ParseDefinition(StringValueNode? description, int start)
    {
        if (!Is(TokenKind.Name)) throw Unexpected();
        return Text(token) switch
        {
            "query" or "mutation" or "subscription" => ParseOperation(description, start),
            "fragment" => ParseFragmentDefinition(description, start),
            "extend" => ParseExtension(),
            _ => ParseTypeSystemDefinition(description, start) ?? throw Unexpected(),
        };
    }

    private static bool IsDescribable(ReadOnlySpan<char> keyword) => keyword is "query" or "mutation" or "subscription" or "fragment"
        or "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive";

    private OperationDefinitionNode ParseShorthand()
    {
        var start = token.Start;
        return new(null, OperationType.Query, null, [], [], ParseSelectionSet()) { Source = source, Start = start, End = lastEnd };
    }

    private OperationDefinitionNode ParseOperation(StringValueNode? description, int start) => new(
        description,
        ParseOperationType(),
        Is(TokenKind.Name) ? ParseName() : null,
        OptionalMany(TokenKind.ParenLeft, static parser => parser.ParseVariableDefinition(), TokenKind.ParenRight),
        ParseDirectives(isConstant: false),
        ParseSelectionSet())
    { Source = source, Start = start, End = lastEnd };

    private OperationType ParseOperationType()
    {
        if (!Is(TokenKind.Name)) throw Fault(token.Start, SyntaxMessages.Expected(TokenKind.Name, source.Text, token));
        var type = Text(token) switch
        {
            "query" => OperationType.Query,
            "mutation" => OperationType.Mutation,
            "subscription" => OperationType.Subscription,
            _ => throw UnexpectedAfterReading(),
        };
        Advance();
        return type;
    }

    // The reference implementation reads on before it refuses a name, so that a fault right after the name comes first.
    private GraphQLSyntaxException UnexpectedAfterReading()
    {
        var token = this.token;
        Advance();
        return Unexpected(token);
    }

    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = token.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = Skip(TokenKind.Equals) ? ParseValue(isConstant: true) : null;
        return new(description, variable, type, defaultValue, ParseDirectives(isConstant: true)) { Source = source, Start = start, End = lastEnd };
    }

    private SelectionSetNode ParseSelectionSet()
    {
        var start = token.Start;
        Enter();
        var selections = Many(TokenKind.BraceLeft, static parser => parser.ParseSelection(), TokenKind.BraceRight);
        Leave();
        return new(selections) { Source = source, Start = start, End = lastEnd };
    }

    private SelectionNode ParseSelection() => Is(TokenKind.Spread) ? ParseFragment() : ParseField();

    private FieldNode ParseField()
    {
        var start = token.Start;
        var name = ParseName();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }
        var arguments = ParseArguments(isConstant: false);
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = Is(TokenKind.BraceLeft) ? ParseSelectionSet() : null;
        return new(alias, name, arguments, directives, selectionSet) { Source = source, Start = start, End = lastEnd };
    }

    private ImmutableArray<ArgumentNode> ParseArguments(bool isConstant) => isConstant
        ? OptionalMany(TokenKind.ParenLeft, static parser => parser.ParseArgument(isConstant: true), TokenKind.ParenRight)
        : OptionalMany(TokenKind.ParenLeft, static parser => parser.ParseArgument(isConstant: false), TokenKind.ParenRight);

    private ArgumentNode ParseArgument(bool isConstant)
    {
        var start = token.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new(name, ParseValue(isConstant)) { Source = source, Start = start, End = lastEnd };
    }

    private SelectionNode ParseFragment()
    {
        var start = token.Start;
        Expect(TokenKind.Spread);
        var hasCondition = SkipKeyword("on");
        if (!hasCondition && Is(TokenKind.Name))
            return new FragmentSpreadNode(ParseFragmentName(), ParseDirectives(isConstant: false)) { Source = source, Start = start, End = lastEnd };
        return new InlineFragmentNode(hasCondition ? ParseNamedType() : null, ParseDirectives(isConstant: false), ParseSelectionSet())
        {
            Source = source,
            Start = start,
            End = lastEnd,
        };
    }

    private FragmentDefinitionNode ParseFragmentDefinition(StringValueNode? description, int start)
    {
        ExpectKeyword("fragment");
        var name = ParseFragmentName();
        ExpectKeyword("on");
        return new(description, name, ParseNamedType(), ParseDirectives(isConstant: false), ParseSelectionSet())
        {
            Source = source,
            Start = start,
            End = lastEnd,
        };
    }

    private NameNode ParseFragmentName() => IsKeyword("on") ? throw Unexpected() : ParseName();

    private ImmutableArray<DirectiveNode> ParseDirectives(bool isConstant)
    {
        if (!Is(TokenKind.At)) return [];
        var mark = openCount;
        while (Is(TokenKind.At))
        {
            var start = token.Start;
            Expect(TokenKind.At);
            Open(new DirectiveNode(ParseName(), ParseArguments(isConstant)) { Source = source, Start = start, End = lastEnd });
        }
        return Close<DirectiveNode>(mark);
    }
}
