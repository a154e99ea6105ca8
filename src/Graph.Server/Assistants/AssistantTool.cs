using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Graph.Server.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Graph.Server.Assistants;

/// <summary>A question that an assistant may ask of the graph. It reads and changes nothing.</summary>
internal sealed class AssistantTool : McpServerTool
{
    // What is answered is read by programs and never put into a page.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IReadOnlyList<ToolArgument> arguments;
    private readonly Func<ToolCall, CancellationToken, ValueTask<JsonObject>> answer;

    /// <summary>A tool.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it answers.</param>
    /// <param name="arguments">What it may be told.</param>
    /// <param name="answer">Answers a call.</param>
    public AssistantTool(
        string name, string description, IReadOnlyList<ToolArgument> arguments, Func<ToolCall, CancellationToken, ValueTask<JsonObject>> answer)
    {
        (this.arguments, this.answer) = (arguments, answer);
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(arguments.Select(argument => KeyValuePair.Create(argument.Name, (JsonNode?)argument.Schema()))),
            ["required"] = new JsonArray([.. arguments.Where(argument => argument.IsRequired).Select(argument => JsonValue.Create(argument.Name))]),
            ["additionalProperties"] = false,
        };
        ProtocolTool = new()
        {
            Name = name,
            Description = description,
            InputSchema = JsonSerializer.SerializeToElement(schema),
            Annotations = new() { ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
        };
    }

    /// <inheritdoc/>
    public override Tool ProtocolTool { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<object> Metadata => [];

    /// <inheritdoc/>
    public override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        // Over two streams there is no log.
        var watched = request.Services is { } services && services.GetService<IHttpContextAccessor>()?.HttpContext is { } context
            ? new WatchedWork(context, services, "tool " + ProtocolTool.Name)
            : null;
        var result = await AnswerAsync(request, cancellationToken);
        watched?.End(result.IsError == true, result.Content is [TextContentBlock block] ? Encoding.UTF8.GetByteCount(block.Text) : 0);
        return result;
    }

    private async ValueTask<CallToolResult> AnswerAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        try
        {
            var call = new ToolCall(ProtocolTool.Name, arguments, request.Params?.Arguments, request.Services);
            var found = (await answer(call, cancellationToken)).ToJsonString(Json);
            if (found.Length > Limits.AssistantAnswerChars) throw new AssistantRefusalException(Messages.AnswerTooLong(Limits.AssistantAnswerChars));
            return new() { Content = [new TextContentBlock { Text = found }], StructuredContent = JsonElement.Parse(found) };
        }
        catch (AssistantRefusalException refusal)
        {
            return new() { IsError = true, Content = [new TextContentBlock { Text = refusal.Message }] };
        }
    }
}
