using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// Chooses by the shape of a condition alone where a search starts, the same for every store. "Accusations about the event
/// named X" starts at the event and follows its relationships back, instead of asking every accusation. Where the node
/// looked for is named itself, asking it is cheaper.
/// </summary>
/// <remarks>
/// The cost is a rank: 0 for one node by a unique value; what the store says for a list of those
/// (<see cref="StoreIndexes.CostOfUniqueList"/>) and for all that share an indexed value
/// (<see cref="StoreIndexes.CostOfSharedValue"/>); and one more for each relationship between.
/// </remarks>
/// <param name="indexes">What the store can find.</param>
public sealed class AnchorRules(StoreIndexes indexes)
{
    private const int OneNode = 0;
    private const int Relationship = 1;

    /// <summary>At most one node can meet the condition: its id is given.</summary>
    public static bool IsOne(Filter? where) => Conjunction.Of(where).Any(filter => IdOf(filter) is not null);

    /// <summary>The comparison with one id, where the condition is just that.</summary>
    public static Comparison? IdOf(Filter? filter) => filter switch
    {
        Comparison
        {
            Operator: ComparisonOperator.Equal,
            CaseInsensitive: false,
            Property: { Subject: Subject.Node, Property.Name: "id" },
        } named => named,
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
        var start = Judge(where, type);
        var isDirect = Conjunction.Of(where).OfType<Comparison>().Any(comparison =>
            CostOf(comparison, type) is not null && (prefersSharedValues || comparison.Property.Property.IsUnique));
        return isDirect ? start with { Anchors = [] } : start;
    }

    // Each condition is judged once: alternatives within alternatives would take twice as long with every level otherwise.
    private SearchStart Judge(Filter? where, EntityType type)
    {
        var conditions = Conjunction.Of(where);
        var named = conditions.OfType<Comparison>().Where(comparison => CostOf(comparison, type) is not null)
            .MinBy(comparison => CostOf(comparison, type));
        var ways = conditions.Select(condition => At(condition, type)).ToList();
        IReadOnlyList<Anchor> anchors = [.. ways.Select(way => way.Anchor).OfType<Anchor>().OrderBy(anchor => anchor.Cost)];
        return new(named, anchors, named is not null ? CostOf(named, type) : ways.Min(way => way.Cost));
    }

    // The anchor that a condition is, and what it costs to find the nodes that meet it.
    private (Anchor? Anchor, int? Cost) At(Filter condition, EntityType type)
    {
        switch (condition)
        {
            case Exists { Inner: { } inner } along when Of(inner, along.Field.Target, prefersSharedValues: true) is { Cost: { } cost } far:
                return (new RelatedAnchor(along, far, cost + Relationship), cost + Relationship);
            case AnyOf { Filters.Count: > 0 } any when indexes.FindsAlternatives:
                var branches = any.Filters.Select(branch => Judge(branch, type)).ToList();
                if (branches.TrueForAll(branch => branch.Anchors.Count > 0))
                {
                    IReadOnlyList<Anchor> anchors = branches.ConvertAll(branch => branch.Anchors[0]);
                    var most = anchors.Max(anchor => anchor.Cost);
                    return (new AlternativeAnchors(any, anchors, most), most);
                }

                // Nodes that are not all found are asked once rather than for each that they lead to, unless that means to follow a
                // relationship of all.
                var isDear = branches.Exists(branch => branch.Cost is null) || any.Filters.Any(branch => branch is Exists);
                return (null, isDear ? null : branches.Max(branch => branch.Cost));
            default:
                return (null, null);
        }
    }

    // Names of an enum and truth values are shared by too many nodes to be worth it.
    private int? CostOf(Comparison comparison, EntityType type)
    {
        if (comparison is not { Property: { Subject: Subject.Node, Property: { IsList: false } property }, CaseInsensitive: false }) return null;
        if (comparison.Operator is not (ComparisonOperator.Equal or ComparisonOperator.In)) return null;
        if (property.Kind is ScalarKind.Enum or ScalarKind.Boolean || !indexes.Finds(type, property)) return null;
        if (!property.IsUnique) return indexes.CostOfSharedValue;
        return comparison.Operator == ComparisonOperator.Equal ? OneNode : indexes.CostOfUniqueList;
    }
}
