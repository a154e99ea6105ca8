using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Planning;
using Graph.GraphQL.TypeSystem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Graph.GraphQL.AspNetCore.Tests;

/// <summary>A GraphQL endpoint on a port of the system's choice.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    public const string Sdl = """
        type Query { hello(name: String = "you"): String, fails: Int, failsHard: Int!, refuses: Int, slow: String, long(times: Int): String, ask(filter: Filter): String, items(limit: Int): [Item] }
        type Item { id: ID! items(limit: Int): [Item] }
        input Filter { name: String, and: [Filter!] }
        type Mutation { change: String }
        type Subscription { count(to: Int!): Int, silent: Int, broken: Int, crashes: Int, steps(from: Int = 0, to: Int!): Int }
        """;

    private readonly WebApplication app;

    private TestServer(WebApplication app) => this.app = app;

    public HttpClient Client { get; private set; } = new();

    public string Url { get; private set; } = "";

    public List<string> Log { get; private set; } = [];

    public TaskCompletionSource Canceled { get; private init; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Somebody listens to the silent subscription.</summary>
    public TaskCompletionSource Listening { get; private init; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<TestServer> StartAsync(
        Action<GraphQLHttpOptions>? configure = null, Action<KestrelServerLimits>? kestrel = null, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (kestrel is not null) builder.WebHost.ConfigureKestrel(options => kestrel(options.Limits));
        var lines = new List<string>();
        var canceled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // As a host does that lets no client fill its log.
        builder.Logging.ClearProviders().AddProvider(new Lines(lines)).AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical);
        if (time is not null) builder.Services.AddSingleton(time);
        builder.Services.AddGraphQL(_ => Schema.Build(Sdl, Behavior(canceled, listening)), configure);
        var app = builder.Build();
        app.MapGraphQL();
        await app.StartAsync();
        var server = new TestServer(app) { Url = app.Urls.Single() + "/graphql", Canceled = canceled, Listening = listening };
        server.Client.BaseAddress = new(server.Url);
        server.Log = lines;
        return server;
    }

    public async Task<Answer> PostAsync(
        string json,
        string? accept = "application/json",
        string? contentType = "application/json",
        params (string Name, string Value)[] headers)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
        if (contentType is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = content };
        return await SendAsync(request, accept, headers);
    }

    public Task<Answer> AskAsync(string query, object? variables = null, string accept = "application/json") =>
        PostAsync(JsonSerializer.Serialize(new { query, variables }), accept);

    public async Task<Answer> GetAsync(string query, string? accept = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Url + query);
        return await SendAsync(request, accept, headers);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request, string? accept, params (string Name, string Value)[] headers)
    {
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request);
        return new(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            await response.Content.ReadAsStringAsync(),
            response.Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Waits until a line of the log says this.</summary>
    public async Task LoggedAsync(string words)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            lock (Log)
                if (Log.Exists(line => line.Contains(words, StringComparison.Ordinal))) return;
            await Task.Delay(50);
        }

        Assert.Fail($"No line of the log says \"{words}\".");
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private static SchemaOptions Behavior(TaskCompletionSource canceled, TaskCompletionSource listening) => new()
    {
        Resolvers = new Dictionary<(string, string), FieldResolver>
        {
            [("Query", "hello")] = context => new($"Hello {context.Arguments["name"]}"),
            [("Query", "fails")] = _ => throw new GraphQLException("It fails."),
            [("Query", "refuses")] = _ => throw new GraphQLException(
                new GraphQLError("The password sesame is wrong.") { Extensions = new Dictionary<string, object?> { ["code"] = "AWAY" } }),
            [("Query", "failsHard")] = _ => throw new InvalidOperationException("the password is secret"),
            [("Query", "long")] = context => new(new string('x', (int)context.Arguments["times"]!)),
            [("Query", "slow")] = async context =>
            {
                using var registration = context.CancellationToken.Register(() => canceled.TrySetResult());
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
                return null;
            },
            [("Mutation", "change")] = _ => new("changed"),
        },
        Subscriptions = new Dictionary<(string, string), SubscriptionResolver>
        {
            [("Subscription", "count")] = context => Count((int)context.Arguments["to"]!),
            [("Subscription", "silent")] = _ => Silent(canceled, listening),
            [("Subscription", "broken")] = _ => Broken(),
            [("Subscription", "crashes")] = _ => Crashing(),
        },
        Planners = new Dictionary<(string, string), IFieldPlanner> { [("Subscription", "steps")] = new Steps() },
    };

    private static async IAsyncEnumerable<object?> Count(int to)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Yield();
            yield return new Dictionary<string, object?> { ["count"] = i };
        }
    }

    private static async IAsyncEnumerable<object?> Silent(
        TaskCompletionSource canceled,
        TaskCompletionSource listening,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var registration = cancellationToken.Register(() => canceled.TrySetResult());
        listening.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        yield break;
    }

    private static async IAsyncEnumerable<object?> Broken()
    {
        yield return new Dictionary<string, object?> { ["broken"] = 1 };
        await Task.Yield();
        throw new GraphQLException("The source has ended early.");
    }

    private static async IAsyncEnumerable<object?> Crashing()
    {
        await Task.Yield();
        if (Environment.ProcessId != 0) throw new InvalidOperationException("the path is secret");
        yield break;
    }

    /// <summary>A response as tests look at it.</summary>
    public sealed record Answer(int Status, string? ContentType, string Body, IReadOnlyDictionary<string, string> Headers);

    public sealed class Lines(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines) lines.Add($"{logLevel}: {formatter(state, exception)} {exception?.Message}");
        }

        public void Dispose() { }
    }
}
