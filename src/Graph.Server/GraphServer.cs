using System.Net.Sockets;
using Graph.Api;
using Graph.Api.Serving;
using Graph.Api.Streams;
using Graph.GraphQL;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Server.Access;
using Graph.Server.Access.Keys;
using Graph.Server.Access.Tls;
using Graph.Server.Assistants;
using Graph.Server.Explorer;
using Graph.Server.Exports;
using Graph.Server.Neo4jBrowser;
using Graph.Server.Telemetry;
using Graph.Server.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Graph.Server;

/// <summary>
/// A running server: the explorer at <c>/</c>, the GraphQL API at <c>/graphql</c>, exports at <c>/export</c>, assistants at <c>/mcp</c>, health at
/// <c>/health</c>, <c>/health/live</c> and <c>/health/ready</c>, the guide for Neo4j Browser at <c>/guide/intro.adoc</c>.
/// </summary>
public sealed class GraphServer : IAsyncDisposable
{
    /// <summary>Threads for what is answered without a store, and for sending: they never wait long.</summary>
    private const int ThreadsPerProcessor = 4;

    private readonly WebApplication application;

    private GraphServer(WebApplication application, GraphServerOptions options, IEnumerable<string> warnings)
    {
        this.application = application;
        Url = application.Urls.First() + options.PathBase;
        Warnings = [.. options.Access.Warnings(options.Urls), .. warnings];
    }

    /// <summary>The first address it listens at, with the path under which it is offered.</summary>
    public string Url { get; }

    /// <summary>What whoever runs it should know of who may ask, in sentences.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>
    /// Refuses what would fail at the start, as far as it can be told without a graph, so that none is made or filled for
    /// nothing: addresses, and operations that the schema does not have.
    /// </summary>
    /// <exception cref="CannotListenException">
    /// It cannot listen at an address, or nothing is said of who may ask there; the message says which and why.
    /// </exception>
    /// <exception cref="GraphQLException">A trusted document is not valid; carries the faults of all of them.</exception>
    /// <exception cref="OntologyConflictException">Two things of the ontology would have one name in the API.</exception>
    public static void Demand(Ontology ontology, GraphServerOptions options)
    {
        DemandAddresses(options);
        if (options.TrustedDocuments is null && ontology == Ontology.Shipped) return;
        var schema = GraphSchema.Create(ontology, new EmptyStore("", ontology), new() { IsSubgraph = options.IsSubgraph });
        _ = new RequestExecutor(schema, Limited(ExecutorOptions.Default, options));
    }

    /// <summary>Starts to listen.</summary>
    /// <exception cref="CannotListenException">
    /// The address is taken, or not this machine's, or nothing is said of who may ask there; the message says which.
    /// </exception>
    public static async Task<GraphServer> StartAsync(IGraphStore store, GraphServerOptions options, CancellationToken cancellationToken)
    {
        DemandAddresses(options);
        KeepThreads(store.IsEmbedded || options.Access.KnowsCallers ? options.Statements.PoolThreads : 0);
        var builder = CreateBuilder(options);
        AddGraph(builder.Services, store, options);
        builder.Services.AddSingleton<IHostLifetime, EndsByToken>();
        var built = builder.Build();
        Map(built, store, options);
        try
        {
            await built.StartAsync(cancellationToken);
            return new(built, options, await HeldKeys.WarningsAsync(store, options.Access, cancellationToken));
        }
        catch (Exception fault)
        {
            await built.StopAsync(CancellationToken.None);
            await built.DisposeAsync();
            if (fault is IOException or SocketException)
            {
                throw new CannotListenException(Messages.CannotListen(options.Urls, fault.Message), inner: fault);
            }
            throw;
        }
    }

    /// <summary>Serves until the token is cancelled, then lets running requests end.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(() => end.TrySetResult());
        await using var stopping = application.Lifetime.ApplicationStopping.Register(() => end.TrySetResult());
        await end.Task;
        await application.StopAsync(CancellationToken.None);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => application.DisposeAsync();

