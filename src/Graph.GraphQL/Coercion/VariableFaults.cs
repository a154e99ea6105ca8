namespace Graph.GraphQL.Coercion;

/// <summary>What is wrong with the variables of a request, for as long as there is not too much.</summary>
internal sealed class VariableFaults
{
    /// <summary>The faults so far.</summary>
    public List<GraphQLError> All { get; } = [];

    /// <summary>Adds one more.</summary>
    /// <exception cref="GraphQLException">They are too many.</exception>
    public void Add(GraphQLError fault)
    {
        if (All.Count >= FixedLimits.MaxVariableErrors) throw new GraphQLException(CoercionMessages.TooManyVariableErrors);
        All.Add(fault);
    }
}
