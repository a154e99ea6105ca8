namespace Graph.GraphQL;

/// <summary>A request that cannot be answered as asked: carries the errors for its author.</summary>
public class GraphQLException : Exception
{
    /// <summary>Creates an exception that carries one error.</summary>
    public GraphQLException(GraphQLError error) : base(error.Message) => Errors = [error];

    /// <summary>Creates an exception that carries several errors, at least one.</summary>
    public GraphQLException(IReadOnlyList<GraphQLError> errors) : base(string.Join('\n', errors.Select(error => error.Message))) => Errors = errors;

    /// <summary>Creates an exception with an error that has no place yet; the executor adds the field's.</summary>
    public GraphQLException(string message) : this(new GraphQLError(message)) { }

    /// <summary>The errors, at least one.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }
}
