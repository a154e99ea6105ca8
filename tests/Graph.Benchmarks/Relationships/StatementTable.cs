using System.Diagnostics;
using System.Globalization;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;
using Graph.Server.Stores;

namespace Graph.Benchmarks.Relationships;

/// <summary>
/// Where the time of a question goes: what each of the product's statements takes of it, from asking to the last row, and what is left for
/// the request itself and for the transaction; beside what the statement by hand takes. The least of several rounds, which other work on the
/// machine lengthens least.
/// </summary>
internal static class StatementTable
{
    private const int Warming = 30;
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
            for (var i = 0; i < Warming; i++) await product.AskAsync(question.GraphQL);
            for (var i = 0; i < Warming; i++) await byHand.AskAsync(statement);
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

            await output.WriteLineAsync(Line($"## {question.Name}: {times.Min():0.000} ms, by hand {timesByHand.Min():0.000} ms"));
            foreach (var step in steps.GroupBy(step => step.What))
            {
                var (each, rows) = (step.Min(one => one.Worked.TotalMilliseconds), step.Sum(one => one.Rows) / step.Count());
                await output.WriteLineAsync(Line($"### {each:0.000} ms, {(double)step.Count() / Rounds:0.#} times, {rows} rows"));
                await output.WriteLineAsync(step.Key);
            }
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
