using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Reading;
using Graph.Stores.Neo4j.Tests.Bolt;

namespace Graph.Stores.Neo4j.Tests.Reading;

/// <summary>Pieces of work that go on side by side in a transaction.</summary>
public sealed class StatementsSideBySide
{
    [Fact]
    public async Task TravelTogetherAndAreAnsweredInTheirOrder()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ExpectAsync(0x11);

            // Both are there before the first is answered, and their rows are asked for all at once.
            foreach (var text in new[] { "RETURN 1", "RETURN 2" })
            {
                Assert.Equal(text, (await peer.ExpectAsync(0x10))[0]);
                Assert.Equal(new Dictionary<string, object?> { ["n"] = -1L }, Assert.Single(await peer.ExpectAsync(0x3F)));
            }

            await peer.SucceedAsync();
            await peer.AnswerAsync(1);
            await peer.AnswerAsync(2);
            Assert.Equal("RETURN 3", await peer.ExpectStatementAsync());
            await peer.AnswerAsync(3);
            await peer.ExpectAsync(0x12);
            await peer.SucceedAsync(("bookmark", "bookmark-2"));
        });
        await using var client = new BoltClient(server.Settings);
        var told = new List<string>();

        await client.ReadAsync(async (transaction, token) =>
        {
            await SideBySide.RunAsync(transaction, [line => AskAsync(line, told, 1, 3), line => AskAsync(line, told, 2)], token);
            return 0;
        });

        Assert.Equal(["1: 1", "2: 2", "3: 3"], told);
    }

    [Fact]
    public async Task FailTogetherWithWhatTheServerSaidOfTheFirst()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ExpectAsync(0x11);
            for (var i = 0; i < 2; i++) await peer.ExpectStatementAsync();
            await peer.SucceedAsync();
            await peer.FailAsync("Neo.ClientError.Statement.SyntaxError", "Invalid input 'RETRUN'");
            for (var i = 0; i < 3; i++) await peer.IgnoreAsync();
            await peer.ExpectAsync(0x0F);
            await peer.SucceedAsync();
        });
        await using var client = new BoltClient(server.Settings);

        var failure = await Assert.ThrowsAsync<DatabaseException>(() => client.ReadAsync(async (transaction, token) =>
        {
            await SideBySide.RunAsync(transaction, [line => AskAsync(line, [], 1), line => AskAsync(line, [], 2)], token);
            return 0;
        }));

        Assert.Equal("Neo.ClientError.Statement.SyntaxError", failure.Code);
        Assert.Equal(new BoltPoolCounts(InUse: 0, Idle: 1, Created: 1, Closed: 0), client.Connections);
    }

    [Fact]
    public async Task AreExchangedAsOftenAsTheOneWithMost()
    {
        var transaction = new Exchanges();
        await SideBySide.RunAsync(
            transaction, [line => AskAsync(line, [], 1, 2, 3), _ => Task.CompletedTask, line => AskAsync(line, [], 4)], CancellationToken.None);
        Assert.Equal(["1, 4", "2", "3"], transaction.Told);
    }

    [Fact]
    public async Task AreAskedToTheirEndWhereAnotherPieceFails()
    {
        var (transaction, told) = (new Exchanges(), new List<string>());
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => SideBySide.RunAsync(
            transaction,
            [_ => throw new InvalidOperationException("first"), line => AskAsync(line, told, 1), async line =>
            {
                await AskAsync(line, told, 2);
                throw new InvalidOperationException("last");
            }],
            CancellationToken.None));
        Assert.Equal("first", failure.Message);
        Assert.Equal(["1: ", "2: "], told);
        Assert.Equal("1, 2", Assert.Single(transaction.Told));
    }

    private static async Task AskAsync(IStatementTransaction line, List<string> told, params int[] numbers)
    {
        foreach (var number in numbers)
        {
            var rows = new RowList();
            await line.RunAsync(new($"RETURN {number}"), rows);
            told.Add($"{number}: {(rows.Rows.Count > 0 ? rows.Value : null)}");
        }
    }

    private sealed class Exchanges : IStatementTransaction
    {
        public List<string> Told { get; } = [];

        public Task<StatementSummary> RunAsync(Statement statement, IRowSink rows, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("One alone is an exchange of one.");

        public Task<IReadOnlyList<StatementSummary>> RunAllAsync(IReadOnlyList<AskedStatement> asked, CancellationToken cancellationToken = default)
        {
            Told.Add(string.Join(", ", asked.Select(one => one.Statement.Text["RETURN ".Length..])));
            return Task.FromResult<IReadOnlyList<StatementSummary>>([.. asked.Select(_ => StatementSummary.Nothing)]);
        }
    }
}
