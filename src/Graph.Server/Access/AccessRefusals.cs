using Graph.GraphQL.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace Graph.Server.Access;

/// <summary>Tells who is not let in why, as the API tells its errors.</summary>
internal sealed class AccessRefusals(GraphQLHttpOptions options) : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }

        // A browser asks beforehand without a key, and a page may read why it was refused.
        if (options.AllowedOrigins.Count > 0 && CrossOrigin.Apply(context, options.AllowedOrigins)) return;
        if (context.User.Identity?.IsAuthenticated == true)
        {
            await Refusal.SendAsync(context, StatusCodes.Status403Forbidden, Messages.NotAllowed, "FORBIDDEN");
            return;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        var failure = (await context.AuthenticateAsync()).Failure; // Found once a request, and kept.
        await Refusal.SendAsync(context, StatusCodes.Status401Unauthorized, failure?.Message ?? Messages.KeyNeeded, "UNAUTHENTICATED");
    }
}
