using Graph.Import.CodedActs;
using Graph.Import.Feeds;

namespace Graph.Import.Gdelt;

/// <summary>What GDELT says of the documents that it coded.</summary>
internal static class GdeltArticles
{
    /// <summary>The article of an event.</summary>
    /// <param name="source">Its address, or what GDELT writes instead; empty in old files.</param>
    /// <param name="added">The quarter of an hour, or the day, in which the row was added.</param>
    /// <param name="row">The id of the row, which stands for an article that is not named.</param>
    public static CodedArticle OfEvent(string source, string added, string row)
    {
        if (source.Length == 0) return new(row, row, null, null);
        return WebAddress.Is(source) ? Page(source, WebAddress.HostOf(source)) : Citation(source, added, source);
    }

    /// <summary>A page of the web.</summary>
    public static CodedArticle Page(string address, string? publisher) => new(address, address, address, publisher);

    /// <summary>A source that is no address: one document only within its quarter of an hour.</summary>
    public static CodedArticle Citation(string source, string instant, string? publisher) => new($"{source} {instant}", source, null, publisher);
}
