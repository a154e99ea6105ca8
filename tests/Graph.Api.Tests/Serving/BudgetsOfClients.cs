using Graph.Api.Serving;
using Graph.GraphQL;

namespace Graph.Api.Tests.Serving;

public sealed class BudgetsOfClients
{
    private readonly Clock clock = new();

    [Fact]
    public void WhatIsUsedComesBackInAMinuteAndWhatIsBeyondIsPaidBack()
    {
        var budget = new ClientBudget(60, clock);
        Assert.Null(budget.Take("a", 59));
        Assert.Equal(TimeSpan.FromSeconds(30), budget.Take("a", 31));
        Assert.Null(budget.Take("a", 1));
        Assert.Equal(TimeSpan.FromSeconds(1), budget.Take("a", 1));
        Assert.Null(budget.Take("b", 90));
        clock.Seconds += 30;
        Assert.Equal(TimeSpan.FromSeconds(60), budget.Take("b", 90));
        Assert.Null(budget.Take("b", 0));
        Assert.Null(budget.Take("a", 30));
        budget.Charge("a", 600);
        Assert.Equal(TimeSpan.FromMinutes(10), budget.Take("a", 0));
        clock.Seconds += 3_600;
        Assert.Equal((null, TimeSpan.FromSeconds(1)), (budget.Take("a", 60), budget.Take("a", 1)));
    }

    [Fact]
    public void NobodyIsRememberedWhoHasAllOfIt()
    {
        var budget = new ClientBudget(60, clock);
        for (var i = 0; i < 1_000; i++) budget.Charge($"client {i}", 1);
        budget.Charge("debtor", 600);
        Assert.Equal(1_001, budget.Clients);
        clock.Seconds += 60;
        Assert.Null(budget.Take("another", 1));
        Assert.Equal(2, budget.Clients);
    }

    [Fact]
    public async Task StatementsAreChargedToTheirClient()
    {
        var gate = new StatementGate(new() { CostPerMinute = 1_000 }, time: clock);
        await RunAsync("a", 4_000);
        var refusal = (await Assert.ThrowsAsync<GraphQLException>(() => RunAsync("a", 10))).Errors[0];
        Assert.Equal(
            "The statements of this client have cost more than 1000 objects within a minute, which is as much as they may: ask again later, or for less.",
            refusal.Message);
        Assert.Equal(("TOO_MANY_REQUESTS", 181), (refusal.Extensions!["code"], refusal.Extensions["retryAfter"]));
        await RunAsync("b", 1);

        Task RunAsync(string client, double cost) =>
            gate.RunAsync(cost, new Services(client), _ => ValueTask.CompletedTask, CancellationToken.None).AsTask();
    }

    private sealed class Services(string client) : IServiceProvider, IClientIdentity
    {
        public string Key => client;

        public object? GetService(Type serviceType) => serviceType == typeof(IClientIdentity) ? this : null;
    }

    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
