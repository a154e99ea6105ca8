namespace Graph.Model.Search;

/// <summary>What the tokens of a node must be, for an index to find it: see <see cref="SearchTokens"/>. Both stores print it.</summary>
public abstract record SearchCondition
{
    /// <summary>All hold.</summary>
    public static SearchCondition All(IEnumerable<SearchCondition> conditions) =>
        conditions.ToList() is [var only] ? only : new AllTokens([.. conditions]);

    /// <summary>One holds at least.</summary>
    public static SearchCondition Any(IEnumerable<SearchCondition> conditions) =>
        conditions.ToList() is [var only] ? only : new AnyToken([.. conditions]);
}

/// <summary>A token stands there, or one that begins so.</summary>
/// <param name="Text">The token: letters, digits and marks of any script, <c>_</c> and <c>.</c>.</param>
/// <param name="IsPrefix">It need only begin so.</param>
public sealed record TokenCondition(string Text, bool IsPrefix) : SearchCondition;

/// <summary>Tokens stand there, one just after another.</summary>
/// <param name="Tokens">Two at least.</param>
public sealed record TokensInOrder(IReadOnlyList<string> Tokens) : SearchCondition;

/// <summary>All hold.</summary>
/// <param name="Conditions">One at least.</param>
public sealed record AllTokens(IReadOnlyList<SearchCondition> Conditions) : SearchCondition;

/// <summary>One holds at least.</summary>
/// <param name="Conditions">One at least.</param>
public sealed record AnyToken(IReadOnlyList<SearchCondition> Conditions) : SearchCondition;

/// <summary>One holds and none of the others does.</summary>
/// <param name="Condition">The one.</param>
/// <param name="Others">The others, one at least.</param>
public sealed record TokensExcept(SearchCondition Condition, IReadOnlyList<SearchCondition> Others) : SearchCondition;
