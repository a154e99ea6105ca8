using Graph.GraphQL.Responses;
using Microsoft.AspNetCore.Http;

namespace Graph.GraphQL.AspNetCore.WebSockets;

/// <summary>One operation of a connection: a query that is answered once, or a subscription until it ends.</summary>
/// <param name="context">The request that became the connection.</param>
/// <param name="id">What the client calls it.</param>
/// <param name="door">Answers requests.</param>
/// <param name="writer">Sends to the client.</param>
internal sealed class SocketOperation(HttpContext context, string id, SocketDoor door, SocketWriter writer)
{
    /// <summary>What stands before and after the list of errors in a response that has nothing else.</summary>
    private const int BeforeErrors = 10, AroundErrors = 11;

    /// <summary>Runs it to its end.</summary>
    /// <param name="payload">The payload of the message that asks for it.</param>
    /// <param name="left">Called when it has ended by itself, before the client is told: its id is free then.</param>
    /// <param name="cancellationToken">The client wants no more of it, or has gone.</param>
    /// <exception cref="SocketClosedException">It is no request.</exception>
    public async Task RunAsync(ReadOnlyMemory<byte> payload, Action left, CancellationToken cancellationToken)
    {
        using var read = HttpRequestReader.ReadPayload(new(payload));
        if (read.Refusal is { } refusal) throw new SocketClosedException(SocketClosing.Invalid(refusal.Message));
        if (door.Options.AdmitsOperation?.Invoke(context) is { } tooMany)
        {
            using var refused = GraphQLResponse.Refused(ResponseStatus.RequestError, tooMany);
            await EndAsync(refused, left);
            return;
        }

        using var response = await door.ExecuteAsync(context, read.Request!, cancellationToken);
        if (response.Events is null) await EndAsync(response, left);
        else await StreamAsync(response.Events, left, cancellationToken);
    }

    private async Task StreamAsync(IAsyncEnumerable<GraphQLResponse> events, Action left, CancellationToken cancellationToken)
    {
        using var counted = GraphQLMetrics.Streaming("websocket");
        await foreach (var response in events.WithCancellation(cancellationToken))
        {
            using (response)
            {
                // The protocol has no message for how far a stream has come; events that need it bear it themselves.
                if (response.Length == 0) continue;
                door.Log.Tell(response, context);
                if (HasData(response))
                {
                    await writer.SendAsync("next", id, response.Body);
                    continue;
                }

                await EndAsync(response, left);
                return;
            }
        }

        left();
        await writer.SendAsync("complete", id);
    }

    private async Task EndAsync(GraphQLResponse response, Action left)
    {
        using var room = door.Answers.Admit(context, response.Length);
        if (room is null)
        {
            using var refused = GraphQLResponse.Refused(ResponseStatus.Busy, new GraphQLError(HttpMessages.TooManyAnswers)
            {
                Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = GraphQLResponse.BusyCode },
            });
            await EndAsync(refused, left);
        }
        else if (HasData(response))
        {
            await room.WaitForAsync(writer.SendAsync("next", id, response.Body));
            left();
            await writer.SendAsync("complete", id);
        }
        else
        {
            left();
            await writer.SendAsync("error", id, response.Body.Slice(BeforeErrors, response.Length - AroundErrors));
        }
    }

    private static bool HasData(GraphQLResponse response) =>
        response.Status is ResponseStatus.Success or ResponseStatus.PartialSuccess or ResponseStatus.NoData;
}
