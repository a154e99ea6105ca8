using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>Conditions put together. No condition at all is null, and drops out of whatever it is part of.</summary>
internal static class FilterLogic
{
    public static Filter Always { get; } = new AllOf([]);

    public static Filter Never { get; } = new AnyOf([]);

    /// <summary>
    /// A comparison that is unknown for every row. Only whether a condition holds matters in the end, so unknown may be
    /// taken as false, or as true where it stands under a negation.
    /// </summary>
    /// <param name="negated">The comparison stands under an odd number of negations.</param>
    public static Filter Unknown(bool negated) => negated ? Always : Never;

    public static Filter? All(IEnumerable<Filter?> filters) => Combine(filters, some => new AllOf(some));

    public static Filter? Any(IEnumerable<Filter?> filters) => Combine(filters, some => new AnyOf(some));

    public static Filter? Not(Filter? filter) => filter is null ? null : new Not(filter);

    private static Filter? Combine(IEnumerable<Filter?> filters, Func<IReadOnlyList<Filter>, Filter> combine)
    {
        var some = filters.OfType<Filter>().ToList();
        return some.Count switch { 0 => null, 1 => some[0], _ => combine(some) };
    }
}
