using Graph.Api.Sdl;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Api.Questions;

/// <summary>A condition on nodes of a type.</summary>
/// <param name="Where">The condition; null: none.</param>
/// <param name="Parameters">Its parameters, numbered from 0.</param>
/// <param name="Values">Their values.</param>
public sealed record Condition(Filter? Where, IReadOnlyList<Parameter> Parameters, IReadOnlyList<object?> Values);

/// <summary>
/// Conditions as the API takes them in <c>where</c>, for those who do not ask the API itself: exactly what its list of the type would
/// put to the store, with the same refusals.
/// </summary>
/// <param name="ontology">The domain.</param>
public sealed class Conditions(Ontology ontology)
{
    /// <summary>Reads a condition.</summary>
    /// <param name="type">The type whose nodes it is about.</param>
    /// <param name="where">A JSON object, as the type's <c>where</c> takes it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The condition, or the sentences that refuse it.</returns>
    /// <exception cref="System.Text.Json.JsonException">It is no JSON.</exception>
    public async ValueTask<(Condition? Condition, IReadOnlyList<string> Refusals)> ReadAsync(
        NodeType type,
        string where,
        CancellationToken cancellationToken)
    {
        // A store that answers nothing is asked, and tells what it was asked.
        var listener = new Listener(ontology);
        var api = new RequestExecutor(
            GraphSchema.Create(ontology, listener), ExecutorOptions.Default with { Limits = new() { MaxCost = double.MaxValue } });
        var query = $"query ($where: {ApiNames.Where(type)}!) {{ {ApiNames.RootList(type)}(where: $where, limit: 1) {{ {type.Id.Name} }} }}";
        using var answer = await api.ExecuteAsync(GraphQLRequest.Of(query, $"{{\"where\":{where}}}"), cancellationToken);
        if (answer.Errors.Count > 0) return (null, [.. answer.Errors.Select(error => error.Message)]);
        return (new(listener.Asked!.Where, listener.Asked.Parameters, listener.Values), []);
    }

    private sealed class Listener(Ontology ontology) : IGraphStore
    {
        public ListQuery? Asked { get; private set; }

        public IReadOnlyList<object?> Values { get; private set; } = [];

        public Ontology Ontology => ontology;

        public string Location => "nowhere";

        public int RecordsPerBatch => 1;

        public ICompiledQuery Compile(PreparedQuery query) => new Statement(query);

        public ValueTask ReadAsync<TConsumer>(
            ICompiledQuery query,
            IReadOnlyList<object?> parameters,
            TConsumer consumer,
            CancellationToken cancellationToken)
            where TConsumer : IRowConsumer
        {
            (Asked, Values) = ((ListQuery)((Statement)query).Query.Asked, parameters);
            return default;
        }

        public ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(
            EntityType type,
            IReadOnlyCollection<string> ids,
            CancellationToken cancellationToken) => new(new Dictionary<string, NodeType>(StringComparer.Ordinal));

        public ValueTask<IGraphWriter> OpenWriterAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask PingAsync(CancellationToken cancellationToken) => default;

        public ValueTask DisposeAsync() => default;
    }

    private sealed record Statement(PreparedQuery Query) : ICompiledQuery
    {
        string ICompiledQuery.Statement => "";
    }
}
