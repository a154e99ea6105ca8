using Graph.GraphQL.Documents;
using Graph.GraphQL.Language;
using Graph.GraphQL.Validation;

namespace Graph.GraphQL.Execution;

/// <summary>What a <see cref="RequestExecutor"/> allows and how it behaves.</summary>
public sealed record ExecutorOptions
{
    /// <summary>Everything at its default.</summary>
    public static ExecutorOptions Default { get; } = new();

    /// <summary>
    /// No limits beyond those that keep a thread's stack whole, and no argument that means a size: for documents of one's own and for
    /// comparisons with other engines.
    /// </summary>
    public static ExecutorOptions Unlimited { get; } = new()
    {
        Parser = new() { MaxDepth = ParserOptions.MaxStackDepth },
        Validation = new() { MaxErrors = int.MaxValue },
        Limits = RequestLimits.None,
        ListSizeArguments = [],
        ListStartArguments = [],
    };

    /// <summary>
    /// Limits of reading a document. Hand-written operations stay below 5,000 characters, generated ones with all their
    /// fragments below 50,000; twice that is refused unread.
    /// </summary>
    public ParserOptions Parser { get; init; } = new() { MaxCharacters = 100_000, MaxTokens = 20_000 };

    /// <summary>Rules of section 5: number of errors, suggestions, introspection on or off and how deep.</summary>
    public ValidationOptions Validation { get; init; } = ValidationOptions.Default;

    /// <summary>What a request may cost, and what is kept between requests.</summary>
    public RequestLimits Limits { get; init; } = new();

    /// <summary>The arguments that say how many items a list will have.</summary>
    public IReadOnlyList<string> ListSizeArguments { get; init; } = ["first", "last", "limit"];

    /// <summary>
    /// The arguments that say how many items are left out at the start of a list: like sizes they are 0 or more, and refused
    /// before anything runs where they are not.
    /// </summary>
    public IReadOnlyList<string> ListStartArguments { get; init; } = ["offset"];

    /// <summary>Documents known beforehand, asked for by their id; null for none.</summary>
    public TrustedDocuments? TrustedDocuments { get; init; }

    /// <summary>
    /// Whether only <see cref="TrustedDocuments"/> are answered: the strongest limit there is, for services whose clients are
    /// all one's own.
    /// </summary>
    public bool TrustedDocumentsOnly { get; init; }

    /// <summary>
    /// Whether a client may have a document remembered by its SHA-256 (automatic persisted queries), so that it need not send
    /// it again.
    /// </summary>
    public bool AutomaticPersistedQueries { get; init; } = true;

    /// <summary>Whether errors tell <see cref="GraphQLError.Detail"/>: only for somebody who asks at their own machine.</summary>
    public bool TellDetails { get; init; }

    /// <summary>The clock of <see cref="RequestLimits.Timeout"/>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
