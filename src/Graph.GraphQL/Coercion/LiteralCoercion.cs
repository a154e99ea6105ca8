using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Coercion;

/// <summary>Input coercion of what is written in a document into CLR values.</summary>
/// <param name="variables">The variables of the request; null where there can be none.</param>
internal sealed class LiteralCoercion(CoercedVariables? variables) : LiteralWalk<object?>(variables)
{
    /// <summary>For literals without variables, such as defaults.</summary>
    public static LiteralCoercion OfConstants { get; } = new(null);

    protected override object? Null => null;

    /// <summary>The arguments of a field or directive.</summary>
    /// <exception cref="GraphQLException">An argument has no valid value; the error points at it.</exception>
    public static InputObject Arguments(
        NameTable<InputValueDefinition> definitions,
        ImmutableArray<ArgumentNode> arguments,
        SyntaxNode owner,
        CoercedVariables variables) =>
        definitions.Count == 0 ? InputObject.Empty : new(null, variables.Literals.CoerceArguments(definitions, arguments, owner));

    /// <summary>The coerced default of an argument or input field that has one, made once.</summary>
    public static object? Default(InputValueDefinition definition) =>
        (definition.CoercedDefault ??= new StrongBox<object?>(
            OfConstants.TryCoerce(definition.DefaultValue!, definition.Type, out var value) ? value : null)).Value;

    protected override object MakeVariable(VariableNode variable, object value, GraphQLType type) => value;

    protected override object? DefaultOf(InputValueDefinition definition) => Default(definition);

    protected override object MakeList(object?[] items) => items;

    protected override object MakeObject(InputObjectType type, InputField<object?>[] fields) => new InputObject(type, fields);

    protected override bool TryCoerceLeaf(ValueNode given, GraphQLType type, out object? value)
    {
        value = null;
        if (type is EnumType names) return given is EnumValueNode name && (value = names.Values.Find(name.Value)?.Name) is not null;
        if (type is not ScalarType scalar) return false;
        try
        {
            // A scalar of one's own may take lists and objects, with variables in them.
            value = scalar.Coercion
                .ParseLiteral(given is ListValueNode or ObjectValueNode && given.HasVariable() ? VariableSubstitution.In(given, Variables) : given);
            return true;
        }
        catch (GraphQLException)
        {
            return false;
        }
    }
}
