using System.Buffers;
using System.Text;
using System.Text.Json;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;
using Graph.Model.Ontologies;

namespace Graph.Api.Questions;

/// <summary>The nodes of a query's answer, whatever is selected of them.</summary>
public static class AnsweredNodes
{
    // What is asked of every node beside what the query selects.
    private const string TypeKey = "export_type", IdKey = "export_id";

    /// <summary>Asks a query.</summary>
    /// <param name="api">The API, whose limits hold.</param>
    /// <param name="ontology">The domain.</param>
    /// <param name="query">The query; it needs no variables.</param>
    /// <param name="services">The services of a request, which tell the client; null for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The ids of its nodes by their type, or the sentences that refuse it.</returns>
    public static async ValueTask<(IReadOnlyDictionary<NodeType, IReadOnlyCollection<string>> Nodes, IReadOnlyList<string> Refusals)> OfAsync(
        RequestExecutor api,
        Ontology ontology,
        string query,
        IServiceProvider? services,
        CancellationToken cancellationToken)
    {
        if (!Parser.TryParseDocument(query, ExecutorOptions.Default.Parser, out var document, out var fault)) return Refused([fault.Message]);
        var request = GraphQLRequest.Of(WithIds(query, document, api.Schema)) with
        {
            Services = services,
            QueriesOnly = true,
            Record = services.Record(),
        };
        using var answer = await api.ExecuteAsync(request, cancellationToken);
        if (answer.Errors.Count > 0) return Refused([.. answer.Errors.Select(error => error.Message)]);
        var found = new Dictionary<NodeType, HashSet<string>>();
        Collect(JsonElement.Parse(answer.Body.ToArray()).GetProperty("data"), ontology, found);
        return (found.ToDictionary(nodes => nodes.Key, IReadOnlyCollection<string> (nodes) => [.. nodes.Value.Order(StringComparer.Ordinal)]), []);
    }

    private static (IReadOnlyDictionary<NodeType, IReadOnlyCollection<string>>, IReadOnlyList<string>) Refused(IReadOnlyList<string> sentences) =>
        (new Dictionary<NodeType, IReadOnlyCollection<string>>(), sentences);

    /// <summary>
    /// The query with type and id asked for wherever nodes are selected; what does not fit the schema is left for the API to refuse.
    /// </summary>
    private static string WithIds(string query, DocumentNode document, Schema schema)
    {
        var places = new SortedSet<int>();
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment) Visit(fragment.SelectionSet, schema.FindType(fragment.TypeCondition.Name.Value));
            else if (definition is OperationDefinitionNode operation) Visit(operation.SelectionSet, schema.QueryType);
        }

        var text = new StringBuilder(query);
        foreach (var place in places.Reverse()) text.Insert(place + 1, $" {TypeKey}: __typename {IdKey}: id ");
        return text.ToString();

        void Visit(SelectionSetNode set, NamedType? type)
        {
            if (type is not FieldedType fielded) return;
            if (IsNode(fielded)) places.Add(set.Start);
            foreach (var selection in set.Selections)
            {
                if (selection is FieldNode { SelectionSet: { } below } field) Visit(below, fielded.Fields.Find(field.Name.Value)?.Type.Named);
                else if (selection is InlineFragmentNode inline)
                    Visit(inline.SelectionSet, inline.TypeCondition is { } condition ? schema.FindType(condition.Name.Value) : type);
            }
        }
    }

    private static bool IsNode(FieldedType type) =>
        type.Fields.Find("id") is { } id && id.Type.Named.Name == "ID"
            && (type.Name == Sdl.ApiNames.Node || type.Interfaces.Any(face => face.Name == Sdl.ApiNames.Node));

    private static void Collect(JsonElement value, Ontology ontology, Dictionary<NodeType, HashSet<string>> found)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) Collect(item, ontology, found);
            return;
        }

        if (value.ValueKind != JsonValueKind.Object) return;
        if (value.TryGetProperty(TypeKey, out var name) && ontology.FindNodeType(name.GetString()!) is { } type)
        {
            if (!found.TryGetValue(type, out var ids)) found.Add(type, ids = new(StringComparer.Ordinal));
            ids.Add(value.GetProperty(IdKey).GetString()!);
        }

        foreach (var property in value.EnumerateObject()) Collect(property.Value, ontology, found);
    }
}
