using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Graph.Api.Questions;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;

namespace Graph.Server.Assistants;

/// <summary>Asks the API for an assistant, with the limits that hold for everybody.</summary>
internal sealed class Questions(Ontology ontology, RequestExecutor api)
{
    /// <summary>Nodes of one name that are listed.</summary>
    private const int Namesakes = 5;

    /// <summary>The domain.</summary>
    public Ontology Ontology => ontology;

    /// <summary>The description of a root field of the API; null where it is not offered.</summary>
    public string? DescriptionOf(string? field) => field is null ? null : api.Schema.QueryType!.Fields.Find(field)?.Description;

    /// <summary>The names of an enum's values; none where there is no such enum.</summary>
    public IReadOnlyList<string> ValuesOf(string name) =>
        api.Schema.FindType(name) is Graph.GraphQL.TypeSystem.EnumType type ? [.. type.Values.Select(value => value.Name)] : [];

    /// <summary>The data of an answer.</summary>
    /// <exception cref="AssistantRefusalException">The API refuses; the message is its own.</exception>
    public async ValueTask<JsonObject> AskAsync(
        string query, Dictionary<string, object?> variables, ToolCall call, CancellationToken cancellationToken)
    {
        var request = GraphQLRequest.Of(query, JsonSerializer.Serialize(variables)) with
        {
            Services = call.Services,
            QueriesOnly = true,
            Record = call.Services.Record(),
        };
        using var answer = await api.ExecuteAsync(request, cancellationToken);
        if (answer.Errors.Count > 0) throw new AssistantRefusalException(string.Join(' ', answer.Errors.Select(error => error.Message)));
        return JsonNode.Parse(answer.Body.ToArray())!["data"]!.AsObject();
    }

    /// <summary>The id of the one that a name means.</summary>
    /// <exception cref="AssistantRefusalException">Nobody is called so, or several are, or nobody can be looked up.</exception>
    public async ValueTask<string> IdOfAsync(EntityType type, string written, ToolCall call, CancellationToken cancellationToken)
    {
        var (found, near, errors) = await new NameLookup(api, type).FindAsync(written, Namesakes + 1, call.Services, cancellationToken);
        if (errors.Count > 0) throw new AssistantRefusalException(string.Join(' ', errors.Select(error => error.Message)));
        return found is [var one]
            ? one.Id
            : throw new AssistantRefusalException(Messages.NotOneNode(type, written, [.. found.Take(Namesakes)], near));
    }

    /// <summary>The data of an answer after what whoever reads it has to be told.</summary>
    public JsonObject WithNotice(JsonObject data)
    {
        var answer = new JsonObject();
        if (ontology.Act?.Notice is { } notice) answer["notice"] = notice;
        foreach (var (name, value) in data.ToList())
        {
            data.Remove(name);
            answer[name] = value;
        }

        return answer;
    }
}
