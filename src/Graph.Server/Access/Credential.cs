using Microsoft.AspNetCore.Http;

namespace Graph.Server.Access;

/// <summary>What a caller gives to be known by: in a header alone, for addresses stand in histories and logs.</summary>
internal static class Credential
{
    private const string Bearer = "Bearer ";

    private const string KeyHeader = "X-API-Key";

    /// <summary>The key or token of <c>Authorization: Bearer</c>, else of <c>X-API-Key</c>; null for none.</summary>
    public static string? Of(HttpRequest request)
    {
        var given = request.Headers.Authorization.ToString();
        if (given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return given[Bearer.Length..].Trim();
        return request.Headers[KeyHeader].ToString() is { Length: > 0 } key ? key.Trim() : null;
    }
}
