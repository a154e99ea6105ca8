using Graph.GraphQL;

namespace Graph.Api.Serving;

/// <summary>
/// Lets a bounded number of statements work at once, in four lanes by their cost, so that cheap ones never wait for dear
/// ones. Within a lane clients take turns. All but the heavy ones run on threads of the pool, of which there have to be
/// <see cref="StatementGateOptions.PoolThreads"/> for them where the store is embedded; the heavy ones on threads
/// of their own.
/// </summary>
public sealed class StatementGate
{
    /// <summary>The code of a refusal because of one client's own statements.</summary>
    public const string ClientCode = "TOO_MANY_REQUESTS";

    /// <summary>The code of a refusal because of everybody's statements.</summary>
    public const string ServerCode = "SERVER_BUSY";

    /// <summary>The extension of a refusal that says when to come back, in seconds.</summary>
    public const string RetryAfter = "retryAfter";

    private readonly StatementGateOptions options;
    private readonly ClientBudget? budget;
    private readonly TimeProvider time;
    private readonly StatementLane instant;
    private readonly StatementLane light;
    private readonly StatementLane medium;
    private readonly StatementLane heavy;

    /// <summary>Makes a gate; one for each store that is served.</summary>
    /// <param name="options">The bounds.</param>
    /// <param name="isEmbedded">The store's <see cref="Model.Stores.IGraphStore.IsEmbedded"/>.</param>
    /// <param name="time">The clock; null: the system's.</param>
    public StatementGate(StatementGateOptions? options = null, bool isEmbedded = false, TimeProvider? time = null)
    {
        this.options = options ?? new();
        this.time = time ?? TimeProvider.System;
        var lightPlaces = isEmbedded ? this.options.EmbeddedLight : this.options.Light;
        instant = new(lightPlaces);
        light = new(lightPlaces);
        medium = new(this.options.Medium);
        heavy = new(this.options.Heavy);
        if (double.IsFinite(this.options.CostPerMinute)) budget = new(this.options.CostPerMinute, this.time);
    }

    /// <summary>Runs a statement when its turn has come.</summary>
    /// <param name="cost">What it may cost, in objects.</param>
    /// <param name="services">
    /// The services of the request, of which <see cref="IClientIdentity"/> tells the client; without it all are one client.
    /// </param>
    /// <param name="run">Runs it.</param>
    /// <param name="cancellationToken">Gives up the place in the queue, then the statement.</param>
    /// <param name="operation">What statements of one operation have in common; null: the statement is alone.</param>
    /// <exception cref="GraphQLException">Too many are waiting, or the client has used what it may in a minute.</exception>
    public async ValueTask RunAsync(
        double cost,
        IServiceProvider? services,
        Func<CancellationToken, ValueTask> run,
        CancellationToken cancellationToken,
        object? operation = null)
    {
        var client = (services?.GetService(typeof(IClientIdentity)) as IClientIdentity)?.Key ?? "";
        if (budget?.Take(client, cost) is { } wait) throw StatementLane.Refusal(ClientCode, ApiMessages.CostUsed(options.CostPerMinute), wait);
        var (lane, name) = cost <= options.InstantCost ? (instant, "instant")
            : cost <= options.LightCost ? (light, "light")
            : cost <= options.MediumCost ? (medium, "medium")
            : (heavy, "heavy");
        var came = time.GetTimestamp();
        await lane.EnterAsync(client, cancellationToken, operation);
        var began = time.GetTimestamp();
        using var activity = StatementMetrics.Began(name, cost, time.GetElapsedTime(came, began));
        try
        {
            // The caller goes on, so that the other root fields of its operation begin as well. A thread for each would cost a tenth of most of them.
            if (lane == medium) await Task.Yield();
            if (lane != heavy) await run(cancellationToken);
            else await Task.Factory.StartNew(
                () => run(cancellationToken).AsTask(),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).Unwrap();
        }
        finally
        {
            lane.Leave(client, operation);
            StatementMetrics.Ended(name, time.GetElapsedTime(began));
        }
    }
}
