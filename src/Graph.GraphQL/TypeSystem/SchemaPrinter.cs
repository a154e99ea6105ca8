using System.Collections.Immutable;
using Graph.GraphQL.Introspection;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>
/// Writes a schema as a type system document: what it defines, in the order of its definition, extensions merged in. Built-in scalars,
/// directives and introspection types are left out, and so are applied directives that have no meaning in the specification.
/// </summary>
internal static class SchemaPrinter
{
    /// <summary>The text of the document, lines ended by <c>\n</c>, one after the last.</summary>
    public static string Print(Schema schema) => Printer.Print(ToDocument(schema)) + "\n";

    /// <summary>The document.</summary>
    public static DocumentNode ToDocument(Schema schema) => new(
    [
        .. HasCustomaryRoots(schema) && schema.Description is null ? [] : (IEnumerable<DefinitionNode>)[Definition(schema)],
        .. schema.Directives.Where(directive => !IntrospectionTypes.Directives.Contains(directive)).Select(Definition),
        .. schema.Types.Values.Where(type => !IntrospectionTypes.IsBuiltIn(type)).Select(Definition),
    ]);

    // Section 3.3: left out, every type with the name of a root would be one.
    private static bool HasCustomaryRoots(Schema schema) =>
        Enum.GetValues<OperationType>()
            .All(operation => schema.RootType(operation)?.Name == (schema.FindType(operation.ToString()) is null ? null : operation.ToString()));

    private static SchemaDefinitionNode Definition(Schema schema) => new(Text(schema.Description), [],
    [
        .. Enum.GetValues<OperationType>().Where(operation => schema.RootType(operation) is not null)
            .Select(operation => new OperationTypeDefinitionNode(operation, Named(schema.RootType(operation)!))),
    ]);

    private static DirectiveDefinitionNode Definition(DirectiveDefinition directive) => new(
        Text(directive.Description),
        Name(directive.Name),
        Inputs(directive.Arguments),
        directive.IsRepeatable,
        [.. directive.Locations.Select(Name)]);

    private static TypeDefinitionNode Definition(NamedType type) => type switch
    {
        ScalarType scalar => new ScalarTypeDefinitionNode(Text(type.Description), Name(type.Name), SpecifiedBy(scalar)),
        ObjectType fielded => new ObjectTypeDefinitionNode(Text(type.Description), Name(type.Name), Interfaces(fielded), [], Fields(fielded)),
        InterfaceType fielded => new InterfaceTypeDefinitionNode(Text(type.Description), Name(type.Name), Interfaces(fielded), [], Fields(fielded)),
        UnionType union => new UnionTypeDefinitionNode(Text(type.Description), Name(type.Name), [], [.. union.Members.Select(Named)]),
        EnumType values => new EnumTypeDefinitionNode(Text(type.Description), Name(type.Name), [],
            [.. values.Values.Select(value => new EnumValueDefinitionNode(
                Text(value.Description), Name(value.Name), Deprecated(value.DeprecationReason)))]),
        InputObjectType input => new InputObjectTypeDefinitionNode(
            Text(type.Description), Name(type.Name), input.IsOneOf ? [new(Name("oneOf"), [])] : [], Inputs(input.Fields)),
        _ => throw new ArgumentException($"{type.GetType().Name} cannot be written.", nameof(type)),
    };

    private static ImmutableArray<NamedTypeNode> Interfaces(FieldedType type) => [.. type.Interfaces.Select(Named)];

    private static ImmutableArray<FieldDefinitionNode> Fields(FieldedType type) =>
    [
        .. type.Fields.Select(field => new FieldDefinitionNode(
            Text(field.Description), Name(field.Name), Inputs(field.Arguments), Reference(field.Type), Deprecated(field.DeprecationReason))),
    ];

    private static ImmutableArray<InputValueDefinitionNode> Inputs(NameTable<InputValueDefinition> values) =>
    [
        .. values.Select(value => new InputValueDefinitionNode(
            Text(value.Description), Name(value.Name), Reference(value.Type), value.DefaultValue, Deprecated(value.DeprecationReason))),
    ];

    private static TypeNode Reference(GraphQLType type) => type switch
    {
        ListType list => new ListTypeNode(Reference(list.OfType)),
        NonNullType nonNull => new NonNullTypeNode(Reference(nonNull.OfType)),
        _ => Named((NamedType)type),
    };

    private static ImmutableArray<DirectiveNode> Deprecated(string? reason) => reason switch
    {
        null => [],
        SchemaBuilder.DefaultDeprecationReason => [new(Name("deprecated"), [])],
        _ => [new(Name("deprecated"), [new(Name("reason"), new StringValueNode(reason))])],
    };

    private static ImmutableArray<DirectiveNode> SpecifiedBy(ScalarType scalar) =>
        scalar.SpecifiedByUrl is null ? [] : [new(Name("specifiedBy"), [new(Name("url"), new StringValueNode(scalar.SpecifiedByUrl))])];

    private static NamedTypeNode Named(NamedType type) => new(Name(type.Name));

    private static NameNode Name(string name) => new(name);

    private static StringValueNode? Text(string? description) => description is null ? null : new(description, BlockString.CanHold(description));
}
