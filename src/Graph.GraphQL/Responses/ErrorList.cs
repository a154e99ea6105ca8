using Graph.GraphQL.Execution;

namespace Graph.GraphQL.Responses;

/// <summary>The errors of one run, in the order in which they happened; bounded. Safe for several threads.</summary>
internal sealed class ErrorList(int limit)
{
    private readonly Lock gate = new();
    private List<GraphQLError>? errors;
    private bool full;

    public int Count => errors?.Count ?? 0;

    public void Add(GraphQLError error)
    {
        lock (gate)
        {
            errors ??= [];
            if (errors.Count < limit)
            {
                errors.Add(error);
            }
            else if (!full)
            {
                full = true;
                errors.Add(new(ExecutionMessages.TooManyErrors(limit)));
            }
        }
    }

    public IReadOnlyList<GraphQLError> ToList() => errors ?? [];
}
