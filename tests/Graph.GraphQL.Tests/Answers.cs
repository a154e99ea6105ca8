using System.Text.Json;
using Graph.GraphQL.Execution;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Tests;

/// <summary>How tests ask: a schema, a JSON tree that default resolvers read, and the response as text.</summary>
internal static class Answers
{
    public static RequestExecutor Executor(string sdl, SchemaOptions? options = null, ExecutorOptions? limits = null) =>
        new(Schema.Build(sdl, options), limits);

    public static async Task<string> AnswerAsync(
        this RequestExecutor executor,
        string document,
        string? variables = null,
        string? data = null,
        string? operationName = null,
        CancellationToken cancellationToken = default)
    {
        var request = GraphQLRequest.Of(document, variables, operationName) with { RootValue = data is null ? null : JsonElement.Parse(data) };
        using var response = await executor.ExecuteAsync(request, cancellationToken);
        return response.ToString();
    }

    public static Task<string> Ask(string sdl, string document, string? variables = null, string? data = null, string? operationName = null) =>
        Executor(sdl).AnswerAsync(document, variables, data, operationName);
}
