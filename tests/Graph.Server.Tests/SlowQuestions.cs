using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using Graph.GraphQL.AspNetCore;
using Graph.Server.Telemetry;
using Graph.Server.Tests.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Graph.Server.Tests;

/// <summary>What the log tells of operations that are slow: everything but what was asked for.</summary>
public sealed class SlowQuestions : AccessTest
{
    /// <summary>What stands in questions, and nowhere else.</summary>
    private static readonly string[] Values = ["hidden", "Hidden", "HIDDEN", "8123", "0.8127", "1987", "9071"];

    /// <summary>Every way in which a value is given.</summary>
    private static readonly string[] Questions =
    [
        "query Watched { hiddenAlias: people(where: { name: { contains: \"hidden\" }, id: { in: [\"hidden-1\", \"hidden-2\"] } }, limit: 8123) { hiddenName: name } }",
        "query Watched { accusations(where: { confidence: { gt: 0.8127 }, saidOn: { gte: \"1987-06-05\" }, accusers: { some: { name: { startsWith: \"hidden\" } } } }) { id made: accusers(where: { name: { eq: \"hidden\" } }, limit: 8123) { id } } }",
        "query Watched { accusationsConnection(first: 8123, where: { matter: { contains: \"hidden\" } }) { totalCount edges { cursor } } }",
        "query Watched { search(text: \"hidden 9071\", first: 8123) { totalCount hits { id fields { snippet } } suggestions } }",
        "query Watched { accusationGroups(by: [{ property: ACT }], having: { count: { gt: 9071 } }, limit: 8123) { count } accusationTimeline(bucket: MONTH, where: { matter: { contains: \"hidden\" } }) { time } }",
        "query Watched { whoAccusedWhom(where: { saidOn: { lt: \"1987-06-05\" } }, limit: 8123) { accusations } topActors: actors(where: { accusedInCount: { gt: 9071 } }) { id } }",
        "query Watched { accusationChains(from: \"hidden-1\", to: \"hidden-2\") { complete } paths(from: { type: Actor, id: \"hidden-1\" }, to: { type: Actor, id: \"hidden-2\" }) { paths { length } } }",
        "query Watched { neighbourhood(of: [{ type: Actor, id: \"hidden-1\" }]) { nodes { key } } accusationThreads(where: { matter: { contains: \"hidden\" } }) { size } }",
        "query Watched { imports(limit: 81, offset: 8123) { id } changes(first: 81) { next } counts { type count } freshness { type } }",
    ];

