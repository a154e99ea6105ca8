using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Tests.Bolt;

[Collection(RealServer.OneAfterTheOther)]
public sealed class ValuesOnARealServer
{
    [NeedsNeo4j]
    public async Task ValuesComeBackAsTheyWereSent()
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

    [NeedsNeo4j]
    public async Task NodesRelationshipsAndPathsComeBackWithTheirEnds()
    {
        await using var client = RealServer.Connect();
        var rows = new RowList();
        var text = "CREATE p = (:BoltTest {day: date('2025-06-02'), at: datetime('2025-06-02T10:00:00Z')})-[:SAID {n: 1}]->(:BoltTest)<-[:SAID]-(:BoltTest) "
            + "RETURN p, duration('P1M2DT3S'), point({longitude: 1, latitude: 2})";

        await client.RunAsync(new Statement(text) { Access = AccessMode.Write }, rows);
        await client.RunAsync(new Statement("MATCH (n:BoltTest) DETACH DELETE n") { Access = AccessMode.Write }, NoRows.Instance);

        var row = Assert.Single(rows.Rows);
        var path = Assert.IsType<PathValue>(row[0]);
        Assert.Equal(new DateOnly(2025, 6, 2), path.Nodes[0].Properties["day"]);
        Assert.Equal(new DateTimeOffset(2025, 6, 2, 10, 0, 0, TimeSpan.Zero), path.Nodes[0].Properties["at"]);
        Assert.Equal((path.Nodes[0].ElementId, path.Nodes[1].ElementId), (path.Relationships[0].StartElementId, path.Relationships[0].EndElementId));
        Assert.Equal((path.Nodes[2].ElementId, path.Nodes[1].ElementId), (path.Relationships[1].StartElementId, path.Relationships[1].EndElementId));
        Assert.Equal(new DurationValue(1, 2, 3, 0), row[1]);
        Assert.Equal(new PointValue(4326, 1, 2, null), row[2]);
    }

    [NeedsNeo4j]
    public async Task AParameterLargerThanAChunkArrivesWhole()
    {
        await using var client = RealServer.Connect();
        var numbers = Enumerable.Range(0, 200_000).Select(i => (long)i).ToList();
        var rows = new RowList();
        var parameters = StatementParameters.Encoded(numbers, static (writer, numbers) =>
        {
            writer.WriteMapHeader(1);
            writer.WriteString("numbers"u8);
            writer.WriteListHeader(numbers.Count);
            foreach (var number in numbers)
                writer.WriteInteger(number);
        });

        await client.RunAsync(new Statement("RETURN $numbers", parameters), rows);

        Assert.Equal(numbers, ((List<object?>)rows.Value!).Select(number => (long)number!));
    }
}
