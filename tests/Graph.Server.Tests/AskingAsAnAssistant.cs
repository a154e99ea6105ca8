using System.IO.Pipelines;
using System.Net;
using System.Text.Json;
using Graph.GraphQL.Documents;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Server.Assistants;
using Graph.Server.Stores;
using Graph.Stores.Tests;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Graph.Server.Tests;

/// <summary>What an assistant is offered and answered, asked by a client of the protocol's own library.</summary>
public sealed class AskingAsAnAssistant : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-assistant-").FullName;
    private readonly CancellationTokenSource end = new();
    private IGraphStore store = null!;
    private McpClient client = null!;
    private Task serving = null!;

    public async Task InitializeAsync()
    {
        store = await GraphStores.OpenAsync(new StoreLocation.Sqlite(Path.Combine(folder, "a.db")), Ontology.Shipped, CancellationToken.None);
        await using (var writer = await store.OpenWriterAsync(CancellationToken.None))
        {
            await writer.WriteAsync(Accusations().Batch, DateTimeOffset.UnixEpoch, CancellationToken.None);
            await writer.FinishAsync(CancellationToken.None);
        }

        var (questions, answers) = (new Pipe(), new Pipe());
        serving = AssistantServer.RunAsync(store, questions.Reader.AsStream(), answers.Writer.AsStream(), end.Token);
        client = await McpClient.CreateAsync(new StreamClientTransport(questions.Writer.AsStream(), answers.Reader.AsStream()));
    }

    public async Task DisposeAsync()
    {
        await client.DisposeAsync();
        await end.CancelAsync();
        await serving.ContinueWith(static _ => { }, TaskScheduler.Default);
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        end.Dispose();
    }

    [Fact]
    public async Task IsOfferedWhatTheOntologyNamesToReadAlone()
    {
        var tools = await client.ListToolsAsync();
        Assert.Equal(
            [
                "search", "accusations", "get_accusation", "get_actor", "who_accused_whom", "accusation_timeline", "accusation_threads",
                "accusation_chains",
            ],
            tools.Select(tool => tool.Name));
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint));
        Assert.All(tools, tool => Assert.Contains(Ontology.Shipped.Act!.Notice!, tool.Description, StringComparison.Ordinal));
        Assert.Contains(Ontology.Shipped.Act!.Notice!, client.ServerInstructions, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "text", "bribery")]
    [InlineData("accusations", "accuser", "Ada Example")]
    [InlineData("get_accusation", "id", "first")]
    [InlineData("get_actor", "name", "ada")]
    [InlineData("who_accused_whom", "accused", "utopia")]
    [InlineData("accusation_timeline", "bucket", "YEAR")]
    [InlineData("accusation_threads", "since", "2025-01-01")]
    public async Task IsAnsweredWithTheWordsAndWhereTheyStand(string tool, string argument, string value)
    {
        var answer = await AskAsync(tool, (argument, value));
        Assert.StartsWith($$"""{"notice":"{{Ontology.Shipped.Act!.Notice}}",""", answer, StringComparison.Ordinal);
        foreach (var told in new[] { "Utopia bribed us, Ada said.", "The title", "The Daily Example", "2025-06-02", "https://daily.example/1" })
            Assert.Contains(told, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindsChainsBetweenTwo()
    {
        var answer = await AskAsync("accusation_chains", ("from", "Ada Example"), ("to", "Utopia"));
        Assert.Contains("Utopia bribed us, Ada said.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsToldOfTheDayOfAnOffice()
    {
        using var answer = JsonDocument.Parse(await AskAsync("get_actor", ("name", "ada")));
        var office = answer.RootElement.GetProperty("found")[0].GetProperty("officesConnection").GetProperty("edges")[0];
        Assert.Equal("2020-01-01", office.GetProperty("properties").GetProperty("since").GetString());
        Assert.Equal("Envoy", office.GetProperty("node").GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("accusations", "acuser", "Ada", "accusations takes no \"acuser\"; it takes accuser, accused, since, until, kind, limit.")]
    [InlineData("accusations", "accuser", "Nemo", "No Actor is called \"Nemo\". Search for other spellings.")]
    [InlineData("accusations", "accuser", "Twin", "Several Actor nodes are called \"Twin\"; give the id of one: twin-one (Twin), twin-two (Twin).")]
    [InlineData("accusations", "since", "June", "\"since\" has to be a day such as 2025-06-02.")]
    [InlineData("accusations", "kind", "PRAISE", "\"kind\" has to be one of ACCUSE, CRITICIZE, DENY.")]
    [InlineData("accusations", "limit", 26, "\"limit\" has to be a whole number from 1 to 25.")]
    [InlineData("accusations", "accuser", "", "\"accuser\" has to be a text of 1 to 500 characters.")]
    [InlineData("get_actor", null, null, "get_actor needs \"name\": A name or id of the Actor.")]
    [InlineData("get_accusation", "id", "x", "No Accusation has the id \"x\". Search for it by its words.")]
    public async Task IsRefusedInASentence(string tool, string? argument, object? value, string sentence)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (argument is not null) arguments.Add(argument, value);
        var result = await client.CallToolAsync(tool, arguments);
        Assert.True(result.IsError);
        Assert.Equal(sentence, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }

    [Fact]
    public async Task MayAskOverHttpAsWell()
    {
        await using var server = await GraphServer.StartAsync(store, new() { Urls = "http://127.0.0.1:0" }, CancellationToken.None);
        await using var far = await McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new(server.Url + "/mcp") }));
        Assert.Equal(8, (await far.ListToolsAsync()).Count);
        var found = await far.CallToolAsync("search", new Dictionary<string, object?>(StringComparer.Ordinal) { ["text"] = "bribery" });
        Assert.Contains("The Daily Example", Assert.IsType<TextContentBlock>(Assert.Single(found.Content)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsAnsweredNothingWhereTrustedDocumentsAloneAre()
    {
        var trusted = new TrustedDocuments(new Dictionary<string, string>(StringComparer.Ordinal) { ["names"] = "{ states { name } }" });
        var options = new GraphServerOptions { Urls = "http://127.0.0.1:0", TrustedDocuments = trusted };
        await using var server = await GraphServer.StartAsync(store, options, CancellationToken.None);
        using var http = new HttpClient();
        using var answer = await http.PostAsync(server.Url + "/mcp", new StringContent("{}"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("answers trusted documents alone, and no assistants", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(string tool, params (string Name, object? Value)[] arguments)
    {
        var result = await client.CallToolAsync(
            tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal));
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.True(result.IsError is not true, text);
        return text;
    }

    private static Records Accusations() => new Records(Ontology.Shipped)
        .Node("Person", ("id", "ada"), ("name", "Ada Example"))
        .Node("Person", ("id", "twin-one"), ("name", "Twin"))
        .Node("Person", ("id", "twin-two"), ("name", "Twin"))
        .Node("State", ("id", "utopia"), ("name", "Utopia"))
        .Node("Organization", ("id", "daily"), ("name", "The Daily Example"), ("kind", "MEDIA"))
        .Node("Office", ("id", "envoy"), ("title", "Envoy"))
        .Node(
            "Accusation", ("id", "first"), ("act", "ACCUSE"), ("matter", "bribery"), ("saidOn", new DateOnly(2025, 6, 2)), ("modality", "ASSERTED"),
            ("confidence", 1.0), ("method", "CURATED"), ("importedAt", DateTimeOffset.UnixEpoch))
        .Node("Evidence", ("id", "words"), ("quote", "Utopia bribed us, Ada said."))
        .Node(
            "Document", ("id", "page"), ("kind", "ARTICLE"), ("title", "The title"), ("url", "https://daily.example/1"),
            ("published", new DateOnly(2025, 6, 2)))
        .Relationship("HELD", "Person:ada", "Office:envoy", ("since", new DateOnly(2020, 1, 1)))
        .Relationship("MADE", "Person:ada", "Accusation:first")
        .Relationship("AGAINST", "Accusation:first", "State:utopia")
        .Node(
            "Accusation", ("id", "reply"), ("act", "DENY"), ("matter", "that it bribed anybody"), ("modality", "ASSERTED"),
            ("confidence", 1.0), ("method", "CURATED"), ("importedAt", DateTimeOffset.UnixEpoch))
        .Relationship("MADE", "State:utopia", "Accusation:reply")
        .Relationship("AGAINST", "Accusation:reply", "Person:ada")
        .Relationship("ANSWERS", "Accusation:reply", "Accusation:first")
        .Relationship("EVIDENCED_BY", "Accusation:first", "Evidence:words")
        .Relationship("QUOTED_FROM", "Evidence:words", "Document:page")
        .Relationship("PUBLISHED_BY", "Document:page", "Organization:daily");
}
