using Graph.GraphQL.Responses;

namespace Graph.GraphQL.AspNetCore;

/// <summary>The status of a response (GraphQL over HTTP, section "Status Codes").</summary>
internal static class HttpStatus
{
    /// <summary>Data beside field errors, in the newest draft; no name of it is registered yet.</summary>
    public const int PartialSuccess = 294;

    /// <summary>The extension of an error that says when to come back, in seconds.</summary>
    private const string RetryAfter = "retryAfter";

    /// <summary>The status of JSON that is not a well-formed GraphQL request.</summary>
    public static int Malformed(HttpProfile profile) => profile == HttpProfile.NewestDraft ? 422 : 400;

    public static int Of(ResponseStatus status, ResponseMedia media, HttpProfile profile) => status switch
    {
        ResponseStatus.Success => 200,
        ResponseStatus.OperationNotAllowed => 405,
        ResponseStatus.StreamNeeded => 406,
        // Clients of the older media type take anything but 200 for the answer of some machine in between.
        _ when profile == HttpProfile.Customary && media == ResponseMedia.Json => 200,
        ResponseStatus.PartialSuccess or ResponseStatus.NoData => profile == HttpProfile.NewestDraft ? PartialSuccess : 200,
        ResponseStatus.TimedOut => 504,
        ResponseStatus.SyntaxError => 400,
        _ => Malformed(profile),
    };

    /// <summary>
    /// The status of a response that has no data because the server was too busy; null for any other response. The same for
    /// both media types: whatever stands in between may act on it.
    /// </summary>
    public static int? OfBusy(GraphQLResponse response, IReadOnlyDictionary<string, int> statuses)
    {
        if (response.Status is ResponseStatus.Success or ResponseStatus.PartialSuccess) return null;
        if (response.Status == ResponseStatus.Busy) return 503;
        foreach (var error in response.Errors)
            if (error.Extensions?.GetValueOrDefault("code") is string code && statuses.TryGetValue(code, out var status)) return status;
        return null;
    }

    /// <summary>When a refused client may come back, in seconds: the longest time that an error tells; null where none tells one.</summary>
    public static int? RetryAfterOf(GraphQLResponse response)
    {
        int? longest = null;
        foreach (var error in response.Errors)
            if (error.Extensions?.GetValueOrDefault(RetryAfter) is int seconds && (longest is null || seconds > longest)) longest = seconds;
        return longest;
    }

    /// <summary>
    /// The media type under which a status is sent: under the newest draft a client that knows only <c>application/json </c>
    /// gets errors as what they are.
    /// </summary>
    public static string ContentType(int status, ResponseMedia media, HttpProfile profile) =>
        media == ResponseMedia.Json && !(profile == HttpProfile.NewestDraft && status >= 300) ? MediaTypes.Json : MediaTypes.GraphQLResponse;
}
