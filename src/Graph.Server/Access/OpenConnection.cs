using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace Graph.Server.Access;

/// <summary>A connection that is open, and whether anything is at work on it.</summary>
/// <param name="connection">The connection.</param>
/// <param name="client">Whose it is.</param>
/// <param name="use">Gives a greater number each time.</param>
internal sealed class OpenConnection(ConnectionContext connection, string client, Func<long> use)
{
    private int working;
    private long usedAt = use();

    /// <summary>Whose it is.</summary>
    public string Client => client;

    /// <summary>A request that was read whole is being answered.</summary>
    public bool IsAtWork => Volatile.Read(ref working) > 0;

    /// <summary>The greater, the later it was opened, or a request was answered.</summary>
    public long UsedAt => Volatile.Read(ref usedAt);

    /// <summary>Tells connections of their requests.</summary>
    public static void Use(WebApplication application) => application.Use(async (context, next) =>
    {
        if (context.Features.Get<OpenConnection>() is not { } connection)
        {
            await next(context);
            return;
        }

        var work = new Work(connection);
        context.Features.Set(work);
        // What has no body is whole; of anything else its endpoint says so when it has read it.
        if (context.Request is { ContentLength: null or 0, Headers.TransferEncoding.Count: 0 } && !HttpMethods.IsPost(context.Request.Method))
            work.Begin();
        try
        {
            await next(context);
        }
        finally
        {
            work.End();
        }
    });

    /// <summary>A request has been read whole, and is answered from here on.</summary>
    public static void BeginWork(HttpContext context) => context.Features.Get<Work>()?.Begin();

    /// <summary>Closes it.</summary>
    public void Close(string reason) => connection.Abort(new ConnectionAbortedException(reason));

    /// <summary>A request is answered from here on.</summary>
    public void Begin() => Interlocked.Increment(ref working);

    private void End()
    {
        Volatile.Write(ref usedAt, use());
        Interlocked.Decrement(ref working);
    }

    private sealed class Work(OpenConnection connection)
    {
        private bool hasBegun;

        public void Begin()
        {
            if (hasBegun) return;
            hasBegun = true;
            connection.Begin();
        }

        public void End()
        {
            if (hasBegun) connection.End();
        }
    }
}
