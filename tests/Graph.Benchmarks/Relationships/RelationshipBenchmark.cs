using System.Diagnostics;
using System.Globalization;
using Graph.Model.Ontologies;
using Graph.Server.Stores;

namespace Graph.Benchmarks.Relationships;

/// <summary>
/// The questions about relationships, put in turns by the product and by hand, so that whatever else the machine does burdens both
/// alike; and how their times grow from one graph to the next. Times are medians: of SQLite the processor's, of Neo4j by the clock.
/// </summary>
internal static class RelationshipBenchmark
{
    private const int LeastRounds = 7;
    private const int MostRounds = 200;

    /// <summary>Rounds of one question end when it has been asked for this long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>A question that takes longer than this is asked once, not in rounds.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    /// <summary>Prints one table: a line for each question, two columns for each graph, the time and how it is to that by hand.</summary>
    /// <param name="locations">Graphs of the same making, the smaller first: <c>sqlite:FILE</c> or <c>bolt://HOST:PORT</c>.</param>
    /// <param name="output">Takes the table, in Markdown.</param>
    /// <param name="only">Of the questions those whose names begin so; empty: all.</param>
    public static async Task RunAsync(IReadOnlyList<string> locations, TextWriter output, string only = "")
    {
        await output.WriteLineAsync($"| question | {string.Join(" | ", locations.Select(location => $"{location} | by hand"))} |");
        await output.WriteLineAsync($"| --- |{string.Concat(Enumerable.Repeat(" --- |", 2 * locations.Count))}");
        var graphs = new List<(ISide Product, ISide ByHand, bool IsEmbedded)>();
        foreach (var location in locations) graphs.Add(await OpenAsync(location));
        foreach (var question in RelationshipQuestion.All.Where(question => question.Name.StartsWith(only, StringComparison.Ordinal)))
        {
            await output.WriteAsync($"| {question.Name} |");
            foreach (var (product, byHand, isEmbedded) in graphs)
                await output.WriteAsync(await CompareAsync(question, product, byHand, isEmbedded));
            await output.WriteLineAsync();
        }
    }

    private static async Task<(ISide Product, ISide ByHand, bool IsEmbedded)> OpenAsync(string location)
    {
        if (!StoreLocation.TryParse(location, out var parsed, out var fault)) throw new ArgumentException(fault, nameof(location));
        var store = await GraphStores.OpenExistingAsync(parsed, Ontology.Shipped, CancellationToken.None);
        return parsed is StoreLocation.Sqlite sqlite
            ? (new Product(store), new SqlByHand(sqlite.Path), true)
            : (new Product(store), new CypherByHand(location), false);
    }

    private static async Task<string> CompareAsync(RelationshipQuestion question, ISide product, ISide byHand, bool isEmbedded)
    {
        try
        {
            var statement = isEmbedded ? question.Sql : question.Cypher;
            var first = Stopwatch.StartNew();
            var (rows, rowsByHand) = (await product.AskAsync(question.GraphQL), await byHand.AskAsync(statement));
            if (rows != rowsByHand) return $" {rows} rows | {rowsByHand} rows, not the same question |";
            var (times, timesByHand) = (new List<double>(), new List<double>());
            var least = first.Elapsed > Slow ? 1 : LeastRounds;
            if (first.Elapsed < Patience)
            {
                await product.WarmAsync(question.GraphQL);
                await byHand.WarmAsync(statement);
            }

            var watch = Stopwatch.StartNew();
            while (times.Count < least || (watch.Elapsed < Patience && times.Count < MostRounds))
            {
                times.Add(await TimeAsync(product, question.GraphQL, isEmbedded));
                timesByHand.Add(await TimeAsync(byHand, statement, isEmbedded));
            }

            return string.Create(
                CultureInfo.InvariantCulture,
                $" {Text(Median(times))} | {Median(times) / Median(timesByHand):0.0} |");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return $" {fault.Message.ReplaceLineEndings(" ")} | |";
        }
    }

    // An embedded store works on this process's own time, which others on the machine do not lengthen.
    private static async Task<double> TimeAsync(ISide side, string text, bool isEmbedded)
    {
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await side.AskAsync(text);
        return (isEmbedded ? Environment.CpuUsage.TotalTime - processor : Stopwatch.GetElapsedTime(started)).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static string Text(double time_ms) => string.Create(CultureInfo.InvariantCulture, $"{time_ms:0.##} ms");
}
