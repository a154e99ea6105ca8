using Graph.GraphQL.AspNetCore;
using Graph.Server.Access;
using Graph.Server.Access.Keys;

namespace Graph.Server.Tests.Access;

/// <summary>Whoever was let in listens as long as its key does, by a clock that the test sets on.</summary>
public sealed class FollowingWithAKey : FollowingTest
{
    private const string TakenBack = "The key is not one of this server's, or was taken back. Ask whoever runs the server for a new one.";

    private static readonly TimeSpan BetweenLooks = new HttpLimits().KeepAliveInterval;

    private readonly HandTime time = new();

    [Fact]
    public async Task EndsWithTheKey()
    {
        var key = Folder.Add("a", HandTime.Start + TimeSpan.FromSeconds(30));
        await using var server = await ServeAsync(new() { Access = new() { KeyFile = Folder.File } }, time);
        using var events = await TestEvents.OpenAsync(Client, Api(server), Follow(), key);
        using var socket = await TestSocket.BeginAsync(Api(server), key);
        Assert.StartsWith("id: ", await events.NextAsync(), StringComparison.Ordinal);
        for (var looks = 0; looks < 2; looks++)
        {
            await time.PassAsync(BetweenLooks, byHowMany: 2);
            Assert.Equal(":", await events.NextAsync());
            Assert.Equal("""{"type":"ping"}""", await socket.NextAsync());
        }

        await time.PassAsync(BetweenLooks, byHowMany: 2);
        const string Ended = "The key ended at 2026-01-02 03:04 UTC. Ask whoever runs the server for a new one.";
        Assert.Equal((Ended, "UNAUTHENTICATED"), await events.RefusalAsync());
        await socket.AssertClosedAsync(4401, Ended);
    }

    [Fact]
    public async Task EndsWhenTheKeyIsTakenBackAndOthersListenOn()
    {
        var (first, second) = (Folder.Add("first"), Folder.Add("second"));
        await using var server = await ServeAsync(new() { Access = new() { KeyFile = Folder.File } }, time);
        using var events = await TestEvents.OpenAsync(Client, Api(server), Follow(), first);
        using var others = await TestEvents.OpenAsync(Client, Api(server), Follow(), second);
        using var socket = await TestSocket.BeginAsync(Api(server), first);
        await socket.SubscribeAsync("1", "subscription { accusationsChanged { id } }");
        Assert.StartsWith("id: ", await events.NextAsync(), StringComparison.Ordinal);
        Assert.StartsWith("id: ", await others.NextAsync(), StringComparison.Ordinal);
        Folder.Revoke("first");
        await time.PassAsync(BetweenLooks, byHowMany: 3);
        Assert.Equal((TakenBack, "UNAUTHENTICATED"), await events.RefusalAsync());
        await socket.AssertClosedAsync(4401, TakenBack);
        Assert.Equal(":", await others.NextAsync());
    }

    [Theory]
    [InlineData("open", Role.Read)]
    [InlineData(null, Role.Operate)]
    public async Task EndsWhenTheKeyMayDoLess(string? dataset, Role role)
    {
        var key = Folder.Add("a");
        await using var server = await ServeAsync(new() { Access = new() { KeyFile = Folder.File } }, time);
        using var events = await TestEvents.OpenAsync(Client, Api(server), Follow(), key);
        using var socket = await TestSocket.BeginAsync(Api(server), key);
        Assert.StartsWith("id: ", await events.NextAsync(), StringComparison.Ordinal);
        ApiKeyFile.Change(Folder.File, keys => [.. keys.Select(one => one with { Roles = [role], Datasets = dataset is null ? null : [dataset] })]);
        await time.PassAsync(BetweenLooks, byHowMany: 2);
        var (message, code) = await events.RefusalAsync();
        Assert.Equal((Messages.NotAllowed, "FORBIDDEN"), (message, code));
        await socket.AssertClosedAsync(4403, message!);
    }
}
