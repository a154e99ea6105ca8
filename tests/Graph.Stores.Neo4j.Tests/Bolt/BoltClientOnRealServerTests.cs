using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Tests.Bolt;

public sealed class BoltClientOnRealServerTests
{
    [Neo4jFact]
    public async Task Values_come_back_as_they_were_sent()
    {
        await using var client = RealServer.Connect();
        object?[] sent =
        [
            null, true, -17L, long.MinValue, 1.5, "Žižka 🕊", new DateOnly(2025, 6, 2),
            new DateTimeOffset(2025, 6, 2, 13, 4, 5, 678, TimeSpan.FromHours(3)), new DateTime(1969, 12, 31, 23, 59, 59, 5),
            new TimeOnly(12, 30), new List<object?> { 1L, "two", null },
        ];
        var rows = new RowList();

        await client.RunAsync(new Statement("RETURN $sent AS back", StatementParameters.Of(("sent", sent))), rows);

        Assert.Equal(["back"], rows.Columns);
        Assert.Equal(sent, (List<object?>)rows.Value!);
    }

    [Neo4jFact]
    public async Task A_transaction_whose_work_throws_leaves_nothing()
    {
        await using var client = RealServer.Connect();
        var name = Guid.NewGuid().ToString();
        var create = new Statement("CREATE (:BoltTest {name: $name})", StatementParameters.Of(("name", name)));

        await Assert.ThrowsAsync<InvalidDataException>(() => client.WriteAsync<int>(async (transaction, cancellation) =>
        {
            var summary = await transaction.RunAsync(create, NoRows.Instance, cancellation);
            Assert.Equal(1, summary.Count("nodes-created"));
            throw new InvalidDataException();
        }));

        var rows = new RowList();
        await client.RunAsync(
            new Statement("MATCH (n:BoltTest {name: $name}) RETURN count(n)", StatementParameters.Of(("name", name))), rows);
        Assert.Equal(0L, rows.Value);
    }

    [Neo4jFact]
    public async Task A_large_result_is_fetched_in_portions()
    {
        await using var client = RealServer.Connect();
        var rows = new RowList();

        var summary = await client.RunAsync(new Statement("UNWIND range(1, 2500) AS i RETURN i") { FetchSize = 1000 }, rows);

        Assert.Equal(2500, summary.Rows);
        Assert.Equal(2, rows.Fetches);
        Assert.Equal(Enumerable.Range(1, 2500).Select(i => (long)i), rows.Rows.Select(row => (long)row[0]!));
    }
}
