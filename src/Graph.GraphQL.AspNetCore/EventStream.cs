using System.Buffers;
using System.IO.Pipelines;
using Graph.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Graph.GraphQL.AspNetCore;

/// <summary>Server-Sent Events, distinct connections mode of the graphql-sse protocol: each result an event <c>next</c>, then <c>complete</c>.</summary>
internal sealed class EventStream(TimeSpan keepAlive, TimeProvider time)
{
    public async Task SendOneAsync(HttpContext context, GraphQLResponse response)
    {
        Begin(context);
        WriteNext(context.Response.BodyWriter, response);
        await CompleteAsync(context);
    }

    public async Task SendAsync(HttpContext context, IAsyncEnumerable<GraphQLResponse> responses)
    {
        Begin(context);
        var writer = context.Response.BodyWriter;
        var cancellationToken = context.RequestAborted;
        await writer.FlushAsync(cancellationToken);
        var each = responses.GetAsyncEnumerator(cancellationToken);
        var next = Task.FromResult(true);
        try
        {
            while (await NextAsync())
            {
                using var response = each.Current;
                WriteNext(writer, response);
                await writer.FlushAsync(cancellationToken);
            }
        }
        finally
        {
            // A source must not be ended while it is still asked for its next event.
            if (next.IsCompleted) await each.DisposeAsync();
            else _ = next.ContinueWith(async _ => await each.DisposeAsync(), TaskScheduler.Default);
        }

        await CompleteAsync(context);

        async Task<bool> NextAsync()
        {
            next = each.MoveNextAsync().AsTask();
            while (true)
            {
                try
                {
                    return await next.WaitAsync(keepAlive, time, cancellationToken);
                }
                catch (TimeoutException) when (!next.IsCompleted)
                {
                    // A comment, which clients ignore; writing it is also how a gone client is noticed.
                    writer.Write(":\n\n"u8);
                    await writer.FlushAsync(cancellationToken);
                }
            }
        }
    }

    private static void Begin(HttpContext context)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = MediaTypes.EventStream;
        context.Response.Headers.CacheControl = "no-cache";
        // nginx would otherwise hold events back until its buffer is full.
        context.Response.Headers["X-Accel-Buffering"] = "no";
    }

    private static void WriteNext(PipeWriter writer, GraphQLResponse response)
    {
        // The JSON has no line breaks of its own: strings are escaped and nothing is indented.
        writer.Write("event: next\ndata: "u8);
        writer.Write(response.Body.Span);
        writer.Write("\n\n"u8);
    }

    private static async Task CompleteAsync(HttpContext context)
    {
        context.Response.BodyWriter.Write("event: complete\ndata: \n\n"u8);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
