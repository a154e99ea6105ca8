using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Graph.Tests;

namespace Graph.EndToEnd.Tests;

[Collection(OneServer.Turns)]
public sealed partial class ServingThroughARestart(OneServer shared) : IDisposable
{
    private const int Clients = 8;

    /// <summary>Two for each client, whose query has two root fields, and one for the question about health.</summary>
    private const int MostConnections = (2 * Clients) + 1;
    private const int Accusations = 400;

    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentQueue<string> wrong = [];
    private int answered;
    private int refused;

    [OwnNeo4jFact]
    public async Task AServiceWhoseDatabaseIsKilledSaysSoRecoversByItselfAndLeavesNothingBehind()
    {
        var server = await shared.EmptyAsync();
        AccusationFile.Write(folder["accusations.jsonl"], Accusations);
        (await GraphProcess.RunAsync(folder.Path, "import", "accusations.jsonl", "--store", server.Uri)).Succeeds();
        var before = await ConnectionsAsync(server);
        Assert.Equal(0, before);

        using (var service = GraphProcess.Start(folder.Path, "serve", "--store", server.Uri, "--urls", "http://127.0.0.1:0"))
        {
            using var client = new HttpClient
            {
                BaseAddress = new Uri(Address().Match(await service.UntilAsync(said => Address().IsMatch(said))).Value),
                Timeout = TimeSpan.FromSeconds(30)
            };
            using var stop = new CancellationTokenSource();
            var load = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => AskForeverAsync(client, new Uri(server.Uri).Authority, stop.Token)))
                .ToArray();
            await UntilAsync(() => Volatile.Read(ref answered) > 200);
            Assert.Equal((HttpStatusCode.OK, "ready"), await HealthAsync(client, "/health/ready"));

            await server.KillAsync();
            await UntilAsync(() => Volatile.Read(ref refused) > 20);
            var (status, words) = await HealthAsync(client, "/health/ready");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Equal("The database cannot be reached; try again later.", words);
            Assert.Equal((HttpStatusCode.OK, "live"), await HealthAsync(client, "/health/live"));

            await server.StartAgainAsync();
            var again = Volatile.Read(ref answered);
            await UntilAsync(() => Volatile.Read(ref answered) > again + 200);
            Assert.Equal((HttpStatusCode.OK, "ready"), await HealthAsync(client, "/health/ready"));
            await stop.CancelAsync();
            await Task.WhenAll(load);

            Assert.Empty(wrong);
            Assert.InRange(await ConnectionsAsync(server), 1, MostConnections);
            await server.NothingRunsAsync();
            Assert.Contains(new Uri(server.Uri).Authority, service.Talk, StringComparison.Ordinal); // The address is for the log alone.
            Assert.DoesNotContain("   at ", service.Output + service.Talk, StringComparison.Ordinal);
            service.Interrupt();
            (await service.EndAsync()).Succeeds();
        }

        while (await ConnectionsAsync(server) > before) await Task.Delay(50);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Every answer is the right one or a sentence that names the database.</summary>
    private async Task AskForeverAsync(HttpClient client, string database, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            using var response = await client.PostAsJsonAsync("/graphql", new { query = "{ accusations(limit: 3, sort: [{ saidOn: DESC }]) { matter accusers { name } } accusationsConnection { totalCount } }" }, CancellationToken.None);
            var text = await response.Content.ReadAsStringAsync(CancellationToken.None);
            var answer = JsonElement.Parse(text);
            if (!answer.TryGetProperty("errors", out var errors))
            {
                Interlocked.Increment(ref answered);
                if (answer.GetProperty("data").GetProperty("accusationsConnection").GetProperty("totalCount").GetInt32() != Accusations)
                    wrong.Enqueue(text);
            }
            else
            {
                Interlocked.Increment(ref refused);
                await Task.Delay(20, CancellationToken.None); // A database that starts needs the processors more than who is refused at once.
                if (!errors.EnumerateArray().All(error => error.GetProperty("message").GetString()!.StartsWith($"The ", StringComparison.Ordinal)
                    && !error.ToString().Contains(database, StringComparison.Ordinal)))
                    wrong.Enqueue(text);
            }
        }
    }

    private static async Task<(HttpStatusCode Status, string Words)> HealthAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (response.StatusCode, answer.TryGetProperty("reason", out var reason)
            ? reason.GetString()!
            : answer.GetProperty("status").GetString()!);
    }

    private static async Task<int> ConnectionsAsync(OwnNeo4j server) =>
        (await server.AskAsync("CALL dbms.listConnections() YIELD connector WHERE connector = 'bolt' RETURN count(*)")).Single()[0].GetInt32();

    private static async Task UntilAsync(Func<bool> reached)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!reached()) await Task.Delay(20, limit.Token);
    }

    [GeneratedRegex("http://127.0.0.1:[1-9][0-9]*")]
    private static partial Regex Address();
}
