using Graph.GraphQL;
using Graph.Server.Access.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Server.Access;

/// <summary>
/// Whether somebody who was let in may still be told something: a stream goes on for days, and a key is taken back or a token ends meanwhile.
/// </summary>
internal static class StreamPermission
{
    /// <summary>Why the caller of a request may be told no more; null where it may.</summary>
    public static GraphQLError? Ends(HttpContext context)
    {
        if (context.User.Identity is not { IsAuthenticated: true, AuthenticationType: var scheme }) return null;
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (scheme != ApiKeyHandler.SchemeName)
        {
            var ends = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;
            return ends <= now ? Error(Messages.TokenHasEnded, "UNAUTHENTICATED") : null;
        }

        var known = context.RequestServices.GetRequiredService<KnownKeys>().Keys;
        if (Credential.Of(context.Request) is not { } given || known?.Find(given) is not { } key) return Error(Messages.WrongKey, "UNAUTHENTICATED");
        if (key.HasEnded(now)) return Error(Messages.KeyHasEnded(key.Ends!.Value), "UNAUTHENTICATED");
        var isAsLetIn = key.Roles.Contains(Role.Read) && (key.Datasets ?? []).SequenceEqual(Caller.DatasetsOf(context) ?? [], StringComparer.Ordinal)
            && key.Datasets is null == Caller.DatasetsOf(context) is null;
        return isAsLetIn ? null : Error(Messages.NotAllowed, "FORBIDDEN");
    }

    private static GraphQLError Error(string message, string code) =>
        new(message) { Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code } };
}
