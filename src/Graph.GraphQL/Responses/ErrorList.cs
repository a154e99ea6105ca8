using Graph.GraphQL.Execution;

namespace Graph.GraphQL.Responses;

/// <summary>The errors of one run, in the order in which they happened; bounded. Safe for several threads.</summary>
internal sealed class ErrorList(int limit)
{
    private readonly Lock _gate = new();
    private List<GraphQLError>? _errors;
    private bool _full;

    public int Count => _errors?.Count ?? 0;

    public void Add(GraphQLError error)
    {
        lock (_gate)
        {
            _errors ??= [];
            if (_errors.Count < limit)
            {
                _errors.Add(error);
            }
            else if (!_full)
            {
                _full = true;
                _errors.Add(new(ExecutionMessages.TooManyErrors(limit)));
            }
        }
    }

    public IReadOnlyList<GraphQLError> ToList() => _errors ?? [];
}
