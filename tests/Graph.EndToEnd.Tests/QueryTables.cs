namespace Graph.EndToEnd.Tests;

/// <summary>Answers as tables: which rows there are, and which columns, whatever the answer holds.</summary>
public sealed class QueryTables : IClassFixture<QueryTables.Imported>
{
    private readonly Imported graph;

    public QueryTables(Imported graph) => this.graph = graph;

    [Theory]
    [InlineData("{ people(where: { id: { eq: \"nobody\" } }) { id offices { title } born } }", "id,offices,born\n")]
    [InlineData("{ accusations(where: { id: { eq: \"x\" } }) { claim { text } ...F } } fragment F on Accusation { act claim { id } }", "claim.text,claim.id,act\n")]
    [InlineData("{ accusationsConnection(where: { id: { eq: \"x\" } }) { totalCount edges { node { id } } } }", "totalCount,id\n")]
    [InlineData("{ people(where: { id: { eq: \"x\" } }) { id name @skip(if: true) born @include(if: false) } }", "id\n")]
    public async Task AnEmptyAnswerKeepsItsHeader(string query, string expected) => Assert.Equal(expected, await CsvAsync(query));

    [Fact]
    public async Task SeveralRootFieldsAreToldApart() => Assert.Equal(
        """
        field,id,name,totalCount
        state,russia,Russia,
        person,hakan-fidan,Hakan Fidan,
        nobody,,,0

        """,
        await CsvAsync("""
            {
              state: states(where: { id: { eq: "russia" } }) { id name }
              person: people(where: { id: { eq: "hakan-fidan" } }) { id name }
              nobody: peopleConnection(where: { id: { eq: "x" } }) { totalCount }
            }
            """));

    [Fact]
    public async Task ARowForEachItemOfANestedListRepeatsWhatStandsBeside() => Assert.Equal(
        """
        id,offices.title,offices.of,name
        vladimir-putin,President of Russia,Russia,Vladimir Putin
        russia,,,Russia

        """,
        await CsvAsync(
            "{ actors(where: { id: { in: [\"vladimir-putin\", \"russia\"] } }, sort: [{ name: DESC }]) { id ... on Person { offices { title of { name } } } name } }",
            "--rows", "actors.offices"));

    [Fact]
    public async Task TheNodeOfAnEdgeNeedNotBeNamed() => Assert.Equal(
        """
        name,officesConnection.title
        Vladimir Putin,President of Russia

        """,
        await CsvAsync(
            "{ peopleConnection(where: { id: { eq: \"vladimir-putin\" } }) { edges { node { name officesConnection(first: 1) { edges { node { title } } } } } } }",
            "--rows", "peopleConnection.edges.officesConnection.edges"));

    [Fact]
    public async Task RowsOfSeveralRootFieldsAsJsonBearTheirField() => Assert.Equal(
        """
        {"state":{"id":"russia"}}
        {"person":{"id":"hakan-fidan"}}

        """,
        await PrintAsync(
            "{ state: states(where: { id: { eq: \"russia\" } }) { id } person: people(where: { id: { eq: \"hakan-fidan\" } }) { id } }",
            "--format", "jsonl"));

    [Theory]
    [InlineData("people.ofices", "--rows people.ofices: the query selects no \"ofices\" of people. It selects id, offices.")]
    [InlineData("person", "--rows person: the query selects no \"person\" at its root. It selects people.")]
    [InlineData("people.id", "--rows people.id: id is no list. Name a list that the query selects, by the names in the answer with dots between.")]
    public async Task AWayThatLeadsNowhereIsRefused(string path, string expected)
    {
        var outcome = (await GraphProcess.RunAsync(
            graph.Folder, "query", "{ people { id offices { title } } }", "--rows", path, "--store", Imported.Store)).Fails(2);
        Assert.StartsWith(expected, outcome.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RowsGoWithTablesAlone()
    {
        var outcome = (await GraphProcess.RunAsync(
            graph.Folder, "query", "{ people { id } }", "--rows", "people", "--format", "json", "--store", Imported.Store)).Fails(2);
        Assert.StartsWith("--rows goes with --format table or csv; json and jsonl keep lists inside their rows.", outcome.Talk, StringComparison.Ordinal);
    }

    private Task<string> CsvAsync(string query, params string[] more) => PrintAsync(query, ["--format", "csv", .. more]);

    private async Task<string> PrintAsync(string query, params string[] more) =>
        (await GraphProcess.RunAsync(graph.Folder, ["query", query, "--store", Imported.Store, .. more])).Succeeds().Output;

    /// <summary>A store with the seeds.</summary>
    public sealed class Imported : IAsyncLifetime
    {
        public const string Store = "sqlite:graph.db";

        private readonly TemporaryFolder folder = new();

        public string Folder => folder.Path;

        public async Task InitializeAsync() => (await GraphProcess.RunAsync(folder.Path, "import", Repository.Seeds, "--store", Store)).Succeeds();

        public Task DisposeAsync()
        {
            folder.Dispose();
            return Task.CompletedTask;
        }
    }
}
