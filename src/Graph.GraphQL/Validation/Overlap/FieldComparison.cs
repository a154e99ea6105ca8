using System.Collections.Immutable;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation.Overlap;

/// <summary>Whether two fields can stand for one value (section 5.3.2).</summary>
internal static class FieldComparison
{
    /// <summary>Whether two fields are given the same arguments, in whatever order.</summary>
    public static bool HaveSameArguments(FieldNode a, FieldNode b)
    {
        if (a.Arguments.Length != b.Arguments.Length) return false;
        foreach (var argument in a.Arguments)
            if (Find(b.Arguments, argument.Name.Value) is not { } other || !AreSame(argument.Value, other)) return false;
        return true;
    }

    /// <summary>Whether values of two types differ in shape: lists, non-null or leaf types that are not the same.</summary>
    public static bool Conflict(GraphQLType a, GraphQLType b)
    {
        while (true)
        {
            switch (a, b)
            {
                case (ListType listA, ListType listB):
                    (a, b) = (listA.OfType, listB.OfType);
                    continue;
                case (NonNullType nonNullA, NonNullType nonNullB):
                    (a, b) = (nonNullA.OfType, nonNullB.OfType);
                    continue;
                case (ListType or NonNullType, _) or (_, ListType or NonNullType):
                    return true;
                default:
                    return (a.IsLeafType || b.IsLeafType) && a != b;
            }
        }
    }

    private static ValueNode? Find(ImmutableArray<ArgumentNode> arguments, string name)
    {
        for (var i = arguments.Length - 1; i >= 0; i--)
            if (arguments[i].Name.Value == name) return arguments[i].Value;
        return null;
    }

    // Values are the same when they are written the same, fields of input objects in whatever order.
    private static bool AreSame(ValueNode a, ValueNode b) => (a, b) switch
    {
        (VariableNode x, VariableNode y) => x.Name.Value == y.Name.Value,
        (IntValueNode x, IntValueNode y) => x.Value == y.Value,
        (FloatValueNode x, FloatValueNode y) => x.Value == y.Value,
        (StringValueNode x, StringValueNode y) => x.Value == y.Value && x.IsBlock == y.IsBlock,
        (BooleanValueNode x, BooleanValueNode y) => x.Value == y.Value,
        (NullValueNode, NullValueNode) => true,
        (EnumValueNode x, EnumValueNode y) => x.Value == y.Value,
        (ListValueNode x, ListValueNode y) => x.Values.Length == y.Values.Length
            && x.Values.Zip(y.Values).All(pair => AreSame(pair.First, pair.Second)),
        (ObjectValueNode x, ObjectValueNode y) => x.Fields.Length == y.Fields.Length && Sorted(x).Zip(Sorted(y)).All(
            pair => pair.First.Name.Value == pair.Second.Name.Value && AreSame(pair.First.Value, pair.Second.Value)),
        _ => false,
    };

    private static IEnumerable<ObjectFieldNode> Sorted(ObjectValueNode value) =>
        value.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
}
