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

    private static readonly ResponseMedia[] JsonFirst
        = [ResponseMedia.Json, ResponseMedia.GraphQLResponse, ResponseMedia.EventStream, ResponseMedia.Html];

    private static readonly ResponseMedia[] GraphQLResponseFirst
        = [ResponseMedia.GraphQLResponse, ResponseMedia.Json, ResponseMedia.EventStream, ResponseMedia.Html];

    /// <summary>
    /// The media type with the highest quality among those offered, the first listed where several have it; null when none is
    /// acceptable.
    /// </summary>
    /// <param name="accept">The Accept headers; an empty one accepts everything.</param>
    /// <param name="whenAny">What <c>*/*</c> and <c>application/*</c> mean unless it is refused by name.</param>
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
        var bestPreference = default(Preference);
        foreach (var media in whenAny == ResponseMedia.Json ? JsonFirst : GraphQLResponseFirst)
        {
            if ((media == ResponseMedia.Html && !html) || (media == ResponseMedia.EventStream && !events)) continue;
            if (PreferenceFor(media, ranges) is not { Quality: > 0 } preference || (best is not null && !preference.IsOver(bestPreference))) continue;
            best = media;
            bestPreference = preference;
        }

        return best;
    }

    public static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the most specific range that covers a media type says of it; null when none does.</summary>
    private static Preference? PreferenceFor(ResponseMedia media, IList<MediaTypeHeaderValue> ranges)
    {
        Preference? found = null;
        var most = 0;
        for (var i = 0; i < ranges.Count; i++)
        {
            if (!IsUtf8(ranges[i]) || Specificity(ranges[i].MediaType.Value!, media) is var specificity && specificity <= most) continue;
            most = specificity;
            found = new(ranges[i].Quality ?? 1, i);
        }

        return found;
    }

    /// <summary>
    /// How closely a range names a media type: 3 by its name, 2 by <c>application/* </c>, 1 by <c>*/* </c>, 0 not at all. Pages
    /// and streams are given only by name.
    /// </summary>
    private static int Specificity(string range, ResponseMedia media)
    {
        if (range.Equals(NameOf(media), StringComparison.OrdinalIgnoreCase)) return 3;
        if (media is not (ResponseMedia.Json or ResponseMedia.GraphQLResponse)) return 0;
        return range.Equals("application/*", StringComparison.OrdinalIgnoreCase) ? 2 : range == "*/*" ? 1 : 0;
    }

    private static string NameOf(ResponseMedia media) => media switch
    {
        ResponseMedia.Json => "application/json",
        ResponseMedia.GraphQLResponse => "application/graphql-response+json",
        ResponseMedia.EventStream => "text/event-stream",
        _ => "text/html",
    };

    /// <summary>What a client thinks of a media type: its quality, and the place in the list for those of one quality.</summary>
    private readonly record struct Preference(double Quality, int Place)
    {
        public bool IsOver(Preference other) => Quality > other.Quality || (Quality == other.Quality && Place < other.Place);
    }
}
