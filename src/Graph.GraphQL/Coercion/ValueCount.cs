using Graph.GraphQL.Execution;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Coercion;

/// <summary>How many values the variables of a request have, for as long as there are not too many to plan.</summary>
/// <param name="max">Most of them.</param>
internal sealed class ValueCount(int max)
{
    private int values;

    /// <summary>Counts some more.</summary>
    /// <exception cref="GraphQLException">They are too many; the error points at the variable's definition.</exception>
    public void Add(int values, SyntaxNode definition)
    {
        this.values += values;
        if (this.values > max) throw new GraphQLException(new GraphQLError(ExecutionMessages.TooManyPlannedValues(max), definition));
    }
}
