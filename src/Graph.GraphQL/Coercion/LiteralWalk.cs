using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Coercion;

/// <summary>
/// Input coercion of what is written in a document, and CoerceArgumentValues (section 6.4.1). Documents are validated before, so what can
/// still go wrong is a variable that is null or missing: then there is no value.
/// </summary>
/// <param name="variables">The variables of the request; null where there can be none.</param>
internal abstract class LiteralWalk<TValue>(CoercedVariables? variables) : InputWalk<ValueNode, TValue>
{
    protected CoercedVariables? Variables => variables;

    public override bool TryCoerce(ValueNode given, GraphQLType type, out TValue value)
    {
        if (given is not VariableNode variable) return base.TryCoerce(given, type, out value);
        // A variable that is missing is absent as a field or argument; in a list it is null (section 6.4.1).
        variables.TryGet(variable, out var found);
        value = found is null ? Null : MakeVariable(variable, found, type);
        return found is not null || type is not NonNullType;
    }

    /// <summary>The arguments of a field or directive, in the order of their definition.</summary>
    /// <exception cref="GraphQLException">An argument has no valid value; the error points at it.</exception>
    public InputField<TValue>[] CoerceArguments(NameTable<InputValueDefinition> definitions, ImmutableArray<ArgumentNode> arguments, SyntaxNode owner)
    {
        var (fields, count) = (new InputField<TValue>[definitions.Count], 0);
        for (var ordinal = 0; ordinal < definitions.Count; ordinal++)
        {
            var definition = definitions[ordinal];
            var node = arguments.Find(definition.Name)?.Value;
            if (!IsAbsent(node)) fields[count++] = new(ordinal, definition, CoerceArgument(definition, node));
            else if (definition.DefaultValue is not null) fields[count++] = new(ordinal, definition, DefaultOf(definition));
            else if (definition.Type is NonNullType) throw Missing(definition, node, owner);
        }

        return count == fields.Length ? fields : fields[..count];
    }

    /// <summary>The value of a variable that is given and not null.</summary>
    protected abstract TValue MakeVariable(VariableNode variable, object value, GraphQLType type);

    protected override bool IsNull(ValueNode given) => given is NullValueNode;

    protected override bool IsAbsent([NotNullWhen(false)] ValueNode? given) =>
        given is null || (given is VariableNode variable && !variables.TryGet(variable, out _));

    protected override bool TryReadItems(ValueNode given, ListType type, out ReadOnlySpan<ValueNode> items)
    {
        items = given is ListValueNode list ? list.Values.AsSpan() : default;
        return given is ListValueNode;
    }

    protected override bool TryReadFields(ValueNode given, InputObjectType type, Span<ValueNode?> fields, out List<string>? unknown)
    {
        unknown = null;
        if (given is not ObjectValueNode literal) return false;
        foreach (var field in literal.Fields)
            if (type.Fields.IndexOf(field.Name.Value) is >= 0 and var ordinal) fields[ordinal] = field.Value;
        return true;
    }

    protected override bool CheckOneOf(ValueNode given, InputObjectType type, InputField<TValue>[] fields) =>
        fields.Length == 1 && !EqualityComparer<TValue>.Default.Equals(fields[0].Value, Null);

    private TValue CoerceArgument(InputValueDefinition definition, ValueNode node)
    {
        if (TryCoerce(node, definition.Type, out var value)) return value;
        var isNull = definition.Type is NonNullType
            && (node is NullValueNode || (node is VariableNode variable && variables.TryGet(variable, out var given) && given is null));
        throw new GraphQLException(new GraphQLError(
            isNull ? CoercionMessages.ArgumentNull(definition) : CoercionMessages.ArgumentInvalid(definition, Inspection.Literal(node)), node));
    }

    private static GraphQLException Missing(InputValueDefinition definition, ValueNode? node, SyntaxNode owner) => new(node is VariableNode variable
        ? new GraphQLError(CoercionMessages.ArgumentVariableMissing(definition, variable.Name.Value), variable)
        : new GraphQLError(CoercionMessages.ArgumentMissing(definition), owner));
}
