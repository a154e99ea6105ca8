namespace Graph.GraphQL.Language;

/// <summary>A document that is not GraphQL: one error at one place.</summary>
public sealed class GraphQLSyntaxException : GraphQLException
{
    internal GraphQLSyntaxException(Source source, int position, string message)
        : base(new GraphQLError("Syntax Error: " + message, source.LocationOf(position))) { }

    /// <summary>The error.</summary>
    public GraphQLError Error => Errors[0];

    /// <summary>The place of the error.</summary>
    public SourceLocation Location => Error.Locations[0];
}
