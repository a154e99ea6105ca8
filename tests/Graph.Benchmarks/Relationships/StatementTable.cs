using System.Diagnostics;
using System.Globalization;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;
using Graph.Server.Stores;

namespace Graph.Benchmarks.Relationships;

/// <summary>
/// Where the time of a question goes: what it takes as a whole, what its statements take together, each from asking to the last row, and what the
/// statement by hand takes, with the ratios of the first two to it; then each statement. The least of several rounds, which other work on the
/// machine lengthens least. Statements that travel together over Bolt each take as long as the slowest, so that their sum says nothing there.
/// </summary>
internal static class StatementTable
{
    private const int Rounds = 60;

    /// <summary>Prints each statement of the questions with its least time and its rows.</summary>
    /// <param name="only">Of the questions those whose names begin so.</param>
    /// <param name="location">The graph.</param>
    /// <param name="output">Takes the statements.</param>
    public static async Task RunAsync(string only, string location, TextWriter output)
    {
        if (!StoreLocation.TryParse(location, out var parsed, out var fault)) throw new ArgumentException(fault, nameof(location));
        await using var store = await GraphStores.OpenExistingAsync(parsed, Ontology.Shipped, CancellationToken.None);
        var product = new Product(store);
        ISide byHand = parsed is StoreLocation.Sqlite sqlite ? new SqlByHand(sqlite.Path) : new CypherByHand(location);
        foreach (var question in RelationshipQuestion.All.Where(question => question.Name.StartsWith(only, StringComparison.Ordinal)))
        {
            var statement = parsed is StoreLocation.Sqlite ? question.Sql : question.Cypher;
            await product.WarmAsync(question.GraphQL);
            await byHand.WarmAsync(statement);
            var steps = new List<OperationStep>();
            var (times, timesByHand) = (new List<double>(), new List<double>());
            for (var i = 0; i < Rounds; i++)
            {
                var record = new OperationRecord { Recorded = int.MaxValue };
                var start = Stopwatch.GetTimestamp();
                await product.AskAsync(question.GraphQL, record);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                start = Stopwatch.GetTimestamp();
                await byHand.AskAsync(statement);
                timesByHand.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                steps.AddRange(record.Slowest);
            }

            var (whole, least) = (times.Min(), timesByHand.Min());
            var each = steps.GroupBy(step => step.What).ToList();
            var statements = each.Sum(step => step.Min(one => one.Worked.TotalMilliseconds) * step.Count() / Rounds);
            await output.WriteLineAsync(
                Line($"## {question.Name}: {whole:0.000} ms, statements {statements:0.000} ms, by hand {least:0.000} ms, {whole / least:0.00} and {statements / least:0.00}"));
            foreach (var step in each)
            {
                var (one, rows) = (step.Min(each => each.Worked.TotalMilliseconds), step.Sum(each => each.Rows) / step.Count());
                await output.WriteLineAsync(Line($"### {one:0.000} ms, {(double)step.Count() / Rounds:0.#} times, {rows} rows"));
                await output.WriteLineAsync(step.Key);
            }
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
