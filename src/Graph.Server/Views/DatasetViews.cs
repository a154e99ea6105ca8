using System.Globalization;
using Graph.Api.Serving;
using Graph.GraphQL.AspNetCore;
using Graph.Model.Stores;
using Graph.Model.Text;
using Graph.Server.Access;
using Graph.Server.Access.Keys;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Graph.Server.Views;

/// <summary>
/// The views of a server, one for each set of datasets that callers are held to: sets that are the same share one. They are made when they
/// are asked for; those of the keys that a server begins with are begun with it.
/// </summary>
/// <param name="whole">The whole graph.</param>
/// <param name="folder">Where their files are kept; null: where the system keeps temporary files.</param>
/// <param name="plan">How they are served.</param>
/// <param name="keys">The keys that the server begins with.</param>
/// <param name="time">The clock.</param>
/// <param name="logs">Is told what goes wrong.</param>
internal sealed class DatasetViews(
    IGraphStore whole,
    string? folder,
    ViewPlan plan,
    KnownKeys keys,
    TimeProvider time,
    ILoggerFactory logs) : BackgroundService, IAsyncDisposable
{
    private readonly Dictionary<string, KeptView> views = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lazy<ViewFolder> files = new(
        () => new(folder ?? Path.GetTempPath()), LazyThreadSafetyMode.PublicationOnly);
    private readonly ILogger log = logs.CreateLogger("Graph.Server");
    private bool hasEnded;

    /// <summary>The views as a service, which begins with the server and ends with it.</summary>
    public static void Add(IServiceCollection services, IGraphStore whole, string? folder, ViewPlan plan)
    {
        services.AddSingleton(provider => new DatasetViews(
            whole,
            folder,
            plan,
            provider.GetRequiredService<KnownKeys>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddHostedService(provider => provider.GetRequiredService<DatasetViews>());
    }

    /// <summary>
    /// Gives each caller who is held to datasets the view of these, and nothing else: an endpoint that does not say that it answers from views
    /// (<see cref="AnswersFromViews"/>) is closed to them.
    /// </summary>
    public static void Use(WebApplication application)
    {
        var views = application.Services.GetRequiredService<DatasetViews>();
        var origins = application.Services.GetRequiredService<GraphQLHttpOptions>().AllowedOrigins;
        application.Use(async (context, next) =>
        {
            var endpoint = context.GetEndpoint();
            // What routing answers itself, such as that a method is not taken there, is no endpoint that anybody has mapped.
            if (endpoint is not RouteEndpoint || Caller.DatasetsOf(context) is not { } datasets
                || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            {
                await next(context);
                return;
            }

            if (endpoint.Metadata.GetMetadata<AnswersFromViews>() is null)
            {
                await Refusal.SendAsync(context, StatusCodes.Status403Forbidden, Messages.NotFromViews, "FORBIDDEN");
                return;
            }

            var (view, fault) = await views.UseAsync(datasets, context.RequestAborted);
            if (view is null)
            {
                if (origins.Count > 0 && CrossOrigin.Apply(context, origins)) return;
                context.Response.Headers.RetryAfter = Limits.ViewRetrySeconds.ToString(CultureInfo.InvariantCulture);
                await Refusal.SendAsync(context, StatusCodes.Status503ServiceUnavailable, fault!, StatementGate.ServerCode);
                return;
            }

            // Let go after the last byte was sent, however the request ends.
            context.Response.RegisterForDisposeAsync(new Turn(view));
            context.Features.Set(view.Served);
            await next(context);
        });
    }

    /// <summary>The view of some datasets, which its user has to let go of; or a sentence that says why there is none now.</summary>
    public async ValueTask<(View? View, string? Fault)> UseAsync(IReadOnlyCollection<string> datasets, CancellationToken cancellationToken)
    {
        var (kept, surplus) = KeptOf(datasets);
        foreach (var one in surplus) await one.EndAsync();
        return kept is null ? (null, Messages.ViewNotMade) : await kept.UseAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        List<KeptView> all;
        lock (gate)
        {
            hasEnded = true;
            all = [.. views.Values];
            views.Clear();
        }

        foreach (var one in all) await one.EndAsync();
        if (files.IsValueCreated) files.Value.Dispose();
        turn.Dispose();
        Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        foreach (var datasets in keys.Datasets.Take(plan.MaxViews))
        {
            var (view, _) = await UseAsync(datasets, stoppingToken);
            if (view is not null) await view.LetGoAsync();
        }
    }

    private (KeptView? Kept, IReadOnlyList<KeptView> Surplus) KeptOf(IReadOnlyCollection<string> datasets)
    {
        IReadOnlyList<string> names = [.. datasets.Distinct(StringComparer.Ordinal).Order(CodePointOrder.Instance)];
        // Each name is told with its length, so that no two sets have one key.
        var key = string.Concat(names.Select(name => $"{name.Length}:{name}"));
        lock (gate)
        {
            if (hasEnded) return (null, []);
            if (!views.TryGetValue(key, out var kept)) views.Add(key, kept = new(whole, names, MakeAsync, Limits.ViewPatience, time, log));
            kept.UsedAt = time.GetTimestamp();
            return (kept, TakeSurplus(kept));
        }
    }

    private List<KeptView> TakeSurplus(KeptView wanted)
    {
        var surplus = new List<KeptView>();
        foreach (var (key, one) in views.Where(view => view.Value != wanted).OrderBy(view => view.Value.UsedAt).ToList())
        {
            if (views.Count <= plan.MaxViews && views.Values.Sum(view => view.Bytes) <= plan.MaxAllBytes) break;
            views.Remove(key);
            surplus.Add(one);
        }

        return surplus;
    }

    /// <summary>One after the other, for each takes a processor.</summary>
    private async Task<View> MakeAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await View.MakeAsync(whole, names, files.Value.NewFile(), plan, time, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Marks an endpoint that answers of a graph and asks <see cref="ServedGraph.Of"/> which, or answers nothing of any.</summary>
    public sealed record AnswersFromViews;

    private sealed class Turn(View view) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => view.LetGoAsync();
    }
}
