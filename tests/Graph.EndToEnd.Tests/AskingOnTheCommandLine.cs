using System.Text.Json;

namespace Graph.EndToEnd.Tests;

/// <summary>Who, when, how connected, found by which words: the questions that have commands of their own.</summary>
public sealed class AskingOnTheCommandLine(QueryTables.Imported graph) : IClassFixture<QueryTables.Imported>
{
    [Fact]
    public async Task PairsAreCountedForTheStatesOfTheParties()
    {
        var outcome = await AskAsync("who", "--against", "Ukraine", "--roll-up", "state", "--from", "2025-06-01", "--to", "2025-06-30", "--csv");
        Assert.Equal(
            """
            accuser,accused,accusations,claims,evidence,answered,denied,first,last
            Russia,Ukraine,11,9,20,4,4,2025-06-02,2025-06-29
            Russia,United States,1,1,1,1,1,2025-06-29,2025-06-29

            """,
            outcome.Output);
    }

    [Fact]
    public async Task AMatrixTellsWhatItLeavesOut()
    {
        var lines = (await AskAsync("who", "--matrix", "--limit", "2", "--csv")).Output.TrimEnd().Split('\n');
        Assert.Matches("^accuser,Russia,Ukraine,[0-9]+ others,total$", lines[0]);
        Assert.Matches("^[0-9]+ others,", lines[^1]);
        foreach (var line in lines[1..])
        {
            var numbers = line.Split(',')[1..].Select(cell => cell.Length == 0 ? 0 : int.Parse(cell)).ToList();
            Assert.Equal(numbers[^1], numbers[..^1].Sum());
        }
    }

    [Fact]
    public async Task ATimelineDrawsABarForEachBucket()
    {
        var outcome = await AskAsync("timeline", "--by", "Lavrov", "--bucket", "quarter");
        Assert.Equal("\"Lavrov\" is taken for Sergey Lavrov (sergey-lavrov).\n", outcome.Talk);
        Assert.Equal(
            """
            2025-04-01  2  ███████████████████████████
            2025-07-01  3  ████████████████████████████████████████
            2025-10-01  1  ██████████████

            """,
            outcome.Output);
    }

