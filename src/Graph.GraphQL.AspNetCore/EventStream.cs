using System.Buffers;
using Graph.GraphQL.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Graph.GraphQL.AspNetCore;

/// <summary>
/// Server-Sent Events, distinct connections mode of the graphql-sse protocol: each result an event <c>next </c>, then
/// <c>complete </c>.
/// </summary>
internal sealed class EventStream(TimeSpan keepAlive, TimeProvider time, OutgoingAnswers answers, RequestLog log)
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

    /// <summary>Sends each result as it comes.</summary>
    public async Task SendAsync(HttpContext context, IAsyncEnumerable<GraphQLResponse> responses)
    {
        Begin(context);
        // One event is held at a time, and waits for its client as an answer does.
        using var answer = answers.Admit(context, 0)!;
        var cancellationToken = context.RequestAborted;
        await answer.FlushAsync();
        var each = responses.GetAsyncEnumerator(cancellationToken);
        var next = Task.FromResult(true);
        try
        {
            while (await NextAsync())
            {
                using var response = each.Current;
                log.Tell(response, context);
                await WriteNextAsync(answer, response);
                await answer.FlushAsync();
            }
        }
        finally
        {
            // A source must not be ended while it is still asked for its next event.
            if (next.IsCompleted) await each.DisposeAsync();
            else _ = next.ContinueWith(async _ => await each.DisposeAsync(), TaskScheduler.Default);
        }

        await CompleteAsync(answer);

        async Task<bool> NextAsync()
        {
            next = each.MoveNextAsync().AsTask();
            while (true)
            {
                try
                {
                    return await next.WaitAsync(keepAlive, time, cancellationToken);
                }
                catch (TimeoutException) when (!next.IsFaulted)
                {
                    // A comment, which clients ignore; writing it is also how a gone client is noticed. An event that came just now is sent after it.
                    answer.Writer.Write(":\n\n"u8);
                    await answer.FlushAsync();
                }
            }
        }
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
