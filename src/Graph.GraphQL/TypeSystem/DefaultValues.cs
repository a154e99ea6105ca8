using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>
/// Takes away defaults that are no values of their type (section 3, "Input Coercion" of each type): they count as not written, as in the
/// reference implementation, so that nothing later meets a default it cannot use.
/// </summary>
internal sealed class DefaultValues
{
    private readonly HashSet<InputValueDefinition> examined = [];
    private readonly bool isExact;

    public DefaultValues() { }

    private DefaultValues(bool isExact) => this.isExact = isExact;

    /// <summary>Whether a literal is a value of a type of a finished schema, with no field that an input object does not have.</summary>
    public static bool IsExactly(ValueNode node, GraphQLType type) => new DefaultValues(isExact: true).IsValue(node, type);

    public void Check(IEnumerable<InputValueDefinition> values)
    {
        foreach (var value in values) Check(value);
    }

    private void Check(InputValueDefinition value)
    {
        // A default that is met again while it is being checked, in a circle of input objects, is taken as good.
        if (value.DefaultValue is null || !examined.Add(value)) return;
        if (!IsValue(value.DefaultValue, value.Type)) value.DefaultValue = null;
    }

    private bool IsValue(ValueNode node, GraphQLType type) => (node, type) switch
    {
        (NullValueNode, _) => type is not NonNullType,
        (_, NonNullType nonNull) => IsValue(node, nonNull.OfType),
        (ListValueNode items, ListType list) => items.Values.All(item => IsValue(item, list.OfType)),
        (_, ListType list) => IsValue(node, list.OfType),
        (ObjectValueNode literal, InputObjectType input) => IsObject(literal, input),
        (EnumValueNode name, EnumType values) => values.Values.Find(name.Value) is not null,
        (_, ScalarType scalar) => IsScalar(node, scalar),
        _ => false,
    };

    private bool IsObject(ObjectValueNode literal, InputObjectType type)
    {
        var given = new Dictionary<string, ValueNode>();
        foreach (var field in literal.Fields) given[field.Name.Value] = field.Value;
        if (isExact && given.Keys.Any(name => type.Fields.Find(name) is null)) return false;
        foreach (var field in type.Fields)
        {
            if (given.TryGetValue(field.Name, out var value))
            {
                if (!IsValue(value, field.Type)) return false;
                continue;
            }
            if (!isExact) Check(field);
            if (field.IsRequired) return false;
        }
        return !type.IsOneOf || (given.Count == 1 && given.Values.First() is not NullValueNode);
    }

    private static bool IsScalar(ValueNode node, ScalarType type)
    {
        try
        {
            type.Coercion.ParseLiteral(node);
            return true;
        }
        catch (GraphQLException)
        {
            return false;
        }
    }
}
