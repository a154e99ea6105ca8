using System.Collections.Immutable;

namespace Graph.GraphQL.Language;

// Section 3: definitions of the type system.
public sealed partial class Parser
{
    private DefinitionNode? ParseTypeSystemDefinition(StringValueNode? description, int start) => Text(token) switch
    {
        "schema" => ParseSchema(description, start),
        "scalar" => ParseScalar(description, start),
        "type" => ParseObjectType(description, start),
        "interface" => ParseInterface(description, start),
        "union" => ParseUnion(description, start),
        "enum" => ParseEnum(description, start),
        "input" => ParseInputObject(description, start),
        "directive" => ParseDirectiveDefinition(description, start),
        _ => null,
    };

    private SchemaDefinitionNode ParseSchema(StringValueNode? description, int start)
    {
        ExpectKeyword("schema");
        return new(
            description,
            ParseDirectives(isConstant: true),
            Many(TokenKind.BraceLeft, static parser => parser.ParseOperationTypeDefinition(), TokenKind.BraceRight))
        { Source = source, Start = start, End = lastEnd };
    }

    private OperationTypeDefinitionNode ParseOperationTypeDefinition()
    {
        var start = token.Start;
        var operation = ParseOperationType();
        Expect(TokenKind.Colon);
        return new(operation, ParseNamedType()) { Source = source, Start = start, End = lastEnd };
    }

    private ScalarTypeDefinitionNode ParseScalar(StringValueNode? description, int start)
    {
        ExpectKeyword("scalar");
        return new(description, ParseName(), ParseDirectives(isConstant: true)) { Source = source, Start = start, End = lastEnd };
    }

    private ObjectTypeDefinitionNode ParseObjectType(StringValueNode? description, int start)
    {
        ExpectKeyword("type");
        return new(description, ParseName(), ParseInterfaces(), ParseDirectives(isConstant: true), ParseFields())
        {
            Source = source,
            Start = start,
            End = lastEnd,
        };
    }

    private InterfaceTypeDefinitionNode ParseInterface(StringValueNode? description, int start)
    {
        ExpectKeyword("interface");
        return new(description, ParseName(), ParseInterfaces(), ParseDirectives(isConstant: true), ParseFields())
        {
            Source = source,
            Start = start,
            End = lastEnd,
        };
    }

    private UnionTypeDefinitionNode ParseUnion(StringValueNode? description, int start)
    {
        ExpectKeyword("union");
        return new(description, ParseName(), ParseDirectives(isConstant: true), ParseMembers()) { Source = source, Start = start, End = lastEnd };
    }

    private EnumTypeDefinitionNode ParseEnum(StringValueNode? description, int start)
    {
        ExpectKeyword("enum");
        return new(description, ParseName(), ParseDirectives(isConstant: true), ParseEnumValues()) { Source = source, Start = start, End = lastEnd };
    }

    private InputObjectTypeDefinitionNode ParseInputObject(StringValueNode? description, int start)
    {
        ExpectKeyword("input");
        return new(description, ParseName(), ParseDirectives(isConstant: true), ParseInputFields()) { Source = source, Start = start, End = lastEnd };
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition(StringValueNode? description, int start)
    {
        ExpectKeyword("directive");
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArgumentDefinitions();
        var isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        var locations = Delimited(TokenKind.Pipe, static parser => parser.ParseDirectiveLocation());
        return new(description, name, arguments, isRepeatable, locations) { Source = source, Start = start, End = lastEnd };
    }

    private NameNode ParseDirectiveLocation()
    {
        var token = this.token;
        var name = ParseName();
        return DirectiveLocation.All.Contains(name.Value) ? name : throw Unexpected(token);
    }

    private ImmutableArray<NamedTypeNode> ParseInterfaces() =>
        SkipKeyword("implements") ? Delimited(TokenKind.Ampersand, static parser => parser.ParseNamedType()) : [];

    private ImmutableArray<NamedTypeNode> ParseMembers() =>
        Skip(TokenKind.Equals) ? Delimited(TokenKind.Pipe, static parser => parser.ParseNamedType()) : [];

    private ImmutableArray<FieldDefinitionNode> ParseFields() =>
        OptionalMany(TokenKind.BraceLeft, static parser => parser.ParseFieldDefinition(), TokenKind.BraceRight);

    private ImmutableArray<InputValueDefinitionNode> ParseInputFields() =>
        OptionalMany(TokenKind.BraceLeft, static parser => parser.ParseInputValueDefinition(), TokenKind.BraceRight);

    private ImmutableArray<InputValueDefinitionNode> ParseArgumentDefinitions() =>
        OptionalMany(TokenKind.ParenLeft, static parser => parser.ParseInputValueDefinition(), TokenKind.ParenRight);

    private ImmutableArray<EnumValueDefinitionNode> ParseEnumValues() =>
        OptionalMany(TokenKind.BraceLeft, static parser => parser.ParseEnumValueDefinition(), TokenKind.BraceRight);

    private FieldDefinitionNode ParseFieldDefinition()
    {
        var start = token.Start;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = ParseArgumentDefinitions();
        Expect(TokenKind.Colon);
        return new(description, name, arguments, ParseTypeReference(), ParseDirectives(isConstant: true))
        {
            Source = source,
            Start = start,
            End = lastEnd
        };
    }

    private InputValueDefinitionNode ParseInputValueDefinition()
    {
        var start = token.Start;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = Skip(TokenKind.Equals) ? ParseValue(isConstant: true) : null;
        return new(description, name, type, defaultValue, ParseDirectives(isConstant: true)) { Source = source, Start = start, End = lastEnd };
    }

    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var start = token.Start;
        var description = ParseDescription();
        if (Is(TokenKind.Name) && Text(token) is "true" or "false" or "null")
            throw Fault(token.Start, SyntaxMessages.ReservedEnumValue(source.Text, token));
        return new(description, ParseName(), ParseDirectives(isConstant: true)) { Source = source, Start = start, End = lastEnd };
    }
}
