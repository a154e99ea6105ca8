namespace Graph.Import.CodedActs;

/// <summary>The document that a row was coded from, of which the feed gives no words.</summary>
/// <param name="Identity">What tells it from others: its address as it stands, or what stands for one.</param>
/// <param name="Title">How it is known to people.</param>
/// <param name="Url">Its address, or null.</param>
/// <param name="Publisher">Who published it, or null.</param>
internal sealed record CodedArticle(string Identity, string Title, string? Url, string? Publisher)
{
    /// <summary>The day on which it was published; null where the feed does not say.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Its language as ISO 639 says; null where the feed does not say.</summary>
    public string? Language { get; init; }
}
