using System.Diagnostics;

namespace Graph.GraphQL.AspNetCore.Tests;

public sealed class ObservingTests
{
    [Fact]
    public async Task Each_request_is_an_activity_where_somebody_listens()
    {
        var seen = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Graph.GraphQL",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (seen) seen.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await TestServer.StartAsync();
        await server.AskAsync("query Watched { fails }");
        Activity[] watched;
        lock (seen) watched = [.. seen.Where(activity => activity.GetTagItem("graphql.operation.name") as string == "Watched")];
        var activity = Assert.Single(watched);
        Assert.Equal(("query", "PartialSuccess", ActivityStatusCode.Error), (activity.GetTagItem("graphql.operation.type"), activity.GetTagItem("graphql.response.status"), activity.Status));
    }
}
