using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL;

/// <summary>
/// An error as a response carries it (specification, section 7.1.2): what is wrong, where in the document, at which place
/// of the result.
/// </summary>
public sealed class GraphQLError
{
    /// <summary>Creates an error that points at <paramref name="nodes"/>, in the order given.</summary>
    /// <param name="message">One sentence for the author of the request.</param>
    /// <param name="nodes">
    /// The parts of the document that are at fault; nodes that were made without a source are left out of
    /// <see cref="Locations"/>.
    /// </param>
    public GraphQLError(string message, params ReadOnlySpan<SyntaxNode?> nodes)
    {
        Message = message;
        var locations = ImmutableArray.CreateBuilder<SourceLocation>(nodes.Length);
        foreach (var node in nodes)
            if (node?.Source is not null) locations.Add(node.Location);
        Locations = locations.ToImmutable();
    }

    /// <summary>Creates an error at one place of a document.</summary>
    public GraphQLError(string message, SourceLocation location)
    {
        Message = message;
        Locations = [location];
    }

    /// <summary>One sentence for the author of the request.</summary>
    public string Message { get; }

    /// <summary>The places in the document, lines and columns counted from 1; empty when the error belongs to no place.</summary>
    public ImmutableArray<SourceLocation> Locations { get; init; }

    /// <summary>
    /// Response keys (<see cref="string"/>) and list positions (<see cref="int"/>, from 0) that lead to the field at fault;
    /// null for a request error.
    /// </summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>Further entries for clients, such as a code; null when there are none.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>
    /// What the log says in place of <see cref="Message"/>, such as the address of a database; part of a response only for
    /// somebody at their own machine (<see cref="Execution.ExecutorOptions.TellDetails"/>).
    /// </summary>
    public string? Detail { get; init; }

    /// <summary>
    /// Whether the server is at fault rather than the request: such an error bears the request's id, under which the log says
    /// more.
    /// </summary>
    public bool IsFaultOfServer => Detail is not null || Cause is not null;

    /// <summary>What was thrown by a resolver; never part of a response.</summary>
    public Exception? Cause { get; init; }

    /// <summary>The message and the places, as a log line shows them.</summary>
    public override string ToString() => Locations.IsDefaultOrEmpty ? Message : $"{Message} ({string.Join(", ", Locations)})";
}