    [Fact]
    public async Task AChainShowsTheLatestActOfEachStepAndItsWords()
    {
        var lines = (await AskAsync("path", "Lavrov", "Merz")).Output.Split('\n');
        Assert.Equal("Sergey Lavrov → Volodymyr Zelenskyy  2 accusations", lines[0]);
        Assert.StartsWith("    2025-08-24  ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("    “", lines[2], StringComparison.Ordinal);
        Assert.Equal("1 of this length, and no more.", lines[^2]);
    }

    [Fact]
    public async Task APathGoesOverAnything()
    {
        var lines = (await AskAsync("path", "hakan-fidan", "germany", "--any", "--limit", "1")).Output.Split('\n');
        Assert.StartsWith("Hakan Fidan -TOOK_PART_IN-> ", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("Germany", lines[0], StringComparison.Ordinal);
        Assert.Equal("1 shown of more; a greater --limit shows them.", lines[1]);
    }

    [Theory]
    [InlineData("Лавров")]
    [InlineData("serghei lawrow")]
    public async Task WordsAreFoundInAnySpelling(string words) =>
        Assert.StartsWith("type,id,caption,found in,words\nPerson,sergey-lavrov,", (await AskAsync("search", words, "--csv")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task AMatrixCountsEveryPairHoweverManyThereAre()
    {
        using var folder = new TemporaryFolder();
        const int Actors = 120, Pairs = Actors * (Actors - 1);
        var lines = Enumerable.Range(0, Actors).Select(i => Node($"s{i}", "State", new() { ["name"] = $"State {i}" }, "Actor")).ToList();
        foreach (var (i, by, against) in Enumerable.Range(0, Pairs).Select(i => (i, i / (Actors - 1), i % (Actors - 1))))
        {
            lines.Add(Node($"a{i}", "Accusation", new()
            {
                ["act"] = "ACCUSE",
                ["matter"] = "war",
                ["modality"] = "ASSERTED",
                ["confidence"] = 1.0,
                ["method"] = "CODED",
            }));
            lines.Add(Relationship("MADE", $"s{by}", $"a{i}"));
            lines.Add(Relationship("AGAINST", $"a{i}", $"s{(against >= by ? against + 1 : against)}"));
        }

        folder.Write("clique.jsonl", string.Join('\n', lines));
        (await GraphProcess.RunAsync(folder.Path, "import", "clique.jsonl", "--store", "sqlite:g.db")).Succeeds();
        var outcome = (await GraphProcess.RunAsync(folder.Path, "who", "--matrix", "--limit", "1", "--csv", "--store", "sqlite:g.db")).Succeeds();

        Assert.True(Pairs > 10_000);
        Assert.Equal("accuser,State 0,119 others,total\nState 0,,119,119\n119 others,119,14042,14161\n", outcome.Output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("No Actor is called \"Qwxyz\". Look for it with: graph search\n", "who", "--by", "Qwxyz")]
    [InlineData("--from takes a day such as 2025-06-02, not \"June\".\n", "timeline", "--from", "June")]
    [InlineData("--acts knows no BLAME. Choose from ACCUSE, CRITICIZE, DENY, or all.\n", "who", "--acts", "blame")]
    [InlineData("--where is not a JSON object: it is no object. Write for example '{\"confidence\": {\"gte\": 0.9}}'.\n", "who", "--where", "[]")]
    [InlineData("--limit is 0: give a number from 1 to 10,000.\nSee: graph search --help\n", "search", "x", "--limit", "0")]
    [InlineData("--limit is 20000: give a number from 1 to 10,000.\nSee: graph who --help\n", "who", "--limit", "20000")]
    [InlineData("--max-length is 9: give a number from 1 to 8.\nSee: graph path --help\n", "path", "a", "b", "--max-length", "9")]
    [InlineData("--top is 101: give a number from 0 to 100.\nSee: graph timeline --help\n", "timeline", "--top", "101")]
    [InlineData("--from 2025-06-02 is after --to 2025-06-01, so that no act lies between them.\n", "who", "--from", "2025-06-02", "--to", "2025-06-01")]
    [InlineData(
        "--any goes over relationships either way by itself: leave --either-way out.\nSee: graph path --help\n", "path", "a", "b", "--any", "--either-way")]
    [InlineData(
        "--type takes Actor|Person|State|Organization|Office|Accusation|Claim|Evidence|Document|Event|Place, not \"persn\"; did you mean \"Person\"?\n",
        "search", "x", "--type", "persn")]
    [InlineData(
        "--where is not a JSON object: it is not JSON at byte 2; a shell takes quotation marks away that are not in others. "
            + "Write for example '{\"confidence\": {\"gte\": 0.9}}'.\n", "who", "--where", "{id:1}")]
    [InlineData("--limit is 51: give a number from 1 to 50.\nSee: graph path --help\n", "path", "a", "b", "--limit", "51")]
    [InlineData("--series takes none|accuser|accused|pair|act|matter-types|publisher|dataset, not \"act-or\".\n", "timeline", "--series", "act-or")]
    [InlineData("--from 2025-07-01 is after --to 2025-06-01, so that no act lies between them.\n", "timeline", "--from", "2025-07-01", "--to", "2025-06-01")]
    [InlineData("Both are russia: give two that differ.\n", "path", "russia", "Russia")]
    [InlineData("There is no word to look for: give letters or digits, not only what is left out with -.\n", "search", "“ …")]
    public async Task WhatCannotBeMeantIsRefused(string expected, params string[] arguments)
    {
        var outcome = (await GraphProcess.RunAsync(graph.Folder, [.. arguments, "--store", QueryTables.Imported.Store])).Fails(2);
        Assert.Equal(expected, outcome.Talk);
    }

    [Theory]
    [InlineData("Росія", "Russia (russia)")]
    [InlineData("УКРАЇНА", "Ukraine (ukraine)")]
    [InlineData("ไทย", "Thailand (thailand)")]
    [InlineData("កម្ពុជា", "Cambodia (cambodia)")]
    public async Task AStateIsFoundAsItsOwnPeopleWriteIt(string written, string taken) =>
        Assert.Equal($"\"{written}\" is taken for {taken}.\n", (await AskAsync("who", "--against", written)).Talk);

    [Fact]
    public async Task ANameWithRoomAroundItIsThatName() =>
        Assert.StartsWith("\" Ukraine \" is taken for Ukraine (ukraine).\n", (await AskAsync("who", "--against", " Ukraine ")).Talk, StringComparison.Ordinal);

    [Theory]
    [InlineData("who")]
    [InlineData("timeline")]
    public async Task WhereNothingNamesAStateItIsToldHowToAskForWhatIsSaidForIt(string command) =>
        Assert.Equal(
            "--by and --against choose acts that name this very actor, before any roll-up. Leave them out and add --roll-up state to see what a "
                + "state's people and bodies said.\n",
            (await AskAsync(command, "--by", "ukraine", "--roll-up", "state")).Talk);

    [Theory]
    [InlineData("Nothing leads from one to the other within 4 steps. A greater --max-length or --either-way or --any may find more.\n")]
    [InlineData("Nothing leads from one to the other within 8 steps. --any may find more.\n", "--either-way", "--max-length", "8")]
    public async Task WhereNothingLeadsOnlyWhatIsNotAskedForYetIsAdvised(string expected, params string[] options) =>
        Assert.Equal(expected, (await AskAsync(["path", "trt-world", "russia", .. options])).Output);

    [Fact]
    public async Task FaultsAreToldWithoutPlacesInAQueryThatNobodyWrote()
    {
        var outcome = (await GraphProcess.RunAsync(graph.Folder, "who", "--where", "{\"day\": 1}", "--store", QueryTables.Imported.Store)).Fails(1);
        Assert.StartsWith("Variable \"$where\" got invalid value { day: 1 }", outcome.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsFoundIsNotAdvisedAgain() =>
        Assert.DoesNotContain("Close to it", (await AskAsync("search", "umerov", "rustem")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task AnActorThatSeveralAreCalledIsListed()
    {
        var outcome = (await GraphProcess.RunAsync(graph.Folder, "who", "--by", "foreign ministry", "--store", QueryTables.Imported.Store)).Fails(2);
        Assert.StartsWith("\"foreign ministry\" may be ", outcome.Talk, StringComparison.Ordinal);
        Assert.EndsWith("Write the id of one.\n", outcome.Talk, StringComparison.Ordinal);
    }

    private static string Node(string id, string type, Dictionary<string, object> properties, params string[] more)
    {
        properties["id"] = id;
        return JsonSerializer.Serialize(new { type = "node", id, labels = (string[])[type, .. more], properties });
    }

    private static string Relationship(string label, string start, string end) => JsonSerializer.Serialize(
        new { type = "relationship", id = $"{start} {end}", label, start = End(start), end = End(end) });

    private static object End(string id) => new { id, labels = (string[])(id[0] == 's' ? ["State", "Actor"] : ["Accusation"]) };

    private async Task<Outcome> AskAsync(params string[] arguments) =>
        (await GraphProcess.RunAsync(graph.Folder, [.. arguments, "--store", QueryTables.Imported.Store])).Succeeds();
}
