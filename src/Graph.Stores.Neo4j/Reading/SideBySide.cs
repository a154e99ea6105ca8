using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Reading;

/// <summary>
/// Pieces of work that go on side by side in one transaction: what all of them ask before they need an answer travels together, so that they wait
/// for one round trip and not for one each. Only one of them works at a time, in their order, so that they may share what they find.
/// </summary>
internal static class SideBySide
{
    /// <summary>Does the work.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="works">What is done; each asks its statements one after the other.</param>
    /// <param name="cancellationToken">Stops the statements.</param>
    /// <returns>When all is done; the first piece in their order that failed tells why.</returns>
    public static async Task RunAsync(
        IStatementTransaction transaction, IReadOnlyList<Func<IStatementTransaction, Task>> works, CancellationToken cancellationToken)
    {
        var lines = works.Select(_ => new Line(transaction.Server)).ToList();
        for (var i = 0; i < lines.Count; i++) await lines[i].BeginAsync(works[i]);
        while (lines.FindAll(line => line.Asked is not null) is { Count: > 0 } waiting)
        {
            IReadOnlyList<StatementSummary> summaries;
            try
            {
                summaries = await transaction.RunAllAsync([.. waiting.Select(line => line.Asked!)], cancellationToken);
            }
            catch (Exception exception)
            {
                // The exchange was that of all of them.
                foreach (var line in waiting) await line.FailAsync(exception);
                continue;
            }

            foreach (var (line, summary) in waiting.Zip(summaries)) await line.GoOnAsync(summary);
        }

        await Task.WhenAll(lines.Select(line => line.Work));
    }

    /// <summary>One piece of work, which waits with each statement until those of the others are there.</summary>
    private sealed class Line(string? server) : IStatementTransaction
    {
        private TaskCompletionSource paused = new();
        private TaskCompletionSource<StatementSummary> answer = new();

        public string? Server => server;

        /// <summary>What it waits for; null while it works, and at its end.</summary>
        public AskedStatement? Asked { get; private set; }

        /// <summary>The work.</summary>
        public Task Work { get; private set; } = Task.CompletedTask;

        public Task<StatementSummary> RunAsync(Statement statement, IRowSink rows, CancellationToken cancellationToken = default)
        {
            answer = new();
            Asked = new(statement, rows);
            paused.TrySetResult();
            return answer.Task;
        }

        public Task BeginAsync(Func<IStatementTransaction, Task> work)
        {
            Work = DoAsync(work);
            return PausedAsync();
        }

        public Task GoOnAsync(StatementSummary summary)
        {
            Asked = null;
            paused = new();
            answer.SetResult(summary);
            return PausedAsync();
        }

        public Task FailAsync(Exception exception)
        {
            Asked = null;
            paused = new();
            answer.SetException(exception);
            return PausedAsync();
        }

        // What is thrown before there is anything to wait for is told like what is thrown later.
        private async Task DoAsync(Func<IStatementTransaction, Task> work) => await work(this);

        private Task PausedAsync() => Task.WhenAny(Work, paused.Task);
    }
}
