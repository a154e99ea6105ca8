using Graph.GraphQL.Responses;

namespace Graph.GraphQL.AspNetCore;

/// <summary>The responses of a stream, of which the next may be waited for some time and then again.</summary>
/// <param name="responses">The stream.</param>
/// <param name="time">The clock.</param>
/// <param name="cancellationToken">Ends it.</param>
internal sealed class PatientEvents(IAsyncEnumerable<GraphQLResponse> responses, TimeProvider time, CancellationToken cancellationToken)
    : IAsyncDisposable
{
    private readonly IAsyncEnumerator<GraphQLResponse> each = responses.GetAsyncEnumerator(cancellationToken);
    private Task<bool>? next;

    /// <summary>The response that has come.</summary>
    public GraphQLResponse Current => each.Current;

    /// <summary>Waits for the next response.</summary>
    /// <returns>Whether there is one; null where it has not come yet.</returns>
    public async ValueTask<bool?> NextAsync(TimeSpan patience)
    {
        var coming = next ??= each.MoveNextAsync().AsTask();
        try
        {
            var hasCome = await coming.WaitAsync(patience, time, cancellationToken);
            next = null;
            return hasCome;
        }
        catch (TimeoutException) when (!coming.IsFaulted)
        {
            return null;
        }
    }

    /// <summary>Leaves the stream; a source must not be ended while it is still asked for its next event.</summary>
    public async ValueTask DisposeAsync()
    {
        if (next is null or { IsCompleted: true }) await each.DisposeAsync();
        else _ = next.ContinueWith(async _ => await each.DisposeAsync(), TaskScheduler.Default);
    }
}
