using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Graph.GraphQL.AspNetCore;

/// <summary>What a response is written as.</summary>
internal enum ResponseMedia
{
    GraphQLResponse,
    Json,
    EventStream,
    Html,
}

/// <summary>Content negotiation (RFC 9110, section 12.5.1).</summary>
internal static class MediaTypes
{
    public const string GraphQLResponse = "application/graphql-response+json; charset=utf-8";

    public const string Json = "application/json; charset=utf-8";

    public const string EventStream = "text/event-stream; charset=utf-8";

    public const string Html = "text/html; charset=utf-8";

    /// <summary>The media type with the highest quality among those offered, the first listed where several have it; null when none is acceptable.</summary>
    /// <param name="accept">The Accept headers; an empty one accepts everything.</param>
    /// <param name="whenAny">What <c>*/*</c> and <c>application/*</c> mean.</param>
    /// <param name="html">Whether a page can be given.</param>
    /// <param name="events">Whether a stream can be given.</param>
    public static ResponseMedia? Negotiate(StringValues accept, ResponseMedia whenAny, bool html, bool events)
    {
        if (accept.Count == 0 || (accept.Count == 1 && accept[0] is "*/*" or "" or null)) return whenAny;
        // What nearly every client sends needs no parsing.
        if (accept.Count == 1 && accept[0] is "application/json") return ResponseMedia.Json;
        if (accept.Count == 1 && accept[0] is "application/graphql-response+json") return ResponseMedia.GraphQLResponse;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges)) return null;
        ResponseMedia? best = null;
        var bestQuality = 0.0;
        foreach (var range in ranges)
        {
            var quality = range.Quality ?? 1;
            if (quality > bestQuality && IsUtf8(range) && Offered(range, whenAny, html, events) is { } media && !IsRefused(ranges, media))
            {
                best = media;
                bestQuality = quality;
            }
        }

        return best;
    }

    public static bool IsUtf8(MediaTypeHeaderValue type) => !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static ResponseMedia? Offered(MediaTypeHeaderValue range, ResponseMedia whenAny, bool html, bool events) => range.MediaType.Value?.ToLowerInvariant() switch
    {
        "application/graphql-response+json" => ResponseMedia.GraphQLResponse,
        "application/json" => ResponseMedia.Json,
        "text/event-stream" => events ? ResponseMedia.EventStream : null,
        "text/html" => html ? ResponseMedia.Html : null,
        "*/*" or "application/*" => whenAny,
        _ => null,
    };

    /// <summary>Whether a wildcard would give a type that is refused by name, with a quality of 0.</summary>
    private static bool IsRefused(IList<MediaTypeHeaderValue> ranges, ResponseMedia media)
    {
        foreach (var range in ranges)
            if (range.Quality == 0 && !range.MatchesAllTypes && !range.MatchesAllSubTypes && Offered(range, media, html: true, events: true) == media) return true;
        return false;
    }
}
