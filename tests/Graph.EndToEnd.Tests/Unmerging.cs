namespace Graph.EndToEnd.Tests;

/// <summary>Actors that were merged come apart on the command line, named as people write them; who is not meant stays.</summary>
public sealed class Unmerging : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task GivesBackWhatSourcesSayOfEach()
    {
        var before = await ImportAsync();
        await MergeAsync("elodie");

        Assert.Equal(
            "\"elodie\" and \"ann\" are two actors again, each as its sources give it.\n",
            (await RunAsync("unmerge", "elodie")).Succeeds().Output.ReplaceLineEndings("\n"));

        Assert.Equal(before, await ExportAsync());
        await RefusesAsync("elodie", "No actor of this graph is merged into another.");
    }

    [Fact]
    public async Task FindsANameInAnyLetterCaseAndForm()
    {
        var before = await ImportAsync();
        foreach (var written in new[] { "ÉLODIE LEE", "E\u0301lodie Lee", "élo" })
        {
            await MergeAsync("elodie");
            Assert.StartsWith("\"elodie\" and \"ann\" are", (await RunAsync("unmerge", written)).Succeeds().Output, StringComparison.Ordinal);
        }

        Assert.Equal(before, await ExportAsync());
    }

    [Fact]
    public async Task WhoIsNotMeantStays()
    {
        await ImportAsync();
        await MergeAsync("elodie", "bob", "bob2");
        var merged = await ExportAsync();

        await RefusesAsync("elodi", "No actor is merged under the id or name \"elodi\". Merged are \"bob\", \"bob2\", \"elodie\".");
        await RefusesAsync("BOB", "Several merged actors are called \"BOB\": \"bob\", \"bob2\". Write the id of the one that is to come apart.");
        await RefusesAsync("ann", "\"ann\" stands for \"bob\", \"bob2\", \"elodie\"; name the one that is to come apart from it.");

        Assert.Equal(merged, await ExportAsync());
    }

    [Fact]
    public async Task WithAReasonNoJudgementMergesThemAgain()
    {
        await ImportAsync();
        await MergeAsync("bob");

        (await RunAsync("unmerge", "bob", "--because", "two brothers")).Succeeds();

        Assert.Contains("two brothers", (await RunAsync("merge", "ann", "bob", "--because", "x")).Fails(1).Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatASourceSaysIsTakenBackThereOrContradictedHere()
    {
        var file = folder.Write("said.yaml", """
            id: said
            actors:
              - person: Ann Lee
                id: ann
              - person: Bob Ray
                id: bob
                same:
                  - as: ann
                    because: one birthday
            """);
        (await RunAsync("import", file)).Succeeds();

        Assert.Contains("because the source", (await RunAsync("unmerge", "bob")).Fails(2).Talk, StringComparison.Ordinal);

        (await RunAsync("unmerge", "bob", "--because", "two brothers")).Succeeds();
        await RefusesAsync("bob", "No actor of this graph is merged into another.");
    }

    public void Dispose() => folder.Dispose();

    private async Task<string> ImportAsync()
    {
        var file = folder.Write("people.jsonl", """
            {"type":"node","id":"1","labels":["Person","Actor"],"properties":{"id":"ann","name":"Ann Lee"}}
            {"type":"node","id":"2","labels":["Person","Actor"],"properties":{"id":"elodie","name":"Élodie Lee","aliases":["Élo"]}}
            {"type":"node","id":"3","labels":["Person","Actor"],"properties":{"id":"bob","name":"Bob"}}
            {"type":"node","id":"4","labels":["Person","Actor"],"properties":{"id":"bob2","name":"bob"}}
            """);
        (await RunAsync("import", file)).Succeeds();
        return await ExportAsync();
    }

    private async Task MergeAsync(params string[] ids)
    {
        foreach (var id in ids) (await RunAsync("merge", "ann", id, "--because", "x")).Succeeds();
    }

    private async Task RefusesAsync(string written, string said) =>
        Assert.Equal(said + "\n", (await RunAsync("unmerge", written)).Fails(2).Talk);

    private async Task<string> ExportAsync() => (await RunAsync("export")).Succeeds().Output;

    private Task<Outcome> RunAsync(params string[] arguments) =>
        GraphProcess.RunAsync(folder.Path, new() { ["GRAPH_STORE"] = "sqlite:" + folder["g.db"] }, arguments);
}
