namespace Graph.GraphQL.AspNetCore.Tests;

/// <summary>The clients of npm that <c>docs/subscriptions.md</c> names.</summary>
public sealed class ClientsOfStreams
{
    [NodeFact("clients", "graphql-sse")]
    public async Task AreToldWhatTheyAskFor()
    {
        await using var server = await TestServer.StartAsync();
        var (_, told) = await Task.Run(() => NodeFactAttribute.Run("clients", "node", "clients.mjs", server.Url));
        Assert.Equal(
            """
            graphql-sse, steps: 1, 2, 3
            graphql-sse, a query: Hello you
            graphql-sse, an error at the end: 1, The source has ended early.
            graphql-sse, no field: Cannot query field "nope" on type "Subscription".
            graphql-sse, one connection for all: refused with 405
            graphql-ws, steps and a query side by side: 1, 2, 3; Hello you
            graphql-ws, an error at the end: 1, The source has ended early.
            graphql-ws, no field: Cannot query field "nope" on type "Subscription".
            eventsource, broken off after the first: 1, 2, 3, 4, 5 over several connections

            """,
            told);
    }
}
