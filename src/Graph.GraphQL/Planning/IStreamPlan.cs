namespace Graph.GraphQL.Planning;

/// <summary>
/// A compiled root field of a subscription: it makes the source stream (section 6.2.3.1) and the value of each event at once, so that what many
/// subscribers are told alike is made once.
/// </summary>
public interface IStreamPlan : IFieldPlan
{
    /// <summary>Begins the stream of one subscriber, which is left by disposing the enumerator.</summary>
    /// <exception cref="GraphQLException">It cannot be begun: the request is refused with these errors.</exception>
    /// <remarks>
    /// The enumerator may throw a <see cref="GraphQLException"/> as well: its errors are the last that the subscriber is told, after every event
    /// that came before.
    /// </remarks>
    ValueTask<IAsyncEnumerable<StreamedEvent>> OpenAsync(FieldSubscription subscription, CancellationToken cancellationToken);
}

/// <summary>An event of a planned stream.</summary>
/// <param name="Json">
/// The field's value as one JSON value in UTF-8 without line breaks, not null where the field's type forbids it; empty where nothing is told but
/// that the stream has come to <paramref name="Id"/>.
/// </param>
/// <param name="Id">From where a subscriber goes on that reconnects after this event; a single line. Null: from nowhere.</param>
public readonly record struct StreamedEvent(ReadOnlyMemory<byte> Json, string? Id)
{
    /// <summary>Errors beside the value, each with its path.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; init; } = [];
}
