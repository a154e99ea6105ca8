using System.Diagnostics;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite;

namespace Graph.Benchmarks.Sqlite;

/// <summary>The questions of a dashboard put to the store alone, on one thread, beside the figures of the design.</summary>
internal static class ReadingBenchmark
{
    public static async Task RunAsync(string path, TextWriter output)
    {
        await using var store = await SqliteStore.OpenAsync(path, Ontology.Shipped);
        foreach (var (name, goal_ms, query, values) in Questions.All())
        {
            var compiled = store.Compile(PreparedQuery.Of(query));
            var rows = new RowCounter();
            for (var i = 0; i < 5; i++) await store.ReadAsync(compiled, values, rows, CancellationToken.None);
            var times = new List<double>();
            rows.Rows = 0;
            var whole = Stopwatch.StartNew();
            while (whole.ElapsedMilliseconds < 1000 && times.Count < 20_000)
            {
                var watch = Stopwatch.StartNew();
                await store.ReadAsync(compiled, values, rows, CancellationToken.None);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            var median = times[times.Count / 2];
            await output.WriteLineAsync($"{name,-24} p50 {median,8:0.0000} ms  best {times[0],8:0.0000} ms  goal {goal_ms,6} ms  ratio {times[0] / goal_ms:0.00}  rows {rows.Rows / times.Count} bytes {rows.Bytes}");
        }
    }

    /// <summary>Copies every row, as a response does, and counts.</summary>
    private sealed class RowCounter : IRowConsumer
    {
        private readonly ResponseBuffer buffer = new(64 * 1024);

        public long Rows { get; set; }

        public int Bytes { get; private set; }

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            buffer.Truncate(0);
            row.WriteScalar(buffer, ScalarKind.String);
            Bytes = buffer.Length;
            Rows++;
        }
    }
}
