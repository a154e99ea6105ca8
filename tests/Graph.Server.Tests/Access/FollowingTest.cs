using Graph.Api.Streams;
using Graph.Stores.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Server.Tests.Access;

/// <summary>A test that follows the changes of a graph, over a server whose parts it can look at.</summary>
public abstract class FollowingTest : AccessTest
{
    private protected static object Follow(string document = "subscription { accusationsChanged { id } }") => new { query = document };

    private protected async Task<WebApplication> ServeAsync(GraphServerOptions options, TimeProvider? time = null)
    {
        options = options with { Urls = "http://127.0.0.1:0" };
        var builder = GraphServer.CreateBuilder(options);
        if (time is not null) builder.Services.AddSingleton(time);
        GraphServer.AddGraph(builder.Services, Store, options);
        var server = builder.Build();
        GraphServer.Map(server, Store, options);
        await server.StartAsync();
        return server;
    }

    private protected static string Api(WebApplication server) => server.Urls.First() + "/graphql";

    private protected static int Listeners(WebApplication server) => server.Services.GetRequiredService<ChangeStreams>().Listeners;

    /// <summary>Writes an accusation into the graph.</summary>
    private protected async Task AccuseAsync(string id)
    {
        await using var writer = await Store.OpenWriterAsync(CancellationToken.None);
        var records = new Records(Store.Ontology)
            .Node("Person", ("id", "ada"), ("name", "Ada"))
            .Node(
                "Accusation", ("id", id), ("act", "ACCUSE"), ("matter", "of everything"), ("modality", "ASSERTED"), ("confidence", 1.0),
                ("method", "CURATED"), ("importedAt", DateTimeOffset.UnixEpoch))
            .Relationship("MADE", "Person:ada", "Accusation:" + id);
        await writer.WriteAsync(records.Batch, DateTimeOffset.UnixEpoch, CancellationToken.None);
        await writer.FinishAsync(CancellationToken.None);
    }
}
