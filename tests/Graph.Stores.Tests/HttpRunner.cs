using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Tests;

/// <summary>
/// The seam of the store over another wire: Neo4j's Query API on HTTP, as an adapter for another driver would be written. Values pass
/// through objects, which the built-in client spares.
/// </summary>
internal sealed partial class HttpRunner(string server) : IStatementRunner
{
    private static readonly MediaTypeHeaderValue Typed = new("application/vnd.neo4j.query");
    private readonly HttpClient client = new()
    {
        BaseAddress = new($"{server}/db/neo4j/query/v2/"),
        DefaultRequestHeaders = { Accept = { new(Typed.MediaType!) } }
    };

    public Task<StatementSummary> RunAsync(Statement statement, IRowSink rows, CancellationToken cancellationToken = default) =>
        RunAsync("", statement, rows, cancellationToken);

    public async Task<T> WriteAsync<T>(
        Func<IStatementTransaction, CancellationToken, Task<T>> work,
        TransactionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var path = "tx/" + (await AskAsync(HttpMethod.Post, "tx", [], cancellationToken)).GetProperty("transaction").GetProperty("id").GetString();
        try
        {
            var result = await work(new Transaction(this, path), cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            await AskAsync(HttpMethod.Post, path + "/commit", [], CancellationToken.None);
            return result;
        }
        catch (Exception exception) when (exception is not DatabaseException { Code: not null }) // After its own failure the server has rolled back.
        {
            await AskAsync(HttpMethod.Delete, path, null, CancellationToken.None);
            throw;
        }
    }

    public async Task<DatabaseHealth> PingAsync(CancellationToken cancellationToken = default)
    {
        var answer = await AskAsync(
            HttpMethod.Post,
            "",
            new JsonObject { ["statement"] = "CALL dbms.components() YIELD name, versions RETURN 'Neo4j/' + versions[0]" },
            cancellationToken);
        return new(true, "It answers.", (string?)TypedJson.Read(answer.GetProperty("data").GetProperty("values")[0][0]), TimeSpan.Zero, null);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return default;
    }

    private async Task<StatementSummary> RunAsync(string path, Statement statement, IRowSink rows, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["statement"] = statement.Text,
            ["parameters"] = TypedJson.Parameters(statement.Parameters.ToDictionary()),
            ["includeCounters"] = true
        };
        if (path.Length == 0) body["accessMode"] = statement.Access == AccessMode.Read ? "READ" : "WRITE";
        var answer = await AskAsync(HttpMethod.Post, path, body, cancellationToken);
        var data = answer.GetProperty("data");
        using var row = new PackStreamWriter();
        row.WriteValue(data.GetProperty("fields").EnumerateArray().Select(field => field.GetString()).ToList());
        rows.OnColumns(new(row.Written));
        foreach (var values in data.GetProperty("values").EnumerateArray())
        {
            row.Clear();
            row.WriteValue(values.EnumerateArray().Select(TypedJson.Read).ToList());
            rows.OnRow(new(row.Written));
        }

        var counters = answer.GetProperty("counters").EnumerateObject().Where(counter => counter.Value.ValueKind == JsonValueKind.Number);
        return new()
        {
            Rows = data.GetProperty("values").GetArrayLength(),
            Counters = counters.ToDictionary(
            counter => Capital().Replace(counter.Name, "-$0").ToLowerInvariant(),
            counter => (object?)counter.Value.GetInt64())
        };
    }

    private async Task<JsonElement> AskAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body.ToJsonString(), Typed) };
        using var response = await client.SendAsync(request, cancellationToken);
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync(cancellationToken) is { Length: > 0 } text ? text : "{}");
        if (!answer.TryGetProperty("errors", out var errors)) return answer;
        throw new ServerFailure(errors[0].GetProperty("code").GetString()!, errors[0].GetProperty("message").GetString()!).ToException(
            BoltSettings.Parse("bolt://over-http"),
            "nobody");
    }

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();

    private sealed class Transaction(HttpRunner runner, string path) : IStatementTransaction
    {
        public Task<StatementSummary> RunAsync(Statement statement, IRowSink rows, CancellationToken cancellationToken = default) =>
            runner.RunAsync(path, statement, rows, cancellationToken);
    }
}
