using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Judges by its shape alone whether a condition picks out few nodes that an index finds.</summary>
internal static class Selectivity
{
    /// <summary>The conditions that must all hold.</summary>
    public static List<Filter> Conjunction(Filter? filter) => filter switch
    {
        null => [],
        AllOf all => [.. all.Filters.SelectMany(Conjunction)],
        _ => [filter],
    };

    /// <summary>The related condition to start from: the one that names its nodes most exactly, the first among equals.</summary>
    public static Filter? Anchor(List<Filter> conditions) => Best(conditions).Filter;

    /// <summary>At most one node can match.</summary>
    public static bool IsOne(Filter where) => Conjunction(where).Exists(filter => IdOf(filter) is not null);

    /// <summary>The comparison with one id, where the condition is just that.</summary>
    public static Comparison? IdOf(Filter? filter) => filter switch
    {
        Comparison { Operator: ComparisonOperator.Equal, CaseInsensitive: false, Property: { Subject: Subject.Node, Property.Name: "id" } } named => named,
        AllOf { Filters: [var only] } => IdOf(only),
        _ => null,
    };

    // Names of an enum and truth values are shared by too many rows to be worth it.
    public static bool IsNaming(Filter filter) =>
        filter is Comparison
        {
            Operator: ComparisonOperator.Equal or ComparisonOperator.In,
            CaseInsensitive: false,
            Property: { Subject: Subject.Node, Property: { IsList: false, Kind: not (ScalarKind.Enum or ScalarKind.Boolean) } property },
        }
        && (property.IsUnique || property.IsIndexed);

    /// <summary>Few nodes can match: the condition names them, or nodes that they are related to.</summary>
    public static bool IsSelective(Filter? where)
    {
        var conditions = Conjunction(where);
        return conditions.Exists(IsNaming) || Anchor(conditions) is not null;
    }

    private const int NotNamed = 100;

    // Each condition is judged once: alternatives within alternatives would take twice as long with every level otherwise.
    private static (Filter? Filter, int Rank) Best(IEnumerable<Filter> conditions)
    {
        (Filter?, int Rank) best = (null, NotNamed);
        foreach (var condition in conditions)
            if (AnchorRank(condition) is var rank && rank < best.Rank) best = (condition, rank);
        return best;
    }

    private static int AnchorRank(Filter filter) => filter switch
    {
        Exists { Inner: { } inner } => Rank(inner),
        AnyOf { Filters.Count: > 0 } any => any.Filters.Max(branch => Best(Conjunction(branch)).Rank),
        _ => NotNamed,
    };

    // 0: one node by its id; 1: named; further away by one for each relationship between.
    private static int Rank(Filter filter) => filter switch
    {
        AllOf all => all.Filters.Count == 0 ? NotNamed : all.Filters.Min(Rank),
        AnyOf any => any.Filters.Count == 0 ? NotNamed : any.Filters.Max(inner => inner is Exists ? NotNamed : Rank(inner)),
        Exists { Inner: { } inner } => Math.Min(Rank(inner) + 1, NotNamed),
        _ when IdOf(filter) is not null => 0,
        _ => IsNaming(filter) ? 1 : NotNamed,
    };
}
