using System.Buffers;
using System.Globalization;
using System.Text;
using Graph.GraphQL.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Graph.GraphQL.AspNetCore;

/// <summary>
/// Server-Sent Events, distinct connections mode of the graphql-sse protocol: each result an event <c>next </c>, then
/// <c>complete </c>. The id of an event is where the stream goes on after it; an event without data tells only that.
/// </summary>
/// <param name="keepAlive">How often a silent stream sends a comment, and whether a client may still listen is looked at.</param>
/// <param name="time">The clock.</param>
/// <param name="answers">Waits for clients.</param>
/// <param name="log">Is told of errors.</param>
/// <param name="ends">See <see cref="GraphQLHttpOptions.EndsStream"/>.</param>
/// <param name="stopping">The server ends.</param>
internal sealed class EventStream(
    TimeSpan keepAlive,
    TimeProvider time,
    OutgoingAnswers answers,
    RequestLog log,
    Func<HttpContext, GraphQLError?>? ends,
    CancellationToken stopping)
{
    /// <summary>Sends one result and ends.</summary>
    public static async Task SendOneAsync(HttpContext context, OutgoingAnswer answer, GraphQLResponse response)
    {
        Begin(context);
        await WriteNextAsync(answer, response);
        await CompleteAsync(answer);
    }

    /// <summary>Sends the headers of a stream alone.</summary>
    public static void Begin(HttpContext context)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = MediaTypes.EventStream;
        context.Response.Headers.CacheControl = "no-cache";
        // nginx would otherwise hold events back until its buffer is full.
        context.Response.Headers["X-Accel-Buffering"] = "no";
    }

    /// <summary>
    /// Sends each result as it comes, until they end, the client goes, it may listen no longer, or the server ends: then the client is told when
    /// to come back, and not that all is complete.
    /// </summary>
    public async Task SendAsync(HttpContext context, IAsyncEnumerable<GraphQLResponse> responses)
    {
        Begin(context);
        // One event is held at a time, and waits for its client as an answer does.
        using var answer = answers.Admit(context, 0)!;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        using var counted = GraphQLMetrics.Streaming("sse");
        await answer.FlushAsync();
        await using var events = new PatientEvents(responses, time, ending.Token);
        var permitted = time.GetTimestamp();
        try
        {
            while (true)
            {
                var hasCome = await events.NextAsync(keepAlive);
                if (time.GetElapsedTime(permitted) >= keepAlive)
                {
                    permitted = time.GetTimestamp();
                    if (ends?.Invoke(context) is { } reason)
                    {
                        await EndAsync(answer, reason);
                        return;
                    }
                }

                if (hasCome is null)
                {
                    // A comment, which clients ignore; writing it is also how a gone client is noticed.
                    answer.Writer.Write(":\n\n"u8);
                }
                else if (hasCome.Value)
                {
                    using var response = events.Current;
                    log.Tell(response, context);
                    await WriteAsync(answer, response);
                }
                else
                {
                    break;
                }

                await answer.FlushAsync();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            // Clients that all come back at once would be a burden to whatever comes up.
            var wait = FixedHttpLimits.LeastReconnectMilliseconds + Random.Shared.Next(FixedHttpLimits.ReconnectSpreadMilliseconds);
            answer.Writer.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $": the server ends\nretry: {wait}\n\n")));
            await answer.FlushAsync();
            return;
        }

        await CompleteAsync(answer);
    }

    private static async Task EndAsync(OutgoingAnswer answer, GraphQLError reason)
    {
        using var refusal = GraphQLResponse.Refused(ResponseStatus.RequestError, reason);
        await WriteNextAsync(answer, refusal);
        await CompleteAsync(answer);
    }

    private static async Task WriteAsync(OutgoingAnswer answer, GraphQLResponse response)
    {
        if (response.EventId is { } id)
        {
            answer.Writer.Write("id: "u8);
            answer.Writer.Write(Encoding.UTF8.GetBytes(id));
            answer.Writer.Write("\n"u8);
        }

        if (response.Length > 0) await WriteNextAsync(answer, response);
        else answer.Writer.Write("\n"u8);
    }

    private static async Task WriteNextAsync(OutgoingAnswer answer, GraphQLResponse response)
    {
        // The JSON has no line breaks of its own: strings are escaped and nothing is indented.
        answer.Writer.Write("event: next\ndata: "u8);
        await answer.WriteAsync(response.Body);
        answer.Writer.Write("\n\n"u8);
    }

    private static ValueTask CompleteAsync(OutgoingAnswer answer)
    {
        answer.Writer.Write("event: complete\ndata: \n\n"u8);
        return answer.FlushAsync();
    }
}
