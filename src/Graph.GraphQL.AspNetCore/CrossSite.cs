using Microsoft.AspNetCore.Http;

namespace Graph.GraphQL.AspNetCore;

/// <summary>
/// Requests that a foreign page can have a browser make without asking first (CSRF). POST needs no look: JSON never passes
/// without a preflight. GET only ever reads, but even that answer and its timing are not for a foreign image or frame.
/// </summary>
internal static class CrossSite
{
    private static readonly string[] PreflightHeaders
        = ["GraphQL-Require-Preflight", "GraphQL-Preflight", "Apollo-Require-Preflight", "X-Apollo-Operation-Name"];

    /// <summary>Whether a GET came from a browser in a mode that elements and links use, and bears no header that they cannot set.</summary>
    public static bool IsForgeable(HttpRequest request)
    {
        // Only a script can ask with mode "cors", and only if the browser lets it read the answer; programs send no mode at all.
        var mode = request.Headers["Sec-Fetch-Mode"].ToString();
        if (mode is "" or "cors" or "same-origin") return false;
        if (request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "none") return false;
        return !Array.Exists(PreflightHeaders, request.Headers.ContainsKey)
            && !request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase);
    }
}