    /// <summary>
    /// The statements of an embedded store hold the threads of the pool that they run on. Beside as many as may work at once there have to be some
    /// that answer everybody else, from the beginning: the pool adds them one by one, a few in a second.
    /// </summary>
    private static void KeepThreads(int held)
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, held + Environment.ProcessorCount * ThreadsPerProcessor), completions);
    }

    private static void DemandAddresses(GraphServerOptions options)
    {
        ListenAddresses.Demand(options.Urls, options.Certificate is not null);
        options.Certificate?.Demand(TimeProvider.System);
        options.Access.Demand(options.Urls);
    }

    /// <summary>The web server without the API, for tests that serve something else with it.</summary>
    internal static WebApplicationBuilder CreateBuilder(GraphServerOptions options)
    {
        // Whatever ASPNETCORE_ENVIRONMENT says: in development the framework shows clients the stack of a fault.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], EnvironmentName = Environments.Production });
        builder.WebHost.UseUrls(options.Urls);
        // The images of .NET name a port of their own in the environment; the log of each start would tell that it is not listened at.
        builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, "").UseSetting(WebHostDefaults.HttpsPortsKey, "");
        builder.WebHost.UseSockets(ConnectionLimits.Apply);
        builder.WebHost.ConfigureKestrel(ConnectionLimits.Apply);
        if (options.Certificate is { } certificate)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
            builder.WebHost.ConfigureKestrel(kestrel => TlsEndpoints.Apply(kestrel, certificate));
        }

        builder.Logging.ClearProviders();
        var formatter = options.LogsJson ? JsonConsole.FormatterName : VisibleConsole.FormatterName;
        builder.Logging.AddConsole(console => console.FormatterName = formatter).SetMinimumLevel(LogLevel.Warning);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ConsoleFormatter, VisibleConsole>();
        builder.Services.AddSingleton<ConsoleFormatter, JsonConsole>();
        // What the web server says of single connections, such as one that broke off, any client can make it say without end;
        // faults of ours the endpoints tell themselves.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return builder;
    }

    /// <summary>The services of the API, for tests that host it in memory.</summary>
    internal static void AddGraph(IServiceCollection services, IGraphStore store, GraphServerOptions options)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<IClientIdentity, Caller>();
        services.AddScoped<OperationRecord>();
        AccessControl.Add(services, options.Access);
        Metrics.Add(services);
        var clients = options.Clients.Resolved(others: options.Access.KnowsCallers || ListenAddresses.BeyondThisMachine(options.Urls).Any());
        services.AddSingleton(provider => new ClientBudgets(clients, provider.GetRequiredService<TimeProvider>()));
        var statements = options.Statements with { CostPerMinute = clients.CostPerMinute!.Value };
        if (clients.Statements is { } places) statements = statements.WithPlacesPerClient(places);
        var (sizes, gate) = (new GraphSizes(), new StatementGate(statements, store.IsEmbedded));
        services.AddSingleton(gate);
        services.AddSingleton(provider => new ChangeStreams(store, gate, provider.GetRequiredService<TimeProvider>()));
        // Without a count queries are weighed as on a large graph, and the log says why there is none.
        services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        services.AddSingleton(provider => new ServedGraph(store, provider.GetRequiredService<RequestExecutor>(), gate));
        var gateOfViews = store.IsEmbedded ? gate : new StatementGate(statements, isEmbedded: true);
        var plan = ViewPlan.Of(Limited(ExecutorOptions.Default, options), gateOfViews) with { IsSubgraph = options.IsSubgraph };
        DatasetViews.Add(services, store, options.ViewFolder, plan);
        services.AddHostedService(provider => new SizeCount(store, sizes, provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddHostedService(provider => new IdleMemory(provider.GetRequiredService<RequestExecutor>(), IdleMemory.Collect));
        AssistantServer.Add(services);
        services.AddGraphQL(provider => GraphSchema.Create(
            store.Ontology,
            store,
            new()
            {
                Gate = gate,
                Sizes = sizes,
                IsSubgraph = options.IsSubgraph,
                Changes = provider.GetRequiredService<ChangeStreams>(),
            }), endpoint =>
        {
            endpoint.BusyStatuses = new Dictionary<string, int>(StringComparer.Ordinal)
            {
                [StatementGate.ClientCode] = StatusCodes.Status429TooManyRequests,
                [StatementGate.ServerCode] = StatusCodes.Status503ServiceUnavailable,
            };
            endpoint.AllowedOrigins = options.AllowedOrigins;
            endpoint.EndsStream = StreamPermission.Ends;
            endpoint.RefusesSocket = context => Caller.DatasetsOf(context) is null ? null : Messages.NoSocketsOfViews;
            endpoint.AdmitsOperation = ClientBudgets.RefusalOf;
            endpoint.ExecutorOf = context =>
            {
                OpenConnection.BeginWork(context);
                return ServedGraph.Of(context).Api;
            };
            endpoint.Profile = options.HttpProfile;
            endpoint.MaxBatch = options.MaxBatch;
            endpoint.Limits = endpoint.Limits with { SlowRequest = options.SlowLog };
            endpoint.Executor = Limited(endpoint.Executor, options);
        });
    }

    /// <summary>The endpoints of the API, for tests that host it in memory.</summary>
    internal static void Map(WebApplication application, IGraphStore store, GraphServerOptions options)
    {
        OpenConnection.Use(application);
        Access.TrustedProxies.Use(application, options.TrustedProxies);
        SecurityHeaders.Use(application, options.Access);
        AllowedHosts.Use(application, options.Access);
        if (options.PathBase.Length > 0) application.UsePathBase(options.PathBase);
        application.UseRouting(); // After the path before it is known.
        application.UseAuthentication();
        ClientBudgets.Use(application);
        application.UseAuthorization();
        DatasetViews.Use(application);
        application.MapGraphQL("/graphql").WithMetadata(new AccessControl.HasPage(), new DatasetViews.AnswersFromViews());
        application.MapHealth(store);
        Metrics.Map(application);
        ExportEndpoint.Map(application);
        AssistantServer.Map(application, options);
        application.MapBrowserGuide();
        application.MapExplorer(store);
    }

    private static ExecutorOptions Limited(ExecutorOptions executor, GraphServerOptions options) => executor with
    {
        Validation = executor.Validation with { AllowIntrospection = options.Introspection },
        TrustedDocuments = options.TrustedDocuments,
        TrustedDocumentsOnly = options.TrustedDocuments is not null,
        Limits = executor.Limits with { MaxCost = options.MaxCost, MaxListItems = options.MaxListItems },
    };

    /// <summary>
    /// Listens for no signal: whoever runs the server does, and two that end it at once would race, the second for what the first has let go.
    /// </summary>
    private sealed class EndsByToken : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
