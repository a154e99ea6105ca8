using System.Text.Json;
using Graph.Api;
using Graph.GraphQL.Execution;
using Graph.Model.Stores;

namespace Graph.Stores.Tests.Walks;

/// <summary>The API over a store.</summary>
internal sealed class GraphApi(IGraphStore store)
{
    private readonly RequestExecutor executor = new(GraphSchema.Create(store.Ontology, store));

    /// <summary>Writes records, tallies and all, and gives the API over them.</summary>
    public static async Task<GraphApi> OfAsync(IGraphStore store, Records records)
    {
        await using (var writer = await store.OpenWriterAsync(CancellationToken.None))
        {
            var written = await writer.WriteAsync(records.Batch, Stores.Now, CancellationToken.None);
            Assert.Empty(written.Refused);
            await writer.FinishAsync(CancellationToken.None);
        }

        return new(store);
    }

    /// <summary>The response as it is sent.</summary>
    public async Task<string> AskAsync(string query, object? variables = null, CancellationToken cancellationToken = default)
    {
        var given = variables is null ? null : JsonSerializer.Serialize(variables);
        using var response = await executor.ExecuteAsync(GraphQLRequest.Of(query, given), cancellationToken);
        return response.ToString();
    }

    /// <summary>The value of the only root field, without errors.</summary>
    public async Task<JsonElement> ValueAsync(string query, object? variables = null)
    {
        var answer = JsonElement.Parse(await AskAsync(query, variables));
        Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
        return answer.GetProperty("data").EnumerateObject().Single().Value;
    }

    /// <summary>The sentence in which a field is refused.</summary>
    public async Task<string> RefusalAsync(string query, object? variables = null)
    {
        var answer = JsonElement.Parse(await AskAsync(query, variables));
        return answer.GetProperty("errors").EnumerateArray().Single().GetProperty("message").GetString()!;
    }
}
