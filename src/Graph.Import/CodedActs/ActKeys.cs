using Graph.Import.Feeds;
using Graph.Import.Parties;
using Graph.Import.Text;

namespace Graph.Import.CodedActs;

/// <summary>The ids that follow from a row: none from a clock, a counter or what a store holds.</summary>
internal readonly record struct ActKeys
{
    /// <param name="dataset">The id of the feed's dataset.</param>
    /// <param name="act">The row.</param>
    public ActKeys(string dataset, CodedAct act)
    {
        // One act a day; where a side is nobody certain, two documents may speak of two.
        Accusation = ReadableId.FromHash(
            "accusation",
            [
                dataset, act.Code, act.Day.ToString("yyyy-MM-dd"),
                "by", .. Identities(act.Accusers), "against", .. Identities(act.Accused),
                act.IsDefinite ? null : act.Article.Identity,
            ]);
        Evidence = OfEvidence(Accusation, act.Article.Identity);
        Article = OfArticle(act.Article);
    }

    /// <summary>The id of the accusation.</summary>
    public string Accusation { get; }

    /// <summary>The id of the evidence.</summary>
    public string Evidence { get; }

    /// <summary>The id of the article.</summary>
    public string Article { get; }

    /// <summary>The id of the evidence that an article is of an accusation.</summary>
    public static string OfEvidence(string accusation, string article) => ReadableId.FromHash("evidence", accusation, article);

    /// <summary>The id of an article: where it is, or who published it, and a hash of what tells it from others.</summary>
    public static string OfArticle(CodedArticle article)
    {
        var name = (article.Url is { } url ? WebAddress.HostOf(url) : null) ?? article.Publisher;
        return ReadableId.FromHash(name is null ? "article" : ReadableId.FromName(name), article.Identity);
    }

    private static IEnumerable<string> Identities(IReadOnlyList<Party> side) =>
        side.Select(party => party.Identity).Order(StringComparer.Ordinal);
}
