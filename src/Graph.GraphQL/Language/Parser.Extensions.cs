namespace Graph.GraphQL.Language;

// Section 3: extensions of the type system. An extension that adds nothing is refused at the token after it.
public sealed partial class Parser
{
    private DefinitionNode ParseExtension()
    {
        var start = token.Start;
        ref readonly var keyword = ref Ahead();
        if (keyword.Kind != TokenKind.Name) throw Unexpected(keyword);
        var isKnown = Text(keyword) is "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input";
        if (!isKnown) throw Unexpected(keyword);
        Advance();
        return Text(token) switch
        {
            "schema" => ParseSchemaExtension(start),
            "scalar" => ParseScalarExtension(start),
            "type" => ParseObjectExtension(start),
            "interface" => ParseInterfaceExtension(start),
            "union" => ParseUnionExtension(start),
            "enum" => ParseEnumExtension(start),
            _ => ParseInputObjectExtension(start),
        };
    }

    private SchemaExtensionNode ParseSchemaExtension(int start)
    {
        Advance();
        var directives = ParseDirectives(isConstant: true);
        var operationTypes = OptionalMany(TokenKind.BraceLeft, static parser => parser.ParseOperationTypeDefinition(), TokenKind.BraceRight);
        RefuseEmpty(directives.Length + operationTypes.Length);
        return new(directives, operationTypes) { Source = source, Start = start, End = lastEnd };
    }

    private ScalarTypeExtensionNode ParseScalarExtension(int start)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        RefuseEmpty(directives.Length);
        return new(name, directives) { Source = source, Start = start, End = lastEnd };
    }

    private ObjectTypeExtensionNode ParseObjectExtension(int start)
    {
        Advance();
        var name = ParseName();
        var interfaces = ParseInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFields();
        RefuseEmpty(interfaces.Length + directives.Length + fields.Length);
        return new(name, interfaces, directives, fields) { Source = source, Start = start, End = lastEnd };
    }

    private InterfaceTypeExtensionNode ParseInterfaceExtension(int start)
    {
        Advance();
        var name = ParseName();
        var interfaces = ParseInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFields();
        RefuseEmpty(interfaces.Length + directives.Length + fields.Length);
        return new(name, interfaces, directives, fields) { Source = source, Start = start, End = lastEnd };
    }

    private UnionTypeExtensionNode ParseUnionExtension(int start)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var types = ParseMembers();
        RefuseEmpty(directives.Length + types.Length);
        return new(name, directives, types) { Source = source, Start = start, End = lastEnd };
    }

    private EnumTypeExtensionNode ParseEnumExtension(int start)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var values = ParseEnumValues();
        RefuseEmpty(directives.Length + values.Length);
        return new(name, directives, values) { Source = source, Start = start, End = lastEnd };
    }

    private InputObjectTypeExtensionNode ParseInputObjectExtension(int start)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseInputFields();
        RefuseEmpty(directives.Length + fields.Length);
        return new(name, directives, fields) { Source = source, Start = start, End = lastEnd };
    }

    private void RefuseEmpty(int additions)
    {
        if (additions == 0) throw Unexpected();
    }
}
