using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Coercion;

/// <summary>
/// Input coercion of values written in a document (section 3, "Input Coercion" of each type). Documents are validated before,
/// so what can still go wrong is a variable that is null or missing: then there is no value.
/// </summary>
internal static class LiteralCoercion
{
    public static bool TryCoerce(ValueNode node, GraphQLType type, CoercedVariables? variables, out object? value)
    {
        if (node is VariableNode variable)
            return TryGetVariable(variable, variables, out value) && (value is not null || type is not NonNullType);
        if (type is NonNullType nonNull)
        {
            value = null;
            return node is not NullValueNode && TryCoerce(node, nonNull.OfType, variables, out value);
        }

        value = null;
        return node is NullValueNode || type switch
        {
            ListType list => TryCoerceList(node, list.OfType, variables, out value),
            InputObjectType input => node is ObjectValueNode literal && TryCoerceObject(literal, input, variables, out value),
            ScalarType scalar => TryCoerceScalar(node, scalar, variables, out value),
            EnumType names => TryCoerceEnum(node, names, out value),
            _ => false,
        };
    }

    /// <summary>The value of a variable; false when it was not given and has no default.</summary>
    public static bool TryGetVariable(VariableNode variable, CoercedVariables? variables, out object? value)
    {
        value = null;
        return variables is not null && variables.TryGet(variable.Name.Value, out value);
    }

    public static bool IsMissingVariable(ValueNode node, CoercedVariables? variables) => node is VariableNode variable && !TryGetVariable(variable, variables, out _);

    /// <summary>The field of a name in an object literal; the last one, should there be several.</summary>
    public static ObjectFieldNode? FindField(ObjectValueNode literal, string name)
    {
        for (var i = literal.Fields.Length - 1; i >= 0; i--)
            if (literal.Fields[i].Name.Value == name) return literal.Fields[i];
        return null;
    }

    private static bool TryCoerceList(ValueNode node, GraphQLType itemType, CoercedVariables? variables, out object? value)
    {
        value = null;
        if (node is not ListValueNode list)
        {
            if (!TryCoerce(node, itemType, variables, out var single)) return false;
            value = new[] { single };
            return true;
        }

        var items = new object?[list.Values.Length];
        for (var i = 0; i < items.Length; i++)
        {
            // A missing variable in a list is null (section 6.4.1), where null is allowed.
            if (IsMissingVariable(list.Values[i], variables))
            {
                if (itemType is NonNullType) return false;
            }
            else if (!TryCoerce(list.Values[i], itemType, variables, out items[i]))
            {
                return false;
            }
        }

        value = items;
        return true;
    }

    private static bool TryCoerceObject(ObjectValueNode literal, InputObjectType type, CoercedVariables? variables, out object? value)
    {
        value = null;
        var fields = new List<InputField>(literal.Fields.Length);
        for (var ordinal = 0; ordinal < type.Fields.Count; ordinal++)
        {
            var definition = type.Fields[ordinal];
            var given = FindField(literal, definition.Name);
            if (given is null || IsMissingVariable(given.Value, variables))
            {
                if (definition.DefaultValue is not null) fields.Add(new(ordinal, definition, InputFieldIndex.DefaultOf(definition)));
                else if (definition.Type is NonNullType) return false;
                continue;
            }

            if (!TryCoerce(given.Value, definition.Type, variables, out var coerced)) return false;
            fields.Add(new(ordinal, definition, coerced));
        }

        if (type.IsOneOf && (fields.Count != 1 || fields[0].Value is null)) return false;
        value = new InputObject(type, [.. fields]);
        return true;
    }

    /// <summary>Whether a variable stands anywhere in a value.</summary>
    public static bool HasVariable(ValueNode node) => node switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(HasVariable),
        ObjectValueNode literal => literal.Fields.Any(field => HasVariable(field.Value)),
        _ => false,
    };

    private static bool TryCoerceScalar(ValueNode node, ScalarType scalar, CoercedVariables? variables, out object? value)
    {
        try
        {
            // A scalar of one's own may take lists and objects, with variables in them.
            value = scalar.Coercion.ParseLiteral(node is ListValueNode or ObjectValueNode && HasVariable(node) ? VariableSubstitution.In(node, variables) : node);
            return true;
        }
        catch (GraphQLException)
        {
            value = null;
            return false;
        }
    }

    private static bool TryCoerceEnum(ValueNode node, EnumType type, out object? value)
    {
        value = node is EnumValueNode name ? type.Values.Find(name.Value)?.Name : null;
        return value is not null;
    }
}
