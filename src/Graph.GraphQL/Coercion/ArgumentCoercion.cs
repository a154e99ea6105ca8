using System.Collections.Immutable;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Coercion;

/// <summary>CoerceArgumentValues (section 6.4.1), of fields and of directives.</summary>
internal static class ArgumentCoercion
{
    /// <summary>The arguments in the order of their definition.</summary>
    /// <exception cref="GraphQLException">An argument has no valid value; the error points at it.</exception>
    public static InputObject Coerce(
        NameTable<InputValueDefinition> definitions, ImmutableArray<ArgumentNode> arguments, SyntaxNode owner, CoercedVariables? variables)
    {
        if (definitions.Count == 0) return InputObject.Empty;
        var fields = new InputField[definitions.Count];
        var count = 0;
        for (var ordinal = 0; ordinal < definitions.Count; ordinal++)
        {
            var definition = definitions[ordinal];
            var node = Find(arguments, definition.Name)?.Value;
            if (node is null || LiteralCoercion.IsMissingVariable(node, variables))
            {
                if (Absent(definition, node, owner)) fields[count++] = new(ordinal, definition, InputFieldIndex.DefaultOf(definition));
                continue;
            }

            if (definition.Type is NonNullType && IsNull(node, variables)) throw new GraphQLException(new GraphQLError(ExecutionMessages.ArgumentNull(definition), node));
            if (!LiteralCoercion.TryCoerce(node, definition.Type, variables, out var value)) throw Invalid(definition, node);
            fields[count++] = new(ordinal, definition, value);
        }

        return new(null, count == fields.Length ? fields : fields[..count]);
    }

    /// <summary>The argument of a name; the last one, should there be several.</summary>
    public static ArgumentNode? Find(ImmutableArray<ArgumentNode> arguments, string name)
    {
        for (var i = arguments.Length - 1; i >= 0; i--)
            if (arguments[i].Name.Value == name) return arguments[i];
        return null;
    }

    /// <summary>Whether an argument that was not given (or only as a variable without a value) has a default to use.</summary>
    /// <exception cref="GraphQLException">It is required.</exception>
    public static bool Absent(InputValueDefinition definition, ValueNode? node, SyntaxNode owner)
    {
        if (definition.DefaultValue is not null) return true;
        if (definition.Type is not NonNullType) return false;
        throw new GraphQLException(node is VariableNode variable
            ? new GraphQLError(ExecutionMessages.ArgumentVariableMissing(definition, variable.Name.Value), variable)
            : new GraphQLError(ExecutionMessages.ArgumentMissing(definition), owner));
    }

    public static bool IsNull(ValueNode node, CoercedVariables? variables) =>
        node is NullValueNode || (node is VariableNode variable && LiteralCoercion.TryGetVariable(variable, variables, out var value) && value is null);

    public static GraphQLException Invalid(InputValueDefinition definition, ValueNode node) =>
        new(new GraphQLError(ExecutionMessages.ArgumentInvalid(definition, Printer.Print(node)), node));
}
