namespace Graph.Extraction;

/// <summary>Bounds of what is read and looked at.</summary>
internal static class Limits
{
    /// <summary>Characters of one text: a long book; an article has a few thousand.</summary>
    public const int MaxTextChars = 16 * 1024 * 1024;

    /// <summary>
    /// Tokens of one sentence. A longer one is no sentence but a table or a list; the rules, which look back and forth in it, skip it.
    /// </summary>
    public const int MaxSentenceTokens = 400;

    /// <summary>Steps from one verb to another in search of a subject that both share: no sentence that people read has as many.</summary>
    public const int MaxSharedSubjects = 6;

    /// <summary>Tokens of a phrase between two commas that is passed over in search of a subject.</summary>
    public const int MaxInsertTokens = 60;

    /// <summary>Sentences back in which a pronoun or a description finds whom it means.</summary>
    public const int MaxSentencesBack = 4;

    /// <summary>Acts before a denial among which the one that it answers is looked for.</summary>
    public const int MaxActsBack = 300;

    /// <summary>Acts before an act among which one is looked for that alleges the same.</summary>
    public const int MaxClaimsBack = 300;

    /// <summary>Characters beside a quote that tell which of several places is meant.</summary>
    public const int MaxContextChars = 1_000;

    /// <summary>Elements of a page inside each other: pages that browsers make have some dozens.</summary>
    public const int MaxMarkupDepth = 1_000;

    /// <summary>
    /// Characters of a page, without what no reader sees, in which the article is looked for: 20 long articles. The search compares parts of the
    /// page with all that is around them; beyond this it would take seconds.
    /// </summary>
    public const int MaxReadableChars = 400_000;

    /// <summary>
    /// Elements of a page, each counted with all that it lies in, among which the article is looked for: a large front page has some 100,000.
    /// </summary>
    public const int MaxReadableSteps = 300_000;

    /// <summary>Characters of a matter that the text does not give in words of its own, and of one that it gives.</summary>
    public const int MaxMatterChars = 240;
}
