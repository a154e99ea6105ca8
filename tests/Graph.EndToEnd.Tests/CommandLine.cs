namespace Graph.EndToEnd.Tests;

public sealed class CommandLine : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("import")]
    [InlineData("check")]
    [InlineData("draft")]
    [InlineData("review")]
    [InlineData("merge")]
    [InlineData("undo")]
    [InlineData("serve")]
    [InlineData("query")]
    [InlineData("stats")]
    [InlineData("schema")]
    [InlineData("migrate")]
    [InlineData("")]
    public async Task HelpEndsWithAnExampleThatRuns(string command)
    {
        var help = (await GraphProcess.RunAsync(folder.Path, command.Length == 0 ? ["--help"] : [command, "--help"])).Succeeds();
        var lines = help.Output.TrimEnd().Split('\n');
        Assert.Equal("Example:", lines[^2]);
        var words = ShellWords(lines[^1].Trim());
        Assert.Equal("graph", words[0]);
        if (command is "migrate") return; // needs a Neo4j: run by the tests that have one
        Directory.CreateSymbolicLink(folder["seeds"], Repository.Seeds);
        var environment = new Dictionary<string, string> { ["GRAPH_STORE"] = "sqlite:" + folder["talks.db"] };
        if (command is "query" or "stats" or "draft" or "review" or "merge" or "undo") (await GraphProcess.RunAsync(folder.Path, environment, "import", "seeds")).Succeeds();
        if (command is "review") (await GraphProcess.RunAsync(folder.Path, "draft", "seeds/istanbul-2025/texts/tass-2025-06-02.txt")).Succeeds();
        if (words.Contains(">")) words = words[..words.IndexOf(">")];
        if (command is "serve" or "")
        {
            if (!words.Contains("--urls")) words = [.. words, "--urls", "http://127.0.0.1:0"];
            else words[words.IndexOf("--urls") + 1] = "http://127.0.0.1:0";
            using var server = GraphProcess.Start(folder.Path, environment, [.. words[1..]]);
            await server.UntilAsync(said => said.Contains("/graphql", StringComparison.Ordinal));
            server.Interrupt();
            (await server.EndAsync()).Succeeds();
            return;
        }

        var outcome = (await GraphProcess.RunAsync(folder.Path, environment, [.. words[1..]])).Succeeds();
        Assert.NotEmpty(outcome.Output);
    }

    [Theory]
    [InlineData("imprt", "graph has no command imprt; did you mean \"import\"?")]
    [InlineData("stats --sotre sqlite:a.db", "graph stats has no option --sotre; did you mean \"--store\"?")]
    [InlineData("import seeds --sotre sqlite:a.db", "graph import has no option --sotre; did you mean \"--store\" or")]
    [InlineData("serve --import seeds --prot 5080", "graph serve has no option --prot.")]
    [InlineData("stats extra", "graph stats takes no \"extra\" here.")]
    [InlineData("import", "graph import needs PATH.")]
    [InlineData("path Fidan", "graph path needs B.")]
    [InlineData("who --limit x", "--limit takes a whole number, not \"x\".")]
    [InlineData("import a --batch", "--batch needs a value: --batch N.")]
    [InlineData("timeline --bucket mont", "--bucket takes day|week|month|quarter|year, not \"mont\"; did you mean \"month\"?")]
    [InlineData("serve --max-batch 11", "--max-batch takes a number from 1 to 10, not 11.")]
    [InlineData("serve --path-base graph", "--path-base takes a path such as /graph, not \"graph\".")]
    [InlineData("import x --store nonsense", "The store \"nonsense\" is of no known form. Write sqlite:FILE, bolt://HOST:PORT or neo4j://HOST:PORT.")]
    [InlineData("import no-such-file --store sqlite:a.db", "no-such-file")]
    [InlineData("stats --ontology missing.graphql", "The ontology missing.graphql cannot be read:")]
    [InlineData("query nothing --store sqlite:a.db", "\"nothing\" is neither a file nor a query. A query looks like '{ people { name } }'.")]
    [InlineData("query {a} --variables {", "--variables is not a JSON object: it is not JSON at byte 2;")]
    [InlineData("query {a} --variables []", "--variables is not a JSON object: it is no object.")]
    [InlineData("query {a} --format xml", "xml")]
    [InlineData("query {a} --excel", "--excel goes with --format csv alone; add it, or leave --excel out.")]
    public async Task WrongUsageIsToldInASentenceAndExitsWith2(string arguments, string expected)
    {
        var outcome = (await GraphProcess.RunAsync(folder.Path, arguments.Split(' '))).Fails(2);
        Assert.Contains(expected, outcome.Talk, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        Assert.DoesNotContain("   at ", outcome.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOptionBeatsTheEnvironment()
    {
        var environment = new Dictionary<string, string> { ["GRAPH_STORE"] = "sqlite:" + folder["a.db"] };
        (await GraphProcess.RunAsync(folder.Path, environment, "import", Repository.Seeds, "--store", "sqlite:" + folder["b.db"])).Succeeds();
        Assert.True(File.Exists(folder["b.db"]));
        Assert.False(File.Exists(folder["a.db"]));
    }

    [Fact]
    public async Task FaultsOfAnOntologyAreListedTogether()
    {
        var file = folder.Write("bad.graphql", "type A @node { name: Strin }\ntype B { id: ID! @unique }\n");
        var outcome = (await GraphProcess.RunAsync(folder.Path, "schema", "--ontology", file)).Fails(2);
        Assert.Contains($"{file}:1:6: A has no id.", outcome.Talk, StringComparison.Ordinal);
        Assert.Contains($"{file}:2:6: The type B is neither a node nor relationship properties.", outcome.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAddressThatCannotBeHadIsOneSentenceAndNothingIsMade()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((System.Net.IPEndPoint)taken.LocalEndpoint).Port}";
        Assert.Equal(
            $"Cannot listen at {url}: another program listens there already. End it, or choose another port with --urls.\n",
            (await ServeAsync(url)).Fails(1).Talk);
        Assert.Equal(
            "--urls has \"http://127.0.0.1:99999\": there is no port 99999. Ports go from 1 to 65535; 0 takes any that is free.\n",
            (await ServeAsync("http://127.0.0.1:99999")).Fails(2).Talk);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));

        Task<Outcome> ServeAsync(string urls) =>
            GraphProcess.RunAsync(folder.Path, "serve", "--import", Repository.Seeds, "--store", "sqlite:a.db", "--urls", urls);
    }

    [Fact]
    public async Task WithoutACommandTheHelpIsShown()
    {
        var help = (await GraphProcess.RunAsync(folder.Path)).Succeeds();
        Assert.Equal(((await GraphProcess.RunAsync(folder.Path, "--help")).Output, ""), (help.Output, help.Talk));
    }

    [Fact]
    public async Task AServerOfTrustedDocumentsNamesThemAndOneOfAnEmptyGraphSaysHowToFillIt()
    {
        folder.Write("nodes/Utopia.yaml", "actors: [{ state: Utopia }]\n");
        folder.Write("trusted/people.graphql", "{ people { name } }");
        folder.Write("none.jsonl", "{}\n");
        await GraphProcess.RunAsync(folder.Path, "import", "none.jsonl", "--store", "sqlite:a.db"); // rejected: the graph stays empty
        using var server = GraphProcess.Start(folder.Path, "serve", "--store", "sqlite:a.db", "--trusted-documents", "trusted", "--urls", "http://127.0.0.1:0");
        var said = await server.UntilAsync(words => words.Contains("Fill it with:", StringComparison.Ordinal));
        Assert.Matches(@"It answers 1 trusted document alone; ask for one by its documentId, name or hash:\n\n  people  sha256:[0-9a-f]{64}\n", said);
        Assert.DoesNotContain("{ ", said, StringComparison.Ordinal);
        Assert.Contains($"The graph is empty. Fill it with: graph import PATH --store sqlite:{folder["a.db"]}\n", server.Talk, StringComparison.Ordinal);
        server.Interrupt();
        (await server.EndAsync()).Succeeds();

        folder.Write("trusted/broken.graphql", "{ people { nam } }");
        var refused = (await GraphProcess.RunAsync(folder.Path, "serve", "--import", "nodes", "--store", "sqlite:b.db", "--trusted-documents", "trusted")).Fails(2);
        Assert.Contains("\"broken\"", refused.Talk, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"name\"", refused.Talk, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["b.db"]));
    }

    [Fact]
    public async Task AnImportThatCannotBeginSaysOnlyWhy()
    {
        var environment = new Dictionary<string, string> { ["NEO4J_PASSWORD"] = "x" };
        var outcome = (await GraphProcess.RunAsync(folder.Path, environment, "import", Repository.Seeds, "--store", "bolt://127.0.0.1:1")).Fails(1);
        Assert.Equal(("", 1), (outcome.Output, outcome.Talk.Count(sign => sign == '\n')));
    }

    [Theory]
    [InlineData("customary", 400, 200)]
    [InlineData("draft", 422, 294)]
    public async Task TheProfileDecidesStatuses(string profile, int refused, int partial)
    {
        (await GraphProcess.RunAsync(folder.Path, "import", Repository.Seeds, "--store", "sqlite:a.db")).Succeeds();
        using var server = GraphProcess.Start(
            folder.Path,
            "serve",
            "--store",
            "sqlite:a.db",
            "--urls",
            "http://127.0.0.1:0",
            "--max-list-items",
            "2",
            "--http-profile",
            profile);
        var said = await server.UntilAsync(words => words.Contains("/graphql", StringComparison.Ordinal));
        using var client = new HttpClient { BaseAddress = new Uri(said[said.IndexOf("http", StringComparison.Ordinal)..].Split("/graphql")[0]) };
        Assert.Equal(
            (refused, partial, 200),
            (await StatusAsync("{ nothing }"), await StatusAsync("{ __typename accusations { id } }"), await StatusAsync("{ __typename }")));
        server.Interrupt();
        (await server.EndAsync()).Succeeds();

        async Task<int> StatusAsync(string query)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}");
            request.Headers.Add("Accept", "application/graphql-response+json");
            using var response = await client.SendAsync(request);
            return (int)response.StatusCode;
        }
    }

    public void Dispose() => folder.Dispose();

    /// <summary>The words of a command line as a shell splits them: single quotes keep a word together.</summary>
    private static List<string> ShellWords(string line) =>
        [.. line.Split('\'').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
