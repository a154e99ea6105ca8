namespace Graph.GraphQL.Responses;

/// <summary>What a response tells of errors that are the server's own.</summary>
/// <param name="RequestId">The id under which the log says more, for <c>extensions.requestId</c>; null for none.</param>
/// <param name="TellsDetails">Whether the message is the one for the log.</param>
internal readonly record struct Disclosure(string? RequestId, bool TellsDetails)
{
    /// <summary>The errors as a response lists them.</summary>
    public IReadOnlyList<GraphQLError> Of(IReadOnlyList<GraphQLError> errors)
    {
        if ((RequestId is null && !TellsDetails) || !errors.Any(error => error.IsFaultOfServer)) return errors;
        var told = new GraphQLError[errors.Count];
        for (var i = 0; i < told.Length; i++) told[i] = errors[i].IsFaultOfServer ? Of(errors[i]) : errors[i];
        return told;
    }

    private GraphQLError Of(GraphQLError error) => new(TellsDetails && error.Detail is not null ? error.Detail : error.Message)
    {
        Locations = error.Locations,
        Path = error.Path,
        Extensions = RequestId is null
            ? error.Extensions
            : new Dictionary<string, object?>(error.Extensions ?? new Dictionary<string, object?>(StringComparer.Ordinal), StringComparer.Ordinal)
            {
                ["requestId"] = RequestId
            },
        Detail = error.Detail,
        Cause = error.Cause,
    };
}
