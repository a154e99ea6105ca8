using Graph.Model.Text;

namespace Graph.Model.Search;

/// <summary>A word that is searched for, or several that must stand together.</summary>
/// <param name="Words">The words.</param>
/// <param name="IsExcluded">What has them is not found.</param>
/// <param name="IsPrefix">The word need only begin so.</param>
/// <param name="AreSigns">The words are signs of a script without spaces, which others may write as fewer words.</param>
internal sealed record SearchTerm(IReadOnlyList<WordForms> Words, bool IsExcluded = false, bool IsPrefix = false, bool AreSigns = false)
{
    /// <summary>Signs that are tried in every way in which they can be written as words (8 ways for 4).</summary>
    private const int MostSignsTried = 4;

    /// <summary>The words stand there as they are spelled, in whatever field.</summary>
    public SearchCondition AsSpelled() => Words is [var only]
        ? new TokenCondition(only.Exact, IsPrefix)
        : new TokensInOrder([.. Words.Select(word => word.Exact)]);

    /// <summary>The words stand in a field of the role, in one of their spellings.</summary>
    public SearchCondition In(SearchRole role)
    {
        var code = SearchTokens.KeyCode(role);
        return SearchCondition.Any(AreSigns ? Written(code) : Spelled(role, code));
    }

    private IEnumerable<SearchCondition> Spelled(SearchRole role, string code)
    {
        if (Words is not [var only]) return [new TokensInOrder([.. Words.Select(word => code + word.Key)])];
        var loose = SearchTokens.IsName(role) ? SearchTokens.LooseKeys(role, only, isAsked: true) : [];
        return only.Keys.Select(key => code + key).Concat(loose).Select(token => new TokenCondition(token, IsPrefix));
    }

    // Signs together, or the words that they make where others write them with spaces: a b c, ab c, a bc, abc.
    private IEnumerable<SearchCondition> Written(string code)
    {
        if (Words.Count > 1) yield return new TokensInOrder([.. Words.Select(word => code + word.Key)]);
        if (Words.Count > MostSignsTried) yield break;
        var each = (1 << (Words.Count - 1)) - 1;
        for (var breaks = 0; breaks < Math.Max(each, 1); breaks++)
        {
            var words = new List<string> { code + Words[0].Latin };
            for (var i = 1; i < Words.Count; i++)
            {
                if ((breaks >> (i - 1) & 1) == 1) words.Add(code + Words[i].Latin);
                else words[^1] += Words[i].Latin;
            }

            yield return SearchCondition.All(words.Select(word => new TokenCondition(word, IsPrefix: false)));
        }
    }
}
