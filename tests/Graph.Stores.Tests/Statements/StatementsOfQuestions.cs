using Graph.Api;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Tests.Statements;

/// <summary>What questions about acts, searches and orders by related nodes become in each store, kept in files beside this one.</summary>
public sealed class StatementsOfQuestions : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Questions = new()
    {
        ["pairs-from-tallies"] = "{ whoAccusedWhom { accuser { name } accused { name } accusations first last } }",
        ["pairs-of-a-month"] = """
            { whoAccusedWhom(where: { saidOn: { gte: "2025-06-01", lt: "2025-07-01" } })
              { accuser { id } accused { id } accusations claims evidence denied } }
            """,
        ["pairs-of-states"] = "{ whoAccusedWhom(rollUp: STATE, sort: [{ last: DESC }]) { accuser { id } accused { id } isSelf accusations last } }",
        ["timeline"] = "{ accusationTimeline(bucket: MONTH) { time accusations } }",
        ["timeline-of-a-filter"] =
            "{ accusationTimeline(bucket: WEEK, acts: [DENY, CRITICIZE], where: { confidence: { gte: 0.5 } }) { time accusations evidence } }",
        ["timeline-by-accuser"] = "{ accusationTimeline(bucket: YEAR, series: ACCUSER, top: 3) { time series seriesKey isOther accusations } }",
        ["groups-by-accuser"] = "{ accusationGroups(by: [{ related: { to: ACCUSERS } }], limit: 20) { keys { text id type } count } }",
        ["busiest-accused"] = "{ topActors(as: ACCUSED) { value text count } }",
        ["search"] = """{ search(text: "prisoners exch", first: 10) { hits { id type caption score } } }""",
        ["search-after-a-hit"] =
            """{ search(text: "prisoners exch", types: [Claim], first: 10, after: "WyJhbk9nRHoyRCIsMTQsMywidWtyYWluZS1icmVha3MtdGhlLWV4Y2hhbmdlLWFncmVlbWVudCIsNV0") { hits { id } } }""",
        ["search-counted"] = """{ search(text: "prisoners", types: [Claim, Evidence]) { totalCount facets { type count } suggestions } }""",
        ["sorted-by-a-related-count"] = "{ accusations(sort: [{ evidenceCount: DESC }], limit: 20) { id } }",
        ["sorted-by-a-related-value"] = "{ accusations(sort: [{ claim: { text: ASC } }], limit: 20) { id } }",
        ["counts"] = "{ counts { type count } }",
        ["freshness"] = "{ freshness { type property text } }",
    };

    private readonly SqliteStores stores = new();

    public static TheoryData<string> Names => [.. Questions.Keys];

    public Task InitializeAsync() => stores.InitializeAsync();

    public Task DisposeAsync() => stores.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AreOneInEachStore(string name)
    {
        await using var store = new Recording(await stores.OpenEmptyAsync(Ontology.Shipped));
        using var answer = await new RequestExecutor(GraphSchema.Create(Ontology.Shipped, store)).ExecuteAsync(
            GraphQLRequest.Of(Questions[name], null), CancellationToken.None);
        Assert.StartsWith("""{"data":""", answer.ToString(), StringComparison.Ordinal);
        var query = Assert.Single(store.Compiled);
        Approved.Match(name + ".sql", store.Compile(query).Statement + "\n");
        Approved.Match(name + ".cypher", new QueryCompiler(Ontology.Shipped).Compile(query).Statement + "\n");
    }

    /// <summary>A store that remembers what it compiled.</summary>
    private sealed class Recording(IGraphStore store) : IGraphStore
    {
        public List<PreparedQuery> Compiled { get; } = [];

        public Ontology Ontology => store.Ontology;

        public string Location => store.Location;

        public int RecordsPerBatch => store.RecordsPerBatch;

        public ICompiledQuery Compile(PreparedQuery query)
        {
            Compiled.Add(query);
            return store.Compile(query);
        }

        public ValueTask ReadAsync<TConsumer>(
            ICompiledQuery query, IReadOnlyList<object?> parameters, TConsumer consumer, CancellationToken cancellationToken)
            where TConsumer : IRowConsumer => store.ReadAsync(query, parameters, consumer, cancellationToken);

        public ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(
            EntityType type, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => store.FindAsync(type, ids, cancellationToken);

        public ValueTask<IGraphWriter> OpenWriterAsync(CancellationToken cancellationToken) => store.OpenWriterAsync(cancellationToken);

        public ValueTask PingAsync(CancellationToken cancellationToken) => store.PingAsync(cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
