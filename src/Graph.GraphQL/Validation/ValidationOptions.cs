namespace Graph.GraphQL.Validation;

/// <summary>How documents are validated.</summary>
public sealed record ValidationOptions
{
    /// <summary>The usual: suggestions, at most 100 errors, introspection allowed.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>Which rules documents are held to.</summary>
    public RuleProfile Rules { get; init; }

    /// <summary>
    /// Errors after which validation stops with one more that says so. A document with a hundred faults is not read further by
    /// anybody.
    /// </summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>
    /// Whether messages name what was probably meant. Switch it off where the names of the schema are not to be found out by
    /// guessing.
    /// </summary>
    public bool Suggestions { get; init; } = true;

    /// <summary>
    /// Whether introspection that nests lists of types three deep is refused; such a query multiplies its answer's size with
    /// every level.
    /// </summary>
    public bool LimitIntrospectionDepth { get; init; } = true;

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be asked at all.</summary>
    public bool AllowIntrospection { get; init; } = true;

    /// <summary>
    /// Most fields looked at when comparing overlapping fields. Ordinary documents need a few times their number of fields; the limit
    /// keeps a document of 200 KB that is made to overlap in every way below a tenth of a second.
    /// </summary>
    public int MaxFieldComparisons { get; init; } = 500_000;

    /// <summary>
    /// Most fragments, with the variables used in them, that the operations of a document may reach in total, each counted once for every
    /// operation that reaches it. Rules on variables look at all of them; a document somebody wrote stays below a few thousand.
    /// </summary>
    public int MaxReachedFragments { get; init; } = 100_000;
}