    [Fact]
    public async Task AreToldWithFieldsCostAndStatementsAndNoValue()
    {
        var lines = new Lines();
        await using var server = await StartAsync(TimeSpan.Zero, lines);
        foreach (var question in Questions) await AskAsync(server, new { query = question });
        await AskAsync(server, new
        {
            query = "query Watched($name: String, $many: Int) { people(where: { name: { eq: $name } }, limit: $many) { id } }",
            variables = new { name = "hidden", many = 8123 },
        });
        Assert.Equal(Questions.Length + 1, lines.Written.Count);
        foreach (var (message, state) in lines.Written)
        {
            Assert.Matches("operation Watched was slow: (Success|NoData), ", message);
            Assert.True((double)state["Cost"]! > 0, message);
            Assert.True((int)state["Steps"]! > 0, message);
            Assert.NotEmpty((string)state["Fields"]!);
            var steps = Assert.IsAssignableFrom<IReadOnlyList<LoggedStep>>(state["Slowest"]);
            Assert.All(steps, step => Assert.Contains(step.Statement, message, StringComparison.Ordinal));
            // A limit may be as much as all costs.
            var rest = message.Replace(string.Create(CultureInfo.InvariantCulture, $"cost {state["Cost"]};"), "", StringComparison.Ordinal);
            Assert.All(Values, value => Assert.DoesNotContain(value, rest, StringComparison.Ordinal));
        }

        Assert.Contains(" 0 rows: SELECT ", lines.Written[0].Message, StringComparison.Ordinal);
        Assert.Contains("Fields people, cost ", lines.Written[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AreOnlyThoseThatTakeAsLongAsWasSaid()
    {
        var lines = new Lines();
        await using var server = await StartAsync(TimeSpan.FromHours(1), lines);
        await AskAsync(server, new { query = Questions[0] });
        Assert.Empty(lines.Written);
    }

    [Theory]
    [InlineData("search", "\"text\":\"hidden 9071\"", "search")]
    [InlineData("get_actor", "\"name\":\"hidden\"", "actors, search")]
    [InlineData("accusations", "\"since\":\"1987-06-05\"", "accusations")]
    public async Task AreThoseOfAssistantsAlso(string tool, string arguments, string field)
    {
        var lines = new Lines();
        await using var server = await StartAsync(TimeSpan.Zero, lines);
        using var call = new StringContent(
            $$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{tool}}","arguments":{ {{arguments}} } } }""", Encoding.UTF8, "application/json");
        using var asked = new HttpRequestMessage(HttpMethod.Post, server.Urls.First() + "/mcp") { Content = call };
        asked.Headers.Accept.ParseAdd("application/json, text/event-stream");
        using var answer = await Client.SendAsync(asked);
        Assert.Equal(200, (int)answer.StatusCode);
        AssertTold(Assert.Single(lines.Written), "tool " + tool, field.Split(", "));
    }

    [Theory]
    [InlineData("graphml", "", "")]
    [InlineData("csv", "&where={\"matter\":{\"contains\":\"hidden\"}}", "")]
    [InlineData("graphml", "&query={people(where:{name:{eq:\"hidden\"}}){id}}", "people")]
    public async Task AreExportsAlso(string format, string part, string field)
    {
        var lines = new Lines();
        await using var server = await StartAsync(TimeSpan.Zero, lines);
        using var answer = await Client.GetAsync($"{server.Urls.First()}/export?format={format}{part}");
        Assert.Equal(200, (int)answer.StatusCode);
        await answer.Content.ReadAsByteArrayAsync();
        // The line is written when the answer has been sent.
        for (var tries = 0; tries < 400 && lines.Count == 0; tries++) await Task.Delay(25);
        var line = Assert.Single(lines.Written);
        AssertTold(line, "export " + format, field.Length == 0 ? [] : [field]);
        // What has no root fields has no cost of an operation either.
        Assert.Equal(field.Length > 0, line.State.ContainsKey("Fields") && line.State.ContainsKey("Cost"));
        Assert.Matches(field.Length > 0 ? @" ms\. Fields people, cost [^;]+; \d+ statements worked" : @" ms\. \d+ statements worked", line.Message);
    }

    [Theory]
    [InlineData("{ __typename }", " ms. Fields __typename, cost 0; no statement was asked.")]
    [InlineData("{ nope }", " ms. No statement was asked.")]
    public async Task AreToldWithoutStatementsWhereThereWasNone(string query, string end)
    {
        var lines = new Lines();
        await using var server = await StartAsync(TimeSpan.Zero, lines);
        (await Client.PostAsJsonAsync(server.Urls.First() + "/graphql", new { query })).Dispose();
        var (message, state) = Assert.Single(lines.Written);
        Assert.EndsWith(end, message, StringComparison.Ordinal);
        Assert.Equal(0, state["Steps"]);
        Assert.False(state.ContainsKey("Slowest"));
    }

    private static void AssertTold((string Message, IReadOnlyDictionary<string, object?> State) line, string operation, string[] fields)
    {
        Assert.Contains($", operation {operation} was slow: ", line.Message, StringComparison.Ordinal);
        Assert.True((int)line.State["Steps"]! > 0, line.Message);
        Assert.True((long)line.State["Bytes"]! > 0, line.Message);
        Assert.All(fields, field => Assert.Contains(field, ((string)line.State["Fields"]!).Split(", ")));
        Assert.All(Values, value => Assert.DoesNotContain(value, line.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void StandInJsonWithEachStatementApart()
    {
        using var written = new StringWriter();
        IReadOnlyList<LoggedStep> steps =
        [
            new(new("SELECT 1\n  FROM \"a\"", TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2.5), 3)),
            new(new(new('x', 5_000), default, default, 0)),
        ];
        KeyValuePair<string, object?>[] state = [new("Slowest", steps)];
        new JsonConsole(new Clock()).Write(
            new LogEntry<IReadOnlyList<KeyValuePair<string, object?>>>(LogLevel.Warning, "Graph", new(3), state, null, (_, _) => "slow"), null, written);
        var cut = new string('x', 2_000);
        Assert.Contains(
            """
            "Slowest":[{"milliseconds":2.5,"waitedMilliseconds":1,"rows":3,"statement":"SELECT 1 FROM \u0022a\u0022"},{"milliseconds":0,"waitedMilliseconds":0,"rows":0,"statement":"
            """ + cut + "\\u2026\"}]",
            written.ToString(),
            StringComparison.Ordinal);
    }

    private async Task AskAsync(WebApplication server, object question)
    {
        using var answer = await Client.PostAsJsonAsync(server.Urls.First() + "/graphql", question);
        // Nodes of an id that nobody has are an error of their field, not of the question.
        Assert.Contains("\"data\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<WebApplication> StartAsync(TimeSpan slow, Lines lines)
    {
        var options = new GraphServerOptions { Urls = "http://127.0.0.1:0", SlowLog = slow };
        var builder = GraphServer.CreateBuilder(options);
        GraphServer.AddGraph(builder.Services, Store, options);
        builder.Logging.ClearProviders().AddProvider(lines);
        var server = builder.Build();
        GraphServer.Map(server, Store, options);
        await server.StartAsync();
        return server;
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public List<(string Message, IReadOnlyDictionary<string, object?> State)> Written { get; } = [];

        public int Count
        {
            get
            {
                lock (Written) return Written.Count;
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id != 3 || state is not IReadOnlyList<KeyValuePair<string, object?>> parts) return;
            lock (Written) Written.Add((formatter(state, exception), parts.ToDictionary(part => part.Key, part => part.Value, StringComparer.Ordinal)));
        }

        public void Dispose()
        {
        }
    }
}
