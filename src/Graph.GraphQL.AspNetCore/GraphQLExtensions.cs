using Graph.GraphQL.AspNetCore;
using Graph.GraphQL.Execution;
using Graph.GraphQL.TypeSystem;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts GraphQL into an ASP.NET Core application.</summary>
public static class GraphQLExtensions
{
    /// <summary>Adds a <see cref="RequestExecutor"/> and what the endpoint needs.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="schema">Makes the schema, once, when the first request comes or the executor is asked for.</param>
    /// <param name="configure">Sets limits and behavior.</param>
    public static IServiceCollection AddGraphQL(
        this IServiceCollection services,
        Func<IServiceProvider, Schema> schema,
        Action<GraphQLHttpOptions>? configure = null)
    {
        var options = new GraphQLHttpOptions();
        configure?.Invoke(options);
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new RequestExecutor(schema(provider), options.Executor));
        services.AddSingleton(provider => new SlowLog(LogOf(provider), options.Limits.SlowRequest, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new GraphQLEndpoint(
            provider.GetRequiredService<RequestExecutor>(),
            options,
            provider.GetRequiredService<TimeProvider>(),
            LogOf(provider),
            provider.GetRequiredService<SlowLog>(),
            provider.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? default));
        return services;

        static ILogger LogOf(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>().CreateLogger("Graph.GraphQL");
    }

    /// <summary>Answers GraphQL at a path, for every HTTP method, and over WebSocket.</summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern = "/graphql")
    {
        // The protocol has pings of its own.
        var pipeline = endpoints.CreateApplicationBuilder().UseWebSockets(new() { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        pipeline.Run(context => context.RequestServices.GetRequiredService<GraphQLEndpoint>().HandleAsync(context));
        return endpoints.Map(pattern, pipeline.Build()).WithDisplayName("GraphQL");
    }
}
