using System.Buffers;
using System.Text.Json;
using Graph.Api.Serving;
using Graph.Cli.Output;
using Graph.GraphQL.Execution;
using Graph.GraphQL.TypeSystem;
using Graph.Model.Ontologies;
using Graph.Model.Stores;

namespace Graph.Cli.Questions;

/// <summary>The API of a graph as a command asks it: like any client, and nothing beside it.</summary>
internal sealed class Client(IGraphStore graph)
{
    /// <summary>The API itself.</summary>
    public RequestExecutor Executor { get; } = GraphExecutor.Create(graph);

    /// <summary>The domain.</summary>
    public Ontology Ontology => graph.Ontology;

    /// <summary>Whether a root field is offered.</summary>
    public bool Offers(string? field) => field is not null && Root.Find(field) is not null;

    /// <summary>Whether a root field takes an argument.</summary>
    public bool Takes(string field, string argument) => Root.Find(field)?.Arguments.Find(argument) is not null;

    /// <summary>Whether the rows of a root field have a field, or those of that one have another, and so on.</summary>
    public bool Has(string field, params ReadOnlySpan<string> inner)
    {
        var found = Root.Find(field);
        foreach (var name in inner) found = (found?.Type.Named as FieldedType)?.Fields.Find(name);
        return found is not null;
    }

    private NameTable<FieldDefinition> Root => Executor.Schema.QueryType!.Fields;

    /// <summary>The data of an answer; null where it has errors, which are told.</summary>
    /// <param name="query">The query.</param>
    /// <param name="variables">Its variables by name; null for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<JsonElement?> AskAsync(string query, IReadOnlyDictionary<string, object?>? variables, CancellationToken cancellationToken)
    {
        var request = GraphQLRequest.Of(query, variables is null ? null : JsonSerializer.Serialize(variables));
        using var response = await Executor.ExecuteAsync(request, cancellationToken);
        // Where in the query it is tells nobody anything who did not write it.
        foreach (var error in response.Errors) Terminal.Say(error.Message);
        return response.Errors.Count > 0 ? null : JsonElement.Parse(response.Body.ToArray()).GetProperty("data");
    }

    /// <summary>The values of an enum that an argument of a root field takes; none where there is no such argument.</summary>
    public IReadOnlyList<string> Choices(string field, string argument) =>
        Root.Find(field)?.Arguments.Find(argument)?.Type.Named is GraphQL.TypeSystem.EnumType names
            ? [.. names.Values.Select(value => value.Name)]
            : [];

    /// <summary>Says that the graph is empty where it is: a question that finds nothing there has not been asked wrongly.</summary>
    public async Task<bool> SayWhereEmptyAsync(CancellationToken cancellationToken)
    {
        var isEmpty = await graph.IsEmptyAsync(cancellationToken);
        if (isEmpty) Terminal.Say(Messages.EmptyGraph(graph.Location));
        return isEmpty;
    }

    /// <summary>Takes each of the <c>rows</c> of a query that is asked a page at a time.</summary>
    /// <param name="query">The query, with a variable <c>skipped</c>.</param>
    /// <param name="page">Rows of a page.</param>
    /// <param name="most">Rows after which no other page is asked for.</param>
    /// <param name="take">Takes a row.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="variables">Its other variables; null for none.</param>
    public async Task<RowsRead> EachRowAsync(
        string query,
        int page,
        long most,
        Action<JsonElement> take,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, object?>? variables = null)
    {
        var given = new Dictionary<string, object?>(variables ?? new Dictionary<string, object?>(), StringComparer.Ordinal);
        for (var skipped = 0L; skipped < most; skipped += page)
        {
            given["skipped"] = skipped;
            if (await AskAsync(query, given, cancellationToken) is not { } answer) return RowsRead.None;
            var rows = answer.GetProperty("rows");
            foreach (var row in rows.EnumerateArray()) take(row);
            if (rows.GetArrayLength() < page) return RowsRead.All;
        }

        return RowsRead.First;
    }
}
