using Graph.Api.Serving;
using Graph.GraphQL;

namespace Graph.Api.Tests.Serving;

public sealed class TurnsOfStatements
{
    [Fact]
    public async Task GoRoundFromClientToClient()
    {
        var lane = new StatementLane(new(1, 1, 10, 5));
        await lane.EnterAsync("a", default);
        var order = new List<string>();
        Task[] waiting = [Wait("a"), Wait("a"), Wait("b")];
        lane.Leave("a");
        await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(["a", "b", "a"], order);

        async Task Wait(string client)
        {
            await lane.EnterAsync(client, default);
            order.Add(client);
            lane.Leave(client);
        }
    }

    [Fact]
    public async Task AreRefusedWhereTheQueueIsFull()
    {
        var lane = new StatementLane(new(1, 1, 2, 1));
        await lane.EnterAsync("a", default);
        _ = lane.EnterAsync("a", default).AsTask();
        Assert.Equal(
            ("TOO_MANY_REQUESTS", "1 statements of this client are waiting already: send the next when some have been answered."),
            await RefusalAsync(lane, "a"));
        _ = lane.EnterAsync("b", default).AsTask();
        Assert.Equal(("SERVER_BUSY", "The server has as many statements waiting as it keeps: ask again in a moment."), await RefusalAsync(lane, "c"));
    }

    [Fact]
    public async Task OfOneOperationAreNeverRefusedForEachOtherNorOthersForThem()
    {
        var lane = new StatementLane(new(1, 1, 2, 1));
        object operation = new(), next = new();
        await lane.EnterAsync("a", default, operation);
        var others = Enumerable.Range(0, 5).Select(_ => lane.EnterAsync("a", default, operation).AsTask()).ToList();
        var mine = lane.EnterAsync("a", default, next).AsTask();
        var theirs = lane.EnterAsync("b", default).AsTask();
        Assert.Equal("TOO_MANY_REQUESTS", (await RefusalAsync(lane, "a")).Item1);
        Assert.Equal("SERVER_BUSY", (await RefusalAsync(lane, "c")).Item1);

        lane.Leave("a", operation);
        await others[0].WaitAsync(TimeSpan.FromSeconds(60));
        lane.Leave("a", operation);
        await theirs.WaitAsync(TimeSpan.FromSeconds(60));
        lane.Leave("b");
        foreach (var other in others[1..])
        {
            await other.WaitAsync(TimeSpan.FromSeconds(60));
            lane.Leave("a", operation);
        }

        await mine.WaitAsync(TimeSpan.FromSeconds(60));
        lane.Leave("a", next);
        await lane.EnterAsync("d", default);
    }

    [Fact]
    public async Task AreGivenUpWithTheRequest()
    {
        var lane = new StatementLane(new(1, 1, 1, 1));
        await lane.EnterAsync("a", default);
        using var request = new CancellationTokenSource();
        var waiting = lane.EnterAsync("b", request.Token).AsTask();
        await request.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        lane.Leave("a");
        Assert.True(lane.EnterAsync("c", default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task LetLightOnesPassDearOnes()
    {
        var gate = new StatementGate(new() { Heavy = new(1, 1, 1, 1) });
        using var end = new ManualResetEventSlim();
        var heavy = gate.RunAsync(1_000_000, null, _ => { end.Wait(); return ValueTask.CompletedTask; }, default).AsTask();
        var ran = false;
        await gate.RunAsync(1, null, _ => { ran = true; return ValueTask.CompletedTask; }, default);
        Assert.True(ran);
        Assert.False(heavy.IsCompleted);
        end.Set();
        await heavy.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task LetInstantOnesPassThoseThatAreTakenToBeLight()
    {
        var gate = new StatementGate(new() { Light = new(1, 1, 9, 9) });
        var end = new TaskCompletionSource();
        var light = gate.RunAsync(2_000, null, _ => new(end.Task), default).AsTask();
        var ran = false;
        await gate.RunAsync(50, null, _ => { ran = true; return ValueTask.CompletedTask; }, default).AsTask().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(ran);
        end.SetResult();
        await light.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task OfOneOperationWorkSideBySideWhereTheyAreDear()
    {
        var gate = new StatementGate(new() { Medium = new(2, 2, 1, 1) });
        using var second = new ManualResetEventSlim();
        var one = gate.RunAsync(10_000, null, _ => { second.Wait(); return ValueTask.CompletedTask; }, default).AsTask();
        var other = gate.RunAsync(10_000, null, _ => { second.Set(); return ValueTask.CompletedTask; }, default).AsTask();
        await Task.WhenAll(one, other).WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task OfAnEmbeddedStoreHavePlacesOfTheirOwn(bool isEmbedded, bool begins)
    {
        var gate = new StatementGate(new() { Light = new(2, 2, 9, 9), EmbeddedLight = new(1, 1, 9, 9) }, isEmbedded);
        var end = new TaskCompletionSource();
        var one = gate.RunAsync(1, null, _ => new(end.Task), default).AsTask();
        var hasBegun = false;
        var other = gate.RunAsync(1, null, _ => { hasBegun = true; return ValueTask.CompletedTask; }, default).AsTask();
        Assert.Equal(begins, hasBegun);
        end.SetResult();
        await Task.WhenAll(one, other).WaitAsync(TimeSpan.FromSeconds(60));
    }

    private static async Task<(object?, string)> RefusalAsync(StatementLane lane, string client)
    {
        var refusal = await Assert.ThrowsAsync<GraphQLException>(() => lane.EnterAsync(client, default).AsTask());
        return (refusal.Errors[0].Extensions!["code"], refusal.Errors[0].Message);
    }
}
