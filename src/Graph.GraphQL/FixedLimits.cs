using Graph.GraphQL.Language;

namespace Graph.GraphQL;

/// <summary>Limits that nobody sets.</summary>
internal static class FixedLimits
{
    /// <summary>
    /// Most levels of fields and fragments: whoever walks a selection goes one call deeper for each, and a thread's stack is
    /// finite.
    /// </summary>
    public const int MaxLevels = ParserOptions.MaxStackDepth;

    /// <summary>Most faults of variables that one answer lists: graphql-js stops there too, and a client mends the first ones first.</summary>
    public const int MaxVariableErrors = 50;

    /// <summary>Steps of an operation that are told one by one: where one is slow, one or two of them are why.</summary>
    public const int RecordedSteps = 3;

    /// <summary>Most answers to introspection that are kept: a handful of tools ask, each with a query of its own.</summary>
    public const int MaxCachedIntrospections = 64;

    /// <summary>Most bytes of them: a dozen answers of a schema of a thousand types.</summary>
    public const int MaxCachedIntrospectionBytes = 16_000_000;

    /// <summary>
    /// Most entries of a cache that have yet to be asked for again: few enough to die young in memory, many enough for a page's
    /// burst of requests to be read again.
    /// </summary>
    public const int MaxProbationEntries = 64;

    /// <summary>
    /// Most characters of an error's message: the longest sentence with a name or value of usual length. What a client sent may
    /// be a thousand times as long, and need not come back.
    /// </summary>
    public const int MaxMessageCharacters = 1_000;

    /// <summary>How many of them are its end, which says how to mend the fault.</summary>
    public const int MessageEndCharacters = 300;

    /// <summary>
    /// Most characters of a value that a message repeats: enough to know it again. A message may say it twice, of a variable and of its type.
    /// </summary>
    public const int MaxShownCharacters = 200;

    /// <summary>Most items of a list that a message repeats, as graphql-js does.</summary>
    public const int MaxShownItems = 10;

    /// <summary>Most levels of lists and objects that a message repeats, as graphql-js does.</summary>
    public const int MaxShownDepth = 2;

    /// <summary>Most names that a message suggests, as graphql-js does.</summary>
    public const int MaxSuggestions = 5;

    /// <summary>The greatest number told: greater ones tell a reader nothing more, and sums of them stay within 64 bits.</summary>
    public const long MaxToldNumber = 1_000_000_000;
}
