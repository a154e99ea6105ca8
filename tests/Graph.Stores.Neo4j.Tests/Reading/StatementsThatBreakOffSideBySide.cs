using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Reading;
using Graph.Stores.Neo4j.Tests.Bolt;
using Graph.Stores.Neo4j.Tests.Bolt.Routing;

namespace Graph.Stores.Neo4j.Tests.Reading;

/// <summary>Statements that travelled together, of which not all are answered: the next one on the connection meets nothing of them.</summary>
public sealed class StatementsThatBreakOffSideBySide
{
    private const byte Begin = 0x11, Commit = 0x12, Reset = 0x0F;

    [Fact]
    public async Task BecauseTheSecondFails()
    {
        await using var server = ServerThat(async peer =>
        {
            await peer.AnswerAsync(1);
            await peer.FailAsync("Neo.ClientError.Statement.SyntaxError", "Invalid input 'RETRUN'");
            for (var i = 0; i < 3; i++) await peer.IgnoreAsync();
            await peer.ExpectAsync(Reset);
        });
        var failure = await FailAsync<DatabaseException>(server, CancellationToken.None, created: 1);
        Assert.Equal("Neo.ClientError.Statement.SyntaxError", failure.Code);
    }

    [Fact]
    public async Task BecauseTheServerKeepsBackRows()
    {
        await using var server = ServerThat(async peer =>
        {
            await peer.SucceedAsync(("fields", new[] { "value" }));
            await peer.SendRowAsync(new object?[] { 1 });
            await peer.SucceedAsync(("has_more", true));
            await peer.AnswerAsync(2);
            await peer.AnswerAsync(3);
            await peer.ExpectAsync(Reset);
        });
        var failure = await FailAsync<DatabaseException>(server, CancellationToken.None, created: 1);
        Assert.Contains("rows were kept back though all were asked for", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BecauseTheCallerGivesUp()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = ServerThat(async peer =>
        {
            await peer.AnswerAsync(1);
            await cancel.CancelAsync();
            await peer.ExpectAsync(Reset);
            for (var i = 0; i < 4; i++) await peer.IgnoreAsync();
        });
        await FailAsync<OperationCanceledException>(server, cancel.Token, created: 1);
    }

    [Fact]
    public async Task BecauseTheServerIsGone()
    {
        await using var server = new FakeServer(
            async peer =>
            {
                await HearAsync(peer);
                await peer.SucceedAsync();
                await peer.AnswerAsync(1);
            },
            ServeNextAsync);
        var failure = await FailAsync<DatabaseException>(server, CancellationToken.None, created: 2);
        Assert.Equal(DatabaseErrorKind.Unavailable, failure.Kind);
    }

    [Fact]
    public async Task BecauseOneCannotBeSent()
    {
        // Nothing has travelled, neither the one before it nor the transaction's beginning.
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ExpectAsync(Reset);
            await peer.SucceedAsync();
            await AnswerNextAsync(peer);
        });
        var failure = await FailAsync<ArgumentException>(server, CancellationToken.None, created: 1, new object());
        Assert.Contains("cannot be a parameter", failure.Message, StringComparison.Ordinal);
    }

    private static FakeServer ServerThat(Func<FakePeer, Task> breaksOff) => new(async peer =>
    {
        await HearAsync(peer);
        await peer.SucceedAsync();
        await breaksOff(peer);
        await peer.SucceedAsync();
        await AnswerNextAsync(peer);
    });

    private static async Task HearAsync(FakePeer peer)
    {
        await peer.GreetAsync();
        await peer.ExpectAsync(Begin);
        for (var i = 0; i < 3; i++) await peer.ExpectStatementAsync();
    }

    private static async Task ServeNextAsync(FakePeer peer)
    {
        await peer.GreetAsync();
        await AnswerNextAsync(peer);
    }

    private static async Task AnswerNextAsync(FakePeer peer)
    {
        await peer.ExpectAsync(Begin);
        Assert.Equal("RETURN 4", await peer.ExpectStatementAsync());
        await peer.SucceedAsync();
        await peer.AnswerAsync(4);
        await peer.ExpectAsync(Commit);
        await peer.SucceedAsync();
    }

    /// <summary>Asks three statements side by side, of which not all are answered, and then one more.</summary>
    private static async Task<TException> FailAsync<TException>(FakeServer server, CancellationToken cancellationToken, int created, object? last = null)
        where TException : Exception
    {
        await using var client = new BoltClient(server.Settings);
        var told = new List<object?>();
        var failure = await Assert.ThrowsAnyAsync<TException>(() => client.ReadAsync(
            async (transaction, token) =>
            {
                await SideBySide.RunAsync(
                    transaction, [line => AskAsync(line, 1), line => AskAsync(line, 2), line => AskAsync(line, last ?? 3)], token);
                return 0;
            },
            cancellationToken: cancellationToken));
        Assert.DoesNotContain(told, value => value is not 1L);
        Assert.Equal(4L, await client.ReadAsync(async (transaction, _) =>
        {
            var rows = new RowList();
            await transaction.RunAsync(new("RETURN 4"), rows);
            return rows.Value;
        }));
        await PlayedCluster.UntilAsync(() => client.Connections.InUse == 0);
        Assert.Equal(new BoltPoolCounts(InUse: 0, Idle: 1, created, Closed: created - 1), client.Connections);
        return failure;

        async Task AskAsync(IStatementTransaction line, object asked)
        {
            var rows = new RowList();
            await line.RunAsync(new("RETURN $value", StatementParameters.Of(("value", asked))), rows);
            told.Add(rows.Value);
        }
    }
}
