using System.Text.Json;
using Graph.Api.Tests.Plans;
using Graph.GraphQL;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;

namespace Graph.Api.Tests;

/// <summary>The API over a store that records what it is asked.</summary>
internal sealed class TestApi
{
    private readonly RequestExecutor executor;

    public TestApi(Ontology? ontology = null, GraphApiOptions? options = null, RequestLimits? limits = null)
    {
        Store = new(ontology ?? Domains.Accusations);
        executor = new(GraphSchema.Create(Store.Ontology, Store, options), new() { Limits = limits ?? new() });
    }

    public RecordingStore Store { get; }

    /// <summary>The logical query of the only root field, as text.</summary>
    public string Plan(string query, string? variables = null)
    {
        Store.Compiled.Clear();
        var answer = Ask(query, variables);
        Assert.True(Store.Compiled.Count == 1, answer);
        return LogicalQueryText.Of(Store.Compiled[0]);
    }

    /// <summary>The logical query that was put to the store, as text.</summary>
    public string Put(string query, string? variables = null)
    {
        Store.Readings.Clear();
        var answer = Ask(query, variables);
        Assert.True(Store.Readings.Count == 1, answer);
        return LogicalQueryText.Of(Store.Readings[0].Query);
    }

    /// <summary>The response to rows given as JSON.</summary>
    public string Answer(string query, params string[] rows)
    {
        Store.Rows = rows;
        return Ask(query);
    }

    /// <summary>The response.</summary>
    public string Ask(string query, string? variables = null, JsonElement extensions = default)
    {
        using var response = executor.ExecuteAsync(GraphQLRequest.Of(query, variables) with { Extensions = extensions }).AsTask().GetAwaiter()
            .GetResult();
        using var json = JsonDocument.Parse(response.Body);
        return response.ToString();
    }

    /// <summary>The response to somebody who can take a stream.</summary>
    public string AskForStream(string query)
    {
        using var response = executor.ExecuteAsync(GraphQLRequest.Of(query) with { StreamsAllowed = true }).AsTask().GetAwaiter().GetResult();
        return response.ToString();
    }

    /// <summary>The values of the last reading's parameters.</summary>
    public IReadOnlyList<object?> Values => Store.Readings[^1].Values;
}
