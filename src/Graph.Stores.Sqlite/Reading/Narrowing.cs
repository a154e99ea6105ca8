using Graph.Model.Search;

namespace Graph.Stores.Sqlite.Reading;

/// <summary>
/// Takes out of a condition what no node of a table can meet, and puts words in the place of a beginning that only a few have. FTS5 looks up
/// every token of a query before it finds that one is nowhere; and of a token that is only begun it puts together all nodes, which takes
/// milliseconds where a frequent word begins so, before it gives the first.
/// </summary>
internal static class Narrowing
{
    /// <summary>What is left of a condition, which finds the same; null where it finds nothing.</summary>
    public static SearchCondition? Of(SearchCondition condition, KnownTokens known) =>
        condition is TokenCondition token && (!token.IsPrefix || SearchTokens.IsOfWholeName(token.Text)) ? condition : Within(condition, known);

    /// <summary>No node has what the condition needs; looked up of whole tokens only, which is soon done.</summary>
    public static bool IsInVain(SearchCondition condition, KnownTokens known) => condition switch
    {
        TokenCondition token => !token.IsPrefix && !known.Have(token.Text),
        TokensInOrder phrase => !phrase.Tokens.All(known.Have),
        AllTokens all => all.Conditions.Any(one => IsInVain(one, known)),
        AnyToken any => any.Conditions.All(one => IsInVain(one, known)),
        TokensExcept except => IsInVain(except.Condition, known),
        _ => false,
    };

    // A token by itself is as well asked for as looked up.
    private static SearchCondition? Within(SearchCondition condition, KnownTokens known) => condition switch
    {
        TokenCondition token => Token(token, known),
        TokensInOrder phrase => phrase.Tokens.All(known.Have) ? phrase : null,
        AllTokens all => All(all, known),
        AnyToken any => Any(any.Conditions, known),
        TokensExcept except => Within(except.Condition, known) is not { } left ? null
            : Any(except.Others, known) is not { } others ? left
            : except with { Condition = left, Others = [others] },
        _ => condition,
    };

    private static SearchCondition? Token(TokenCondition token, KnownTokens known)
    {
        if (!token.IsPrefix) return known.Have(token.Text) ? token : null;
        if (SearchTokens.IsOfWholeName(token.Text)) return token;
        if (known.Beginning(token.Text) is not { } words) return token;
        return words.Count == 0 ? null : SearchCondition.Any(words.Select(word => new TokenCondition(word, IsPrefix: false)));
    }

    private static SearchCondition? All(AllTokens all, KnownTokens known)
    {
        var left = new List<SearchCondition>();
        foreach (var one in all.Conditions.OrderBy(one => one is TokenCondition { IsPrefix: true })) // Beginnings take longest to look up.
        {
            if (Within(one, known) is not { } met) return null;
            left.Add(met);
        }

        return SearchCondition.All(left);
    }

    private static SearchCondition? Any(IReadOnlyList<SearchCondition> conditions, KnownTokens known)
    {
        List<SearchCondition> left = [.. conditions.Select(one => Within(one, known)).OfType<SearchCondition>()];
        return left.Count == 0 ? null : SearchCondition.Any(left);
    }
}
