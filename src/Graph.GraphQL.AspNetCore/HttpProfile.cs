namespace Graph.GraphQL.AspNetCore;

/// <summary>Which edition of GraphQL over HTTP decides statuses.</summary>
public enum HttpProfile
{
    /// <summary>
    /// What clients and the published audit expect: 400 for every request error, 200 for every executed operation,
    /// <c>application/json </c> when nothing is asked for.
    /// </summary>
    Customary,

    /// <summary>
    /// The newest draft (September 2026): 422 where a well-formed request cannot be executed, 294 beside field errors,
    /// <c>application/graphql-response+json </c> when nothing is asked for.
    /// </summary>
    NewestDraft,
}
