using System.Text;
using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// What a condition looks like apart from the values it compares with. Equality and membership of a list look alike: each
/// can be said by the other.
/// </summary>
internal static class FilterShape
{
    /// <summary>The shape of a condition that can be one of several alternatives in one condition; null where it cannot.</summary>
    public static string? Of(Filter filter)
    {
        if (filter is not (Exists or Comparison or AggregateComparison) || !IsGathered(filter)) return null;
        var shape = new StringBuilder();
        Write(shape, filter);
        return shape.ToString();
    }

    /// <summary>
    /// An equality or membership that a list can hold. A list's own equality compares whole lists. Instants are compared
    /// by bounds in Neo4j, which an index answers for one instant and not for a list.
    /// </summary>
    public static bool IsEquality(Filter filter) => filter switch
    {
        Comparison
        {
            Operator: ComparisonOperator.Equal or ComparisonOperator.In,
            Property.Property: { IsList: false, Kind: not ScalarKind.DateTime },
        } => true,
        AggregateComparison { Operator: ComparisonOperator.Equal or ComparisonOperator.In, Value.Kind: not ScalarKind.DateTime } => true,
        _ => false,
    };

    private static bool IsGathered(Filter filter) => filter is Exists || IsEquality(filter);

    private static void Write(StringBuilder shape, Filter filter)
    {
        switch (filter)
        {
            case AllOf all: WriteAll(shape, "and", all.Filters); break;
            case AnyOf any: WriteAll(shape, "or", any.Filters); break;
            case Not not: WriteAll(shape, "not", [not.Inner]); break;
            case NullTest test: shape.Append(Name(test.Property)).Append(" null"); break;
            case TypeTest test: shape.Append("types ").AppendJoin(' ', test.Types.Select(type => type.Name)); break;
            case Exists exists: WriteAlong(shape, "some", exists.Field, exists.Inner); break;
            case ExistsSingle single: WriteAlong(shape, "single", single.Field, single.Inner); break;
            case Comparison comparison:
                shape.Append(Name(comparison.Property)).Append(IsEquality(comparison) ? "=" : comparison.Operator.ToString());
                if (comparison.CaseInsensitive) shape.Append(" folded");
                break;
            case AggregateComparison comparison:
                shape.Append(comparison.Field.Name).Append('.').Append(comparison.Term.Function);
                if (comparison.Term.Of is { } property) shape.Append(Name(property));
                shape.Append(IsEquality(comparison) ? "=" : comparison.Operator.ToString());
                break;
        }
    }

    private static void WriteAlong(StringBuilder shape, string quantifier, RelationshipField field, Filter? inner)
    {
        shape.Append(quantifier).Append(' ').Append(field.Name);
        if (inner is not null) WriteAll(shape, "", [inner]);
    }

    private static void WriteAll(StringBuilder shape, string word, IReadOnlyList<Filter> filters)
    {
        shape.Append(word).Append('(');
        foreach (var filter in filters)
        {
            Write(shape, filter);
            shape.Append(',');
        }

        shape.Append(')');
    }

    private static string Name(PropertyRef property) => $"{property.Subject}.{property.Property.Name}";
}
