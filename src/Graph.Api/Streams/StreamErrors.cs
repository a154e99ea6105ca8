using Graph.Api.Planning;
using Graph.Api.Serving;
using Graph.GraphQL;
using Graph.Model.Changes;
using Graph.Model.Stores;

namespace Graph.Api.Streams;

/// <summary>What ends a stream, as an error that says from where to go on.</summary>
internal static class StreamErrors
{
    /// <summary>The code of an error that ends the stream of somebody who does not keep up.</summary>
    private const string SlowCode = "STREAM_TOO_SLOW";

    /// <summary>The extension that has the cursor to go on from.</summary>
    private const string Cursor = "cursor";

    /// <summary>The error of what went wrong.</summary>
    /// <param name="fault">What.</param>
    /// <param name="place">From where to go on; null: from nowhere.</param>
    public static Exception Of(Exception fault, ChangeCursor? place) => fault switch
    {
        ChangesLostException lost => Refusal(lost.Message, lost.AreEverKept ? GatedRead.ChangesLost : GatedRead.ChangesNotKept),
        StoreException store => new GraphQLException(Placed(StoreErrors.Of(store), place)),
        GraphQLException { Errors: [{ Extensions: null }] } refusal => new GraphQLException(Placed(refusal.Errors[0], place)),
        _ => fault,
    };

    /// <summary>The error of somebody who does not keep up.</summary>
    public static GraphQLException TooSlow(ChangeCursor place) => Refusal(ApiMessages.ListenerTooSlow(place), SlowCode, place);

    /// <summary>The error where nothing is told of changes.</summary>
    public static GraphQLException NotTold(string why) => Refusal(why, GatedRead.ChangesNotKept);

    /// <summary>How long to wait before asking again; null where asking again does not help.</summary>
    public static TimeSpan? WaitOf(GraphQLException refusal)
    {
        if (refusal.Errors is not [{ Extensions: { } told }]) return null;
        if (told.GetValueOrDefault("code") is not (StatementGate.ClientCode or StatementGate.ServerCode)) return null;
        var seconds = told.GetValueOrDefault(StatementGate.RetryAfter) is int known ? known : 1;
        return TimeSpan.FromSeconds(Math.Clamp(seconds, 1, Limits.MaxTurnSeconds));
    }

    private static GraphQLException Refusal(string message, string code, ChangeCursor? place = null) =>
        new(new GraphQLError(message) { Extensions = With(code, place) });

    private static GraphQLError Placed(GraphQLError error, ChangeCursor? place) => new(error.Message)
    {
        Locations = error.Locations,
        Path = error.Path,
        Detail = error.Detail,
        Cause = error.Cause,
        Extensions = With(error.Extensions?.GetValueOrDefault("code") as string, place),
    };

    private static Dictionary<string, object?>? With(string? code, ChangeCursor? place)
    {
        var told = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (code is not null) told["code"] = code;
        if (place is { } known) told[Cursor] = known.ToString();
        return told.Count == 0 ? null : told;
    }
}
