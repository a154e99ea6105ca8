using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation;

/// <summary>How types relate to each other (sections 3.6 and 5.5.2.3).</summary>
internal static class TypeComparison
{
    /// <summary>Whether every value of <paramref name="type"/> is also one of <paramref name="super"/>.</summary>
    public static bool IsSubTypeOf(this Schema schema, GraphQLType type, GraphQLType super)
    {
        if (type == super) return true;
        if (super is NonNullType nonNullSuper) return type is NonNullType nonNull && schema.IsSubTypeOf(nonNull.OfType, nonNullSuper.OfType);
        if (type is NonNullType required) return schema.IsSubTypeOf(required.OfType, super);
        if (super is ListType listSuper) return type is ListType list && schema.IsSubTypeOf(list.OfType, listSuper.OfType);
        return super is CompositeType { IsAbstract: true } abstractType && type is FieldedType candidate && schema.IsSubType(abstractType, candidate);
    }

    /// <summary>Whether some object type is possible for both.</summary>
    public static bool Overlap(this Schema schema, CompositeType a, CompositeType b)
    {
        if (a == b) return true;
        if (a.IsAbstract && b.IsAbstract)
        {
            foreach (var type in schema.PossibleTypes(a))
                if (schema.IsSubType(b, type)) return true;
            return false;
        }
        if (a.IsAbstract) return schema.IsSubType(a, b);
        return b.IsAbstract && schema.IsSubType(b, a);
    }
}
