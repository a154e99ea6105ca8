using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// Chooses by the shape of a condition alone where a search starts, the same for every store. "Accusations about the event
/// named X" starts at the event and follows its relationships back, instead of asking every accusation. Where the node
/// looked for is named itself, asking it is cheaper.
/// </summary>
/// <remarks>
/// The cost is a rank: 0 for one node by a unique value, 1 for the few that share an indexed value, and one more for each
/// relationship between.
/// </remarks>
/// <param name="indexes">What the store can find.</param>
public sealed class AnchorRules(StoreIndexes indexes)
{
    internal const int OneNode = 0;
    private const int FewNodes = 1;
    private const int Relationship = 1;

    /// <summary>At most one node can meet the condition: its id is given.</summary>
    public static bool IsOne(Filter? where) => Conjunction.Of(where).Any(filter => IdOf(filter) is not null);

    /// <summary>The comparison with one id, where the condition is just that.</summary>
    public static Comparison? IdOf(Filter? filter) => filter switch
    {
        Comparison { Operator: ComparisonOperator.Equal, CaseInsensitive: false, Property: { Subject: Subject.Node, Property.Name: "id" } } named => named,
        AllOf { Filters: [var only] } => IdOf(only),
        _ => null,
    };

    /// <summary>Where a search starts.</summary>
    /// <param name="where">The condition; null: every node meets it.</param>
    /// <param name="type">What the nodes are.</param>
    public SearchStart Of(Filter? where, EntityType type) => Of(where, type, indexes.PrefersSharedValues);

    // Nodes that are on the way to others are always found by a value of their own where they have one.
    private SearchStart Of(Filter? where, EntityType type, bool prefersSharedValues)
    {
        var conditions = Conjunction.Of(where);
        var names = conditions.OfType<Comparison>().Where(comparison => CostOf(comparison, type) is not null).ToList();
        var named = names.MinBy(comparison => CostOf(comparison, type));
        var isDirect = names.Exists(comparison => prefersSharedValues || comparison.Property.Property.IsUnique);
        IReadOnlyList<Anchor> anchors = isDirect ? [] : [.. AnchorsOf(conditions, type).OrderBy(anchor => anchor.Cost)];
        var cost = named is not null ? CostOf(named, type) : anchors.Count > 0 ? anchors[0].Cost : conditions.OfType<AnyOf>().Min(any => CostOf(any, type));
        return new(named, anchors, cost);
    }

    private IEnumerable<Anchor> AnchorsOf(IReadOnlyList<Filter> conditions, EntityType type) =>
        conditions.Select(condition => At(condition, type)).OfType<Anchor>();

    private Anchor? At(Filter condition, EntityType type)
    {
        switch (condition)
        {
            case Exists { Inner: { } inner } along when Of(inner, along.Field.Target, prefersSharedValues: true) is { Cost: { } cost } far:
                return new RelatedAnchor(along, far, cost + Relationship);
            case AnyOf { Filters.Count: > 0 } any when indexes.FindsAlternatives:
                var branches = any.Filters.Select(branch => AnchorsOf(Conjunction.Of(branch), type).MinBy(anchor => anchor.Cost)).OfType<Anchor>().ToList();
                return branches.Count == any.Filters.Count ? new AlternativeAnchors(any, branches, branches.Max(branch => branch.Cost)) : null;
            default:
                return null;
        }
    }

    // Names of an enum and truth values are shared by too many nodes to be worth it.
    private int? CostOf(Comparison comparison, EntityType type)
    {
        if (comparison is not { Property: { Subject: Subject.Node, Property: { IsList: false } property }, CaseInsensitive: false }) return null;
        if (comparison.Operator is not (ComparisonOperator.Equal or ComparisonOperator.In)) return null;
        if (property.Kind is ScalarKind.Enum or ScalarKind.Boolean || !indexes.Finds(type, property)) return null;
        return property.IsUnique && comparison.Operator == ComparisonOperator.Equal ? OneNode : FewNodes;
    }

    // Alternatives that each name the nodes themselves.
    private int? CostOf(AnyOf any, EntityType type)
    {
        if (!indexes.FindsAlternatives || any.Filters.Count == 0) return null;
        var costs = any.Filters.Select(branch => Conjunction.Of(branch).Min(condition => condition switch
        {
            Comparison comparison => CostOf(comparison, type),
            AnyOf nested => CostOf(nested, type),
            _ => null,
        })).ToList();
        return costs.Contains(null) ? null : costs.Max();
    }
}
