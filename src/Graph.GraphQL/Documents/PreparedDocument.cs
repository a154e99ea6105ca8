using Graph.GraphQL.Execution;
using Graph.GraphQL.Language;
using Graph.GraphQL.Responses;

namespace Graph.GraphQL.Documents;

/// <summary>A document as the cache keeps it: read and found valid, or what is wrong with it.</summary>
internal sealed class PreparedDocument
{
    // Nodes, names and the form of the cost, measured on documents of many kinds.
    private const int BytesPerByteOfText = 30;

    private readonly List<PreparedOperation> operations = [];

    public PreparedDocument(ExecutableSchema schema, DocumentNode document, int textBytes, ExecutorOptions options)
    {
        var bytes = (long)BytesPerByteOfText * textBytes;
        var fragments = new Dictionary<string, FragmentDefinitionNode>();
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>()) fragments[fragment.Name.Value] = fragment;
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
            operations.Add(new(schema, operation, fragments, bytes, options));
    }

    public PreparedDocument(ResponseStatus status, IReadOnlyList<GraphQLError> errors)
    {
        Status = status;
        Errors = errors;
    }

    /// <summary>What kind of request error the document is; <see cref="ResponseStatus.Success"/> for a good one.</summary>
    public ResponseStatus Status { get; }

    /// <summary>Why the document is refused; empty for a good one.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; } = [];

    /// <summary>GetOperation (section 6.1).</summary>
    /// <param name="name">The operation's name; null for the only one.</param>
    /// <param name="error">Why there is none.</param>
    public PreparedOperation? FindOperation(string? name, out string error)
    {
        error = name is not null
            ? DocumentMessages.UnknownOperation(name)
            : operations.Count > 1 ? DocumentMessages.OperationNameNeeded : DocumentMessages.NoOperation;
        return name is null
            ? operations.Count == 1 ? operations[0] : null
            : operations.Find(operation => operation.Definition.Name?.Value == name);
    }
}
