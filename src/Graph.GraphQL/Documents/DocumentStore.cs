using System.Text;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Language;
using Graph.GraphQL.Responses;
using Graph.GraphQL.Validation;

namespace Graph.GraphQL.Documents;

/// <summary>
/// Documents ready to run: found by their text, by the id of a trusted document, or by their SHA-256; otherwise read and
/// validated.
/// </summary>
internal sealed class DocumentStore
{
    private readonly ExecutableSchema schema;
    private readonly ExecutorOptions options;
    private readonly ClockCache<byte[], PreparedDocument> byText;
    private readonly ClockCache<string, PreparedDocument> byHash;
    private readonly SingleFlight<byte[], PreparedDocument> preparing = new(Utf8KeyComparer.Instance);
    private readonly Dictionary<string, PreparedDocument> trusted = [];
    private readonly Dictionary<byte[], PreparedDocument> trustedByText = new(Utf8KeyComparer.Instance);

    /// <exception cref="GraphQLException">A trusted document is not valid; carries the faults of all of them.</exception>
    public DocumentStore(ExecutableSchema schema, ExecutorOptions options)
    {
        this.schema = schema;
        this.options = options;
        byText = new(options.Limits.MaxCachedDocuments, options.Limits.MaxCachedDocumentBytes, Utf8KeyComparer.Instance);
        byHash = new(options.Limits.MaxCachedDocuments, options.Limits.MaxCachedDocumentBytes);
        var faults = new List<GraphQLError>();
        foreach (var (name, hash, utf8) in options.TrustedDocuments?.Entries() ?? [])
        {
            var document = Prepare(utf8);
            foreach (var error in document.Errors) faults.Add(new(DocumentMessages.TrustedDocumentFault(name, error)));
            trusted[name] = trusted[hash] = trusted[TrustedDocuments.HashPrefix + hash] = trustedByText[utf8] = document;
        }

        if (faults.Count > 0) throw new GraphQLException(faults);
    }

    /// <summary>
    /// The document of a request, or why there is none; found at once, or made ready once for all requests that come with it
    /// together.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public ValueTask<PreparedDocument> FindAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        var hash = PersistedQuery.HashOf(request.Extensions);
        if (request.DocumentId is { } id) return new(trusted.GetValueOrDefault(id) ?? PersistedQuery.UnknownId(id));
        var text = request.Document;
        if (hash is not null && trusted.TryGetValue(hash, out var document) && text.IsEmpty) return new(document);
        if (options.TrustedDocumentsOnly) return new(FindTrusted(text.Span) ?? PersistedQuery.NotTrusted);
        return hash is null ? FindTextAsync(text, cancellationToken) : FindPersistedAsync(hash, text, cancellationToken);
    }

    private PreparedDocument? FindTrusted(ReadOnlySpan<byte> text) =>
        trustedByText.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(text, out var document) ? document : null;

    private ValueTask<PreparedDocument> FindTextAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken) =>
        CacheMetrics.Found(CacheMetrics.Documents, byText.FindAlternate(text.Span)) is { } known
            ? new(known)
            : PrepareAsync(text.ToArray(), cancellationToken);

    private ValueTask<PreparedDocument> PrepareAsync(byte[] text, CancellationToken cancellationToken) =>
        preparing.RunAsync(text, _ => byText.Find(text) ?? Keep(text, Prepare(text)), cancellationToken);

    /// <summary>A refused document weighs by its messages too, which may be many times as long as its text.</summary>
    private PreparedDocument Keep(byte[] text, PreparedDocument document) =>
        byText.Add(text, document, text.Length + document.Errors.Sum(error => (long)error.Message.Length));

    private async ValueTask<PreparedDocument> FindPersistedAsync(string hash, ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        if (!options.AutomaticPersistedQueries) return PersistedQuery.NotSupported;
        if (text.IsEmpty) return CacheMetrics.Found(CacheMetrics.Persisted, byHash.Find(hash)) ?? PersistedQuery.NotFound;
        if (TrustedDocuments.HashOf(text.Span) != hash) return PersistedQuery.WrongHash;
        var document = await FindTextAsync(text, cancellationToken);
        return document.Errors.Count == 0 ? byHash.Add(hash, document, text.Length) : document;
    }

    private PreparedDocument Prepare(ReadOnlySpan<byte> utf8)
    {
        if (!Parser.TryParseDocument(Encoding.UTF8.GetString(utf8), options.Parser, out var document, out var error))
            return new(ResponseStatus.SyntaxError, [error]);
        var faults = LimitCheck.Check(document, options.Limits);
        if (faults.Count == 0) faults = DocumentValidator.Validate(schema.Schema, document, options.Validation);
        return faults.Count > 0 ? new(ResponseStatus.ValidationError, faults) : new(schema, document, utf8.Length, options);
    }
}
