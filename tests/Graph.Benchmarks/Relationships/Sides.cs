using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Graph.Api.Serving;
using Graph.GraphQL.Execution;
using Graph.Model.Stores;
using Graph.Stores.Neo4j;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;
using Graph.Stores.Sqlite.Database;

namespace Graph.Benchmarks.Relationships;

/// <summary>One way to put a question to a graph.</summary>
internal interface ISide
{
    /// <summary>Asks and reads the whole answer.</summary>
    /// <returns>How many rows it has.</returns>
    Task<int> AskAsync(string text);
}

/// <summary>What comes before rounds that count.</summary>
internal static class Warming
{
    private const int FewestRounds = 10;

    /// <summary>Asks for a second, in which code is compiled as it is in a server that has been asked for a while.</summary>
    public static async Task WarmAsync(this ISide side, string asked)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < FewestRounds || Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(1); i++) await side.AskAsync(asked);
    }
}

/// <summary>The product, from the text of a request to the bytes of the response, without HTTP.</summary>
internal sealed class Product(IGraphStore store) : ISide
{
    private readonly RequestExecutor executor = GraphExecutor.Create(store);

    public Task<int> AskAsync(string text) => AskAsync(text, record: null);

    /// <summary>Asks, and takes down what each statement took.</summary>
    public async Task<int> AskAsync(string text, OperationRecord? record)
    {
        var answer = new ArrayBufferWriter<byte>();
        await executor.ExecuteAsync(GraphQLRequest.Of(text) with { Record = record }, answer);
        using var document = JsonDocument.Parse(answer.WrittenMemory);
        if (document.RootElement.TryGetProperty("errors", out var errors)) throw new InvalidOperationException($"{text}: {errors}");
        var value = document.RootElement.GetProperty("data").EnumerateObject().Single().Value;
        if (value.ValueKind == JsonValueKind.Object)
            value = value.EnumerateObject().Select(field => field.Value).FirstOrDefault(field => field.ValueKind == JsonValueKind.Array);
        return value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : 1;
    }
}

/// <summary>A statement on a connection like those of the store, all columns of which are read, as whoever asks does.</summary>
internal sealed class SqlByHand(string path) : ISide
{
    private readonly Connection connection = new StoreFile(path, TimeSpan.Zero).OpenForReading();
    private long bytes;

    public Task<int> AskAsync(string text)
    {
        var statement = connection.Prepare(text);
        var rows = 0;
        try
        {
            for (; statement.Step(); rows++)
            {
                for (var column = 0; column < statement.Columns; column++) bytes += statement.Utf8(column).Length;
            }

            return Task.FromResult(rows);
        }
        finally
        {
            statement.Reset();
        }
    }
}

/// <summary>A statement over Bolt.</summary>
internal sealed class CypherByHand(string location) : ISide
{
    private readonly BoltClient client = new(Neo4jStore.SettingsOf(location));

    public async Task<int> AskAsync(string text)
    {
        var rows = new RowCount();
        await client.RunAsync(new Stores.Neo4j.Bolt.Statement(text), rows);
        return rows.Rows;
    }

    private sealed class RowCount : IRowSink
    {
        public int Rows { get; private set; }

        public void OnRow(PackStreamReader row) => Rows++;
    }
}
