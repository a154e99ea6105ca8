using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Judges by its shape alone whether a condition picks out few nodes that an index finds.</summary>
internal static class Selectivity
{
    /// <summary>The condition names few nodes, by themselves or by what they are related to.</summary>
    public static bool IsSelective(Filter filter) => filter switch
    {
        AllOf all => all.Filters.Any(IsSelective),
        AnyOf any => any.Filters.Count > 0 && any.Filters.All(IsSelective),
        Comparison comparison => IsNaming(comparison),
        Exists { Inner: { } inner } => IsSelective(inner),
        _ => false,
    };

    /// <summary>One of the conditions names the row itself.</summary>
    public static bool IsNamed(AllOf all) => all.Filters.Any(filter => filter switch
    {
        Comparison comparison => IsNaming(comparison),
        AllOf inner => IsNamed(inner),
        _ => false,
    });

    // Names of an enum and truth values are shared by too many rows to be worth it.
    private static bool IsNaming(Comparison comparison) =>
        comparison is
        {
            Operator: ComparisonOperator.Equal or ComparisonOperator.In,
            CaseInsensitive: false,
            Property: { Subject: Subject.Node, Property: { IsList: false, Kind: not (ScalarKind.Enum or ScalarKind.Boolean) } property },
        }
        && (property.IsUnique || property.IsIndexed);
}
