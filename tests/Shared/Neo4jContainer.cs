using System.Net;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;

namespace Graph.Tests;

/// <summary>
/// A Neo4j in a container, for whoever has a container engine (Docker, Podman) and nothing else: what runs is the image that
/// <c>docker-compose.yml</c> runs too. It is thrown away when the process of the tests ends.
/// </summary>
internal static class Neo4jContainer
{
    private const string Image = "neo4j:5.26.28-community";
    private const int BoltPort = 7687;
    private const int HttpPort = 7474;

    /// <summary>Pulling the image may take minutes where it is not there yet.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Why none can be started here, or null. Asks the engine once.</summary>
    public static string? NotAtHand { get; } = TestcontainersSettings.OS.DockerEndpointAuthConfig is null
        ? "no container engine answers either (DOCKER_HOST, or the engine's own socket)"
        : null;

    /// <summary>Starts one with an empty database, and waits until it answers.</summary>
    /// <param name="bolt">The port of this machine for Bolt; the server tells it to those who route, so it is chosen beforehand.</param>
    /// <param name="http">The port of this machine for HTTP.</param>
    public static StartedNeo4j Start(int bolt, int http)
    {
        var container = new ContainerBuilder(Image)
            .WithPortBinding(bolt, BoltPort)
            .WithPortBinding(http, HttpPort)
            .WithEnvironment("NEO4J_AUTH", "none")
            .WithEnvironment("NEO4J_dbms_usage__report_enabled", "false")
            .WithEnvironment("NEO4J_server_bolt_advertised__address", $"{IPAddress.Loopback}:{bolt}")
            .WithEnvironment("NEO4J_server_memory_heap_initial__size", "512m")
            .WithEnvironment("NEO4J_server_memory_heap_max__size", "512m")
            .WithEnvironment("NEO4J_server_memory_pagecache_size", "64m")
            .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(request => request.ForPort(HttpPort).ForPath("/")))
            .Build();
        using var limit = new CancellationTokenSource(Patience);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => RemoveAsync(container).GetAwaiter().GetResult();
        container.StartAsync(limit.Token).GetAwaiter().GetResult();
        return new($"bolt://{container.Hostname}:{bolt}", $"http://{container.Hostname}:{http}");
    }

    private static async Task RemoveAsync(IContainer container) => await container.DisposeAsync();
}
