using Graph.GraphQL.Language;

namespace Graph.GraphQL.Execution;

/// <summary>What a <see cref="RequestExecutor"/> allows and keeps.</summary>
public sealed record ExecutorOptions
{
    /// <summary>Every limit at its default.</summary>
    public static ExecutorOptions Default { get; } = new();

    /// <summary>Limits of reading a document.</summary>
    public ParserOptions Parser { get; init; } = ParserOptions.Default;

    /// <summary>Most errors one response lists: a client mends the first ones first, and a list of millions is an attack on whoever reads it.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>Most documents kept ready. An application has tens to hundreds of operations; 1,000 keeps several applications.</summary>
    public int MaxCachedDocuments { get; init; } = 1_000;

    /// <summary>Most bytes of text of all documents kept ready. What is made of a document takes some thirty times its text, so this stands for about 60 MB.</summary>
    public int MaxCachedDocumentBytes { get; init; } = 2_000_000;

    /// <summary>Most plans kept ready; an operation has one for each shape of its variables.</summary>
    public int MaxCachedPlans { get; init; } = 2_000;
}
