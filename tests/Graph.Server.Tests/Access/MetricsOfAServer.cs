using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Graph.Server.Access;
using Graph.Server.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Graph.Server.Tests.Access;

public sealed class MetricsOfAServer : AccessTest
{
    [Fact]
    public async Task TellOperatorsWhatWasAskedAndNobodyElse()
    {
        var (reader, operates) = (Folder.Add("reader"), Folder.Add("operator", null, Role.Operate));
        await using var server = await StartAsync(new() { Access = new() { KeyFile = Folder.File } });
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/graphql?query=query%20Everybody{people{name}}", reader)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync("/metrics", "graph_none")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync("/metrics", reader)).Status);
        var (status, told) = await AskAsync("/metrics", operates);
        Assert.Equal(HttpStatusCode.OK, status);
        string[] metrics =
        [
            "graphql_request_duration_seconds_count", "graph_statement_duration_seconds_count", "graph_statement_cost_total",
            "http_server_request_duration_seconds_count", "graph_statement_rows_total",
            "graphql_cache_lookups_total", "db_client_connection_count", "db_client_connection_pending_requests",
        ];
        foreach (var metric in metrics)
            Assert.Contains(metric, told, StringComparison.Ordinal);
        Assert.Contains("graphql_operation_name=\"Everybody\"", told, StringComparison.Ordinal);
        Assert.DoesNotContain("graph_none", told, StringComparison.Ordinal);

        async Task<(HttpStatusCode Status, string Text)> AskAsync(string path, string key)
        {
            using var answer = await SendAsync(server, path, key);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task AreForSomebodyAtTheMachineWhereNobodyIsAskedWhoTheyAre()
    {
        await using var server = await StartAsync(new());
        using var here = await Client.GetAsync(server.Url + "/metrics");
        Assert.Equal(HttpStatusCode.OK, here.StatusCode);
        Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.1");
        using var passedOn = await Client.GetAsync(server.Url + "/metrics");
        Assert.Equal(HttpStatusCode.Unauthorized, passedOn.StatusCode);
    }

    [Fact]
    public async Task HaveTheNamesThatTheDashboardAsksFor()
    {
        await using var server = await StartAsync(new());
        using var asked = await Client.GetAsync(server.Url + "/graphql?query={people{name}}");
        asked.EnsureSuccessStatusCode();
        var told = await Client.GetStringAsync(server.Url + "/metrics");
        var board = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "operators", "server.json"));
        var panels = JsonElement.Parse(board).GetProperty("panels").EnumerateArray().ToList();
        Assert.Equal(16, panels.Count);
        // Of imports the command tells, not a server.
        foreach (var panel in panels.Where(panel => panel.GetProperty("title").GetString() != "Imports"))
        {
            var names = panel.GetProperty("targets").EnumerateArray()
                .SelectMany(target => Regex.Matches(target.GetProperty("expr").GetString()!, @"\b\w+(?=\{)")).Select(match => match.Value).ToList();
            Assert.NotEmpty(names);
            Assert.All(names, name => Assert.Matches($@"(?m)^{name}\{{", told));
        }

        // What panels tell series apart by is there too, but for what Prometheus adds and what is told of imports.
        foreach (var label in Regex.Matches(board, @"by \(([^)]*)\)").SelectMany(match => match.Groups[1].Value.Split(", ")).Distinct())
            if (label is not ("instance" or "graph_outcome")) Assert.Contains($"{label}=\"", told, StringComparison.Ordinal);
    }

    [Fact]
    public void LinesOfTheLogAreJsonWithTheRequestsId()
    {
        using var written = new StringWriter();
        KeyValuePair<string, object?>[] state = [new("Request", "id-1"), new("Milliseconds", 2.5), new("Count", 3), new("{OriginalFormat}", "…")];
        new JsonConsole(new Clock()).Write(
            new LogEntry<IReadOnlyList<KeyValuePair<string, object?>>>(LogLevel.Warning, "Graph.Server", new(3), state, null, (_, _) => "line\nbroken \u001b[2J"),
            null,
            written);
        Assert.Equal(
            """{"time":"1970-01-01T00:00:00+00:00","level":"Warning","category":"Graph.Server","event":3,"message":"line\nbroken \u001B[2J","Request":"id-1","Milliseconds":2.5,"Count":3}""" + Environment.NewLine,
            written.ToString());
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
