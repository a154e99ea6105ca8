using Graph.GraphQL.Planning;

namespace Graph.GraphQL.Execution;

/// <summary>Field errors (section 6.4.4): gives what went wrong its place in the document and in the result.</summary>
internal static class FieldErrors
{
    /// <summary>The errors of an exception that a resolver or a plan threw.</summary>
    public static IEnumerable<GraphQLError> Of(Exception fault, PlannedField field, IReadOnlyList<object> path) => fault is GraphQLException known
        ? known.Errors.Select(error => Locate(error, field, path))
        : [Locate(new GraphQLError(ExecutionMessages.Internal) { Cause = fault }, field, path)];

    /// <summary>The error with the field's path and places where it has none of its own.</summary>
    public static GraphQLError Locate(GraphQLError error, PlannedField field, IReadOnlyList<object> path) =>
        error.Path is not null && !error.Locations.IsDefaultOrEmpty
            ? error
            : new(error.Message)
            {
                Path = error.Path ?? path,
                Locations = error.Locations.IsDefaultOrEmpty ? new GraphQLError(error.Message, [.. field.Nodes]).Locations : error.Locations,
                Extensions = error.Extensions,
                Detail = error.Detail,
                Cause = error.Cause,
            };
}
