namespace Graph.Model.Queries;

/// <summary>Conditions that must all hold.</summary>
public static class Conjunction
{
    /// <summary>
    /// The conditions, none of them an <see cref="AllOf"/>, that hold together just where the condition holds; none where
    /// everything does.
    /// </summary>
    public static IReadOnlyList<Filter> Of(Filter? filter) => filter switch
    {
        null => [],
        AllOf all => [.. all.Filters.SelectMany(Of)],
        _ => [filter],
    };

    /// <summary>The conditions as one; null where there is none.</summary>
    public static Filter? AsOne(IReadOnlyList<Filter> filters) => filters.Count == 0 ? null : new AllOf(filters);
}
