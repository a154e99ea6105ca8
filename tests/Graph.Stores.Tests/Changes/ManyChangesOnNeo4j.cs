using Graph.Model.Changes;
using Graph.Model.Records;
using Graph.Stores.Neo4j;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Writing;
using static Graph.Stores.Tests.StoreTest;

namespace Graph.Stores.Tests.Changes;

/// <summary>However much is kept of what has changed, the next is kept and a place is found without a look at all of it.</summary>
[Collection(Neo4jTurns.First)]
public sealed class ManyChangesOnNeo4j
{
    private const int Chunks = 3_000;

    /// <summary>Later than all runs of these.</summary>
    private const long LastRun = 1_000;

    /// <summary>Values that the database may read for one question: a hundredth of those that it keeps.</summary>
    private const int MaxHits = 150;

    [NeedsNeo4j]
    public async Task AreNotReadToFindThePlaceOfOne()
    {
        await ThrowAwayDatabase.EmptyAsync(TestNeo4j.Uri, Films);
        await using var client = new BoltClient(Neo4jStore.SettingsOf(TestNeo4j.Uri));

        // Ten changes each, ten chunks a run, one more of another run at the end.
        var make = $"UNWIND range(0, {Chunks - 1}) AS i CREATE (:{KeptChanges.Label} {{first: 1 + i * 10, count: 10, run: 1 + i / 10, "
            + "at: '2026-01-01T00:00:00Z', types: 'Film'})";
        await client.RunAsync(new(make) { Access = AccessMode.Write }, NoRows.Instance);
        await client.RunAsync(new("CALL db.prepareForReplanning(60)") { Access = AccessMode.Write }, NoRows.Instance);
        try
        {
            const long next = Chunks * 10 + 1;
            await WithinAsync(async transaction =>
            {
                await KeptChanges.AppendAsync(Recorder(), TestNeo4j.Uri, transaction, CancellationToken.None);
                return true;
            });
            var last = await WithinAsync(async transaction =>
                Assert.Single(await KeptChanges.ReadHeadsAsync(long.MaxValue, 500, transaction, CancellationToken.None)));
            Assert.Equal((next, 1, LastRun), (last.First, last.Count, last.Run));
            var from = await WithinAsync(transaction => KeptChanges.ReadHeadsAsync(next - 15, 500, transaction, CancellationToken.None));
            Assert.Equal([next - 20, next - 10, next], from.Select(head => head.First));
            from = await WithinAsync(transaction => KeptChanges.ReadHeadsAsync(0, 3, transaction, CancellationToken.None));
            Assert.Equal([1L, 11, 21], from.Select(head => head.First));
            Assert.NotNull(await WithinAsync(transaction => KeptChanges.ReadDataAsync(next, transaction, CancellationToken.None)));
            var ofRun = await WithinAsync(transaction => KeptChanges.ReadRunAsync(LastRun, transaction, CancellationToken.None));
            Assert.Equal(next, Assert.Single(ofRun).First);
            await WithinAsync(transaction => KeptChanges.ForgetAsync(DateTimeOffset.UnixEpoch, transaction, CancellationToken.None));
        }
        finally
        {
            await client.RunAsync(new($"MATCH (c:{KeptChanges.Label}) DELETE c") { Access = AccessMode.Write }, NoRows.Instance);
        }

        async Task<T> WithinAsync<T>(Func<IStatementTransaction, Task<T>> work)
        {
            List<string> read = [];
            var answer = await client.WriteAsync((transaction, _) => work(new Profiled(transaction, read)));
            Assert.True(read.Count == 0, string.Join('\n', read));
            return answer;
        }
    }

    private static ChangeRecorder Recorder()
    {
        var records = new Records(Films).Node("Film", ("id", "new"), ("title", "New"));
        var recorder = new ChangeRecorder(LastRun, Stores.Now);
        recorder.Added(records.Batch, records.Batch.Nodes[0], 0, Cell.Null);
        return recorder;
    }

    /// <summary>Notes the statements that read much.</summary>
    private sealed class Profiled(IStatementTransaction transaction, List<string> muchRead) : IStatementTransaction
    {
        public async Task<StatementSummary> RunAsync(Statement statement, IRowSink rows, CancellationToken cancellationToken = default)
        {
            var summary = await transaction.RunAsync(statement with { Text = "PROFILE " + statement.Text }, rows, cancellationToken);
            if (Hits(summary.Profile!) is > MaxHits and var hits) muchRead.Add($"{hits} hits:\n{statement.Text}");
            return summary;
        }

        private static long Hits(IReadOnlyDictionary<string, object?> plan) =>
            Convert.ToInt64(plan.GetValueOrDefault("dbHits") ?? 0L)
            + (plan.GetValueOrDefault("children") as IEnumerable<object?> ?? []).OfType<IReadOnlyDictionary<string, object?>>().Sum(Hits);
    }
}
