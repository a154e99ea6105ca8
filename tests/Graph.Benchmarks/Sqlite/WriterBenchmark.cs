using System.Diagnostics;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Stores.Sqlite;

namespace Graph.Benchmarks.Sqlite;

/// <summary>The writer alone: batches prepared in memory, only the time inside the store is counted.</summary>
internal static class WriterBenchmark
{
    public static async Task RunAsync(string path, int accusations, int batchSize, TextWriter output)
    {
        await using var store = await SqliteStore.OpenAsync(path, Ontology.Shipped);
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        foreach (var title in new[] { "first import", "second import" })
        {
            var (watch, records, processor) = (new Stopwatch(), 0L, TimeSpan.Zero);
            var counts = default(WriteCounts);
            foreach (var batch in new NewsGraph(accusations, batchSize).Batches())
            {
                var before = Environment.CpuUsage.TotalTime;
                watch.Start();
                var result = await writer.WriteAsync(batch, DateTimeOffset.UnixEpoch, CancellationToken.None);
                watch.Stop();
                processor += Environment.CpuUsage.TotalTime - before;
                records += batch.Count;
                counts += result.Nodes + result.Relationships;
            }

            var written = watch.Elapsed;
            var beforeTallies = Environment.CpuUsage.TotalTime;
            watch.Start();
            var tallies = await writer.FinishAsync(CancellationToken.None);
            watch.Stop();
            var all = processor + Environment.CpuUsage.TotalTime - beforeTallies;
            await output.WriteLineAsync(
                $"{title}: {records} records in {watch.Elapsed.TotalSeconds:0.00} s ({written.TotalSeconds:0.00} s without {tallies} tallies), {records / watch.Elapsed.TotalSeconds:0} a second; "
                + $"processor {all.TotalSeconds:0.00} s ({processor.TotalSeconds:0.00} s), {records / all.TotalSeconds:0} a second; {counts}, "
                + $"{Environment.WorkingSet / 1_000_000} MB, file {new FileInfo(path).Length / 1_000_000} MB");
        }
    }
}
