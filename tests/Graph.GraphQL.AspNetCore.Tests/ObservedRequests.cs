using System.Diagnostics;

namespace Graph.GraphQL.AspNetCore.Tests;

public sealed class ObservedRequests
{
    [Fact]
    public async Task TheActivityOfARequestThatItsClientGaveUpEndsToo()
    {
        var trace = ActivityTraceId.CreateRandom();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var giveUp = new CancellationTokenSource();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Graph.GraphQL",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,

            // Not before: a request that never came has no activity.
            ActivityStarted = activity =>
            {
                if (activity.TraceId == trace) giveUp.CancelAfter(TimeSpan.FromMilliseconds(50));
            },
            ActivityStopped = activity =>
            {
                if (activity.TraceId == trace) ended.TrySetResult();
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await TestServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "?query={slow}");
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Client.SendAsync(request, giveUp.Token));
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task ALongNameDoesNotFillTheLog()
    {
        await using var server = await TestServer.StartAsync();
        await server.AskAsync($"query {new string('q', 50_000)} {{ failsHard }}");
        var lines = server.Log.FindAll(line => line.Contains("qqq", StringComparison.Ordinal));
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.InRange(line.Length, 100, 1_000));
    }

    [Fact]
    public async Task EachRequestIsAnActivityWhereSomebodyListens()
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
        Assert.Equal(
            ("query", "PartialSuccess", ActivityStatusCode.Error),
            (activity.GetTagItem("graphql.operation.type"), activity.GetTagItem("graphql.response.status"), activity.Status));
    }
}
