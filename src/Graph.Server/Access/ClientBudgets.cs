using System.Globalization;
using Graph.Api.Serving;
using Graph.GraphQL;
using Graph.GraphQL.AspNetCore;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Server.Access;

/// <summary>
/// What clients have used of what they may: requests, and bytes of exports. What their statements cost is counted by the <see cref="StatementGate"/>.
/// </summary>
internal sealed class ClientBudgets(ClientLimits limits, TimeProvider time)
{
    private readonly ClientBudget? requests = Of(limits.RequestsPerMinute, time);
    private readonly ClientBudget? exports = Of(limits.ExportBytesPerMinute, time);

    /// <summary>
    /// Refuses requests of clients that have asked too often. It stands before it is known whether they may ask at all, so that who guesses keys is
    /// slowed down; pages and health cost nothing and are not counted.
    /// </summary>
    public static void Use(WebApplication application)
    {
        var budgets = application.Services.GetRequiredService<ClientBudgets>();
        if (budgets.requests is null) return;
        var origins = application.Services.GetRequiredService<GraphQLHttpOptions>().AllowedOrigins;
        application.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null) return next(context);
            if (budgets.requests.Take(Caller.KeyOf(context), 1) is not { } wait) return next(context);
            return origins.Count > 0 && CrossOrigin.Apply(context, origins)
                ? Task.CompletedTask
                : RefuseAsync(context, Messages.TooManyRequests(budgets.RequestsPerMinute), wait);
        });
    }

    /// <summary>Why a further operation of a connection is not answered now: each counts as a request. Null where it is.</summary>
    public static GraphQLError? RefusalOf(HttpContext context)
    {
        var budgets = context.RequestServices.GetRequiredService<ClientBudgets>();
        if (budgets.requests?.Take(Caller.KeyOf(context), 1) is not { } wait) return null;
        return new(Messages.TooManyRequests(budgets.RequestsPerMinute))
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["code"] = StatementGate.ClientCode,
                [StatementGate.RetryAfter] = (int)Math.Ceiling(wait.TotalSeconds),
            },
        };
    }

    private double RequestsPerMinute => limits.RequestsPerMinute!.Value;

    /// <summary>Refuses an export of a client that has taken too much in others; false when it may go on.</summary>
    public async ValueTask<bool> RefusesExportAsync(HttpContext context)
    {
        if (exports?.Take(Caller.KeyOf(context), 0) is not { } wait) return false;
        await RefuseAsync(context, Messages.TooMuchExported(limits.ExportBytesPerMinute!.Value), wait);
        return true;
    }

    /// <summary>A response's stream that charges its client for what is sent.</summary>
    public ChargedStream Charging(HttpContext context) => new(context.Response.Body, exports, Caller.KeyOf(context));

    private static ClientBudget? Of(double? perMinute, TimeProvider time) => perMinute is { } most && double.IsFinite(most) ? new(most, time) : null;

    private static Task RefuseAsync(HttpContext context, string message, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Refusal.SendAsync(context, StatusCodes.Status429TooManyRequests, message, StatementGate.ClientCode);
    }
}
