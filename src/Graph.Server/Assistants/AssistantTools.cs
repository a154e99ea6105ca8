using System.Text.Json.Nodes;
using Graph.Api;
using Graph.GraphQL.Execution;
using Graph.Model;
using Graph.Model.Ontologies;
using ModelContextProtocol.Server;

namespace Graph.Server.Assistants;

/// <summary>What assistants can ask of a graph: tools made from its ontology, answered through its API.</summary>
internal sealed class AssistantTools(Ontology ontology, RequestExecutor api)
{
    private readonly IReadOnlyList<McpServerTool> tools = [.. Of(new(ontology, api))];

    /// <summary>Fills in the options of a server for assistants; over HTTP each call has options of its own.</summary>
    public void Configure(McpServerOptions options)
    {
        options.ServerInfo = new() { Name = "graph", Version = ProgramVersion.Text };
        options.ServerInstructions = Messages.AssistantInstructions(ontology.Act);
        options.ToolCollection = [.. tools];
    }

    private static IEnumerable<McpServerTool> Of(Questions questions)
    {
        if (questions.DescriptionOf(NameQueries.SearchField) is { } description)
        {
            var types = new ToolArgument("type", Messages.ArgumentType) { Values = questions.ValuesOf("SearchableType") };
            yield return new AssistantTool(
                NameQueries.SearchField, Messages.ToolDescription(description, questions.Ontology.Act),
                [
                    new("text", Messages.ArgumentText) { IsRequired = true },
                    types,
                    new("limit", Messages.ArgumentLimit) { Usual = 10, Most = Limits.AssistantRows },
                ],
                (call, cancellationToken) => SearchAsync(questions, call, cancellationToken));
        }

        if (questions.Ontology.Act is not { } act) yield break;
        foreach (var tool in new ActTools(questions, act).All()) yield return tool;
    }

    private static async ValueTask<JsonObject> SearchAsync(Questions questions, ToolCall call, CancellationToken cancellationToken)
    {
        var act = questions.Ontology.Act is { } acts && questions.ValuesOf("SearchableType").Contains(acts.Type.Name) ? acts : null;
        var variables = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["text"] = call.Text("text"),
            ["types"] = call.Text("type") is { } type ? new[] { type } : null,
            ["first"] = call.Number("limit"),
        };
        return questions.WithNotice(await questions.AskAsync(ReportQueries.Search(act), variables, call, cancellationToken));
    }
}
