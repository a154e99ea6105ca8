using System.Buffers;
using System.Text.Json;
using Graph.GraphQL;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;
using Graph.Model.Text;

namespace Graph.Api.Questions;

/// <summary>A node that is found by what people call it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Caption">What it is called.</param>
public readonly record struct NamedHit(string Id, string Caption);

/// <summary>What a name finds.</summary>
/// <param name="Found">The nodes: one is meant, several may be.</param>
/// <param name="Near">Names close to it, where nothing was found.</param>
/// <param name="Errors">Why the name could not be looked up; none where it could.</param>
public sealed record NameFindings(IReadOnlyList<NamedHit> Found, IReadOnlyList<string> Near, IReadOnlyList<GraphQLError> Errors)
{
    /// <summary>Whether what was found bears the id or name as written, letter case aside; otherwise the search took it for what is near.</summary>
    public bool IsExact { get; init; }
}

/// <summary>Finds the node that a person means by what they write: an id, a name, another name, or a spelling that the search finds.</summary>
/// <param name="api">The API.</param>
/// <param name="type">What is looked for.</param>
public sealed class NameLookup(RequestExecutor api, EntityType type)
{
    /// <summary>Looks a name up.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="most">How many nodes are found at most.</param>
    /// <param name="services">The services of a request, which tell the client; null for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async ValueTask<NameFindings> FindAsync(string written, int most, IServiceProvider? services, CancellationToken cancellationToken)
    {
        var named = JsonSerializer.Serialize(new { name = written, id = written });
        var (exact, errors) = await AskAsync(NameQueries.Exactly(type, most), named);
        if (errors.Count > 0) return new([], [], errors);
        var found = HitsOf(exact.GetProperty("byId"));
        if (found.Count == 0) found = HitsOf(exact.GetProperty("byName"));
        if (found.Count > 0 || api.Schema.QueryType!.Fields.Find(NameQueries.SearchField) is null)
        {
            return new(found, [], []) { IsExact = found.Count > 0 };
        }
        (var searched, errors) = await AskAsync(NameQueries.Search(type, most), named);
        if (errors.Count > 0) return new([], [], errors);
        var search = searched.GetProperty(NameQueries.SearchField);
        found = HitsOf(search.GetProperty("hits"));

        // Lists are compared as they are written; of those that the search finds, another name may be this one in other letter case.
        if (found.Count > 0 && NameQueries.OtherNames(type) is { } query)
        {
            (var listed, errors) = await AskAsync(query, JsonSerializer.Serialize(new { ids = found.Select(hit => hit.Id) }));
            if (errors.Count > 0) return new([], [], errors);
            var called = CaseFolding.FoldName(written);
            var bearers = listed.GetProperty("named").EnumerateArray().Where(node => TextsOf(node).Any(name => CaseFolding.FoldName(name) == called))
                .Select(node => node.GetProperty("id").GetString()!).ToHashSet(StringComparer.Ordinal);
            if (bearers.Count > 0) return new([.. found.Where(hit => bearers.Contains(hit.Id))], [], []) { IsExact = true };
        }

        return new(found, [.. search.GetProperty("suggestions").EnumerateArray().Select(name => name.GetString()!)], []);

        async ValueTask<(JsonElement Data, IReadOnlyList<GraphQLError> Errors)> AskAsync(string query, string variables)
        {
            var request = GraphQLRequest.Of(query, variables) with { Services = services, Record = services.Record() };
            using var answer = await api.ExecuteAsync(request, cancellationToken);
            return answer.Errors.Count > 0 ? (default, answer.Errors) : (JsonElement.Parse(answer.Body.ToArray()).GetProperty("data"), []);
        }
    }

    private static IEnumerable<string> TextsOf(JsonElement node) => node.EnumerateObject()
        .Where(property => property.Value.ValueKind == JsonValueKind.Array)
        .SelectMany(property => property.Value.EnumerateArray()).Select(name => name.GetString()!);

    private static List<NamedHit> HitsOf(JsonElement nodes) =>
        [.. nodes.EnumerateArray().Select(node => new NamedHit(node.GetProperty("id").GetString()!, node.GetProperty("caption").GetString()!))];
}
