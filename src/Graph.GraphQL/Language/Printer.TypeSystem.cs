using System.Collections.Immutable;

namespace Graph.GraphQL.Language;

// Section 3: definitions and extensions of the type system.
public sealed partial class Printer
{
    private void SchemaDefinition(SchemaNode schema)
    {
        Description((schema as SchemaDefinitionNode)?.Description);
        Text(schema is SchemaExtensionNode ? "extend schema" : "schema");
        Directives(schema.Directives);
        OptionalBlock(schema.OperationTypes);
    }

    private void DirectiveDefinition(DirectiveDefinitionNode directive)
    {
        Description(directive.Description);
        Text($"directive @{directive.Name.Value}");
        Arguments(directive.Arguments);
        Text(directive.IsRepeatable ? " repeatable on " : " on ");
        List("", directive.Locations, " | ", "");
    }

    private void TypeDefinition(TypeDefinitionOrExtensionNode type)
    {
        Description((type as TypeDefinitionNode)?.Description);
        if (type is TypeExtensionNode) Text("extend ");
        Text($"{KeywordOf(type)} {type.Name.Value}");
        switch (type)
        {
            case ObjectTypeDefinitionNode definition: Implements(definition.Interfaces); break;
            case ObjectTypeExtensionNode extension: Implements(extension.Interfaces); break;
            case InterfaceTypeDefinitionNode definition: Implements(definition.Interfaces); break;
            case InterfaceTypeExtensionNode extension: Implements(extension.Interfaces); break;
        }
        Directives(type.Directives);
        switch (type)
        {
            case ObjectTypeDefinitionNode definition: OptionalBlock(definition.Fields); break;
            case ObjectTypeExtensionNode extension: OptionalBlock(extension.Fields); break;
            case InterfaceTypeDefinitionNode definition: OptionalBlock(definition.Fields); break;
            case InterfaceTypeExtensionNode extension: OptionalBlock(extension.Fields); break;
            case InputObjectTypeDefinitionNode definition: OptionalBlock(definition.Fields); break;
            case InputObjectTypeExtensionNode extension: OptionalBlock(extension.Fields); break;
            case EnumTypeDefinitionNode definition: OptionalBlock(definition.Values); break;
            case EnumTypeExtensionNode extension: OptionalBlock(extension.Values); break;
            case UnionTypeDefinitionNode definition: Members(definition.Types); break;
            case UnionTypeExtensionNode extension: Members(extension.Types); break;
        }
    }

    private static string KeywordOf(TypeDefinitionOrExtensionNode type) => type switch
    {
        ScalarTypeDefinitionNode or ScalarTypeExtensionNode => "scalar",
        ObjectTypeDefinitionNode or ObjectTypeExtensionNode => "type",
        InterfaceTypeDefinitionNode or InterfaceTypeExtensionNode => "interface",
        UnionTypeDefinitionNode or UnionTypeExtensionNode => "union",
        EnumTypeDefinitionNode or EnumTypeExtensionNode => "enum",
        _ => "input",
    };

    private void Member(SyntaxNode member)
    {
        switch (member)
        {
            case OperationTypeDefinitionNode operation:
                Text($"{KeywordOf(operation.Operation)}: {operation.Type.Name.Value}");
                break;
            case FieldDefinitionNode field:
                Description(field.Description);
                Text(field.Name.Value);
                Arguments(field.Arguments);
                Text(": ");
                Type(field.Type);
                Directives(field.Directives);
                break;
            case InputValueDefinitionNode input:
                Description(input.Description);
                Text($"{input.Name.Value}: ");
                Type(input.Type);
                Default(input.DefaultValue);
                Directives(input.Directives);
                break;
            case EnumValueDefinitionNode value:
                Description(value.Description);
                Text(value.Name.Value);
                Directives(value.Directives);
                break;
        }
    }

    // An argument that needs several lines, as one with a description does, puts all of them on lines of their own.
    private void Arguments(ImmutableArray<InputValueDefinitionNode> arguments)
    {
        if (arguments.IsEmpty) return;
        if (arguments.Any(argument => argument.Description is not null || Print(argument).Contains('\n', StringComparison.Ordinal)))
            Lines("(", arguments, ")");
        else List("(", arguments, ", ", ")");
    }

    private void Implements(ImmutableArray<NamedTypeNode> interfaces)
    {
        if (!interfaces.IsEmpty) List(" implements ", interfaces, " & ", "");
    }

    private void Members(ImmutableArray<NamedTypeNode> types)
    {
        if (!types.IsEmpty) List(" = ", types, " | ", "");
    }

    private void OptionalBlock<T>(ImmutableArray<T> items) where T : SyntaxNode
    {
        if (items.IsEmpty) return;
        Text(" ");
        Block(items);
    }
}
