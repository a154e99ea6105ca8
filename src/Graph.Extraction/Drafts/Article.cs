namespace Graph.Extraction.Drafts;

/// <summary>A document to be drafted from: its text, and what is known of it. What is not known is null.</summary>
/// <param name="Text">The running text, with lines that are empty between paragraphs.</param>
public sealed record Article(string Text)
{
    /// <summary>What kind of document it is, as the ontology names it.</summary>
    public string? Kind { get; init; }

    /// <summary>Its headline.</summary>
    public string? Title { get; init; }

    /// <summary>Who published it, by name.</summary>
    public string? Publisher { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? Author { get; init; }

    /// <summary>The day of publication.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Its language, as a code of two letters.</summary>
    public string? Language { get; init; }

    /// <summary>Its address.</summary>
    public string? Url { get; init; }

    /// <summary>What a person should know of how it was read: sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>This one, with what another says of it instead of what this says.</summary>
    public Article With(Article over) => this with
    {
        Kind = over.Kind ?? Kind,
        Title = over.Title ?? Title,
        Publisher = over.Publisher ?? Publisher,
        Author = over.Author ?? Author,
        Published = over.Published ?? Published,
        Language = over.Language ?? Language,
        Url = over.Url ?? Url,
    };
}
