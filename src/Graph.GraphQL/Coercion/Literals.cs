using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Coercion;

/// <summary>What is read from literals and arguments in several places.</summary>
internal static class Literals
{
    /// <summary>The value of a variable; false when it was not given and has no default.</summary>
    public static bool TryGet(this CoercedVariables? variables, VariableNode variable, out object? value)
    {
        value = null;
        return variables is not null && variables.TryGet(variable.Name.Value, out value);
    }

    /// <summary>The argument of a name; the last one, should there be several.</summary>
    public static ArgumentNode? Find(this ImmutableArray<ArgumentNode> arguments, string name)
    {
        for (var i = arguments.Length - 1; i >= 0; i--)
            if (arguments[i].Name.Value == name) return arguments[i];
        return null;
    }

    /// <summary>Whether a variable stands anywhere in a value.</summary>
    public static bool HasVariable(this ValueNode node) => node switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(HasVariable),
        ObjectValueNode literal => literal.Fields.Any(field => field.Value.HasVariable()),
        _ => false,
    };
}
