using Graph.Api.Serving;
using Graph.Model.Stores;
using Graph.Server.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Server;

namespace Graph.Server.Assistants;

/// <summary>Answers assistants by the Model Context Protocol: over HTTP beside the API, or over two streams.</summary>
public static class AssistantServer
{
    /// <summary>Where assistants ask over HTTP.</summary>
    internal const string Path = "/mcp";

    /// <summary>Serves one assistant over two streams, such as standard input and output, until its input ends.</summary>
    /// <param name="store">The graph.</param>
    /// <param name="input">What the assistant writes.</param>
    /// <param name="output">What it reads; nothing else may write there.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(IGraphStore store, Stream input, Stream output, CancellationToken cancellationToken)
    {
        var options = new McpServerOptions();
        new AssistantTools(store.Ontology, GraphExecutor.Create(store)).Configure(options);
        await using var transport = new StreamServerTransport(input, output, options.ServerInfo!.Name);
        await using var server = McpServer.Create(transport, options);
        await server.RunAsync(cancellationToken);
    }

    /// <summary>The services of <see cref="Path"/>. No call knows of another: the server keeps nothing of an assistant.</summary>
    internal static void Add(IServiceCollection services) => services.AddMcpServer().WithHttpTransport(transport =>
    {
        transport.SessionMode = HttpServerSessionMode.Stateless;
        // Each call has options of its own.
        transport.ConfigureSessionOptions = (context, options, _) =>
        {
            Access.OpenConnection.BeginWork(context);
            ServedGraph.Of(context).Assistants.Configure(options);
            return Task.CompletedTask;
        };
    });

    /// <summary>
    /// Maps <see cref="Path"/>, which like every endpoint is for those who may read. A server that answers trusted documents alone answers no
    /// assistant.
    /// </summary>
    internal static void Map(IEndpointRouteBuilder endpoints, GraphServerOptions options)
    {
        if (options.TrustedDocuments is null) endpoints.MapMcp(Path).WithMetadata(new DatasetViews.AnswersFromViews());
        else endpoints.Map(Path, context => Refusal.SendAsync(context, StatusCodes.Status403Forbidden, Messages.AssistantsNothing, "FORBIDDEN"));
    }
}
