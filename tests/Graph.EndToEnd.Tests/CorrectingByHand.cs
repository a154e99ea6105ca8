namespace Graph.EndToEnd.Tests;

/// <summary>Actors merged and runs taken back on the command line: a slip of the pen changes nothing and leaves nothing.</summary>
public sealed class CorrectingByHand : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task WhatIsRefusedChangesNothingAndIsNoRun()
    {
        var file = folder.Write("people.jsonl", """
            {"type":"node","id":"1","labels":["Person","Actor"],"properties":{"id":"nobody","name":"Nobody in particular"}}
            {"type":"node","id":"2","labels":["Person","Actor"],"properties":{"id":"ann","name":"Ann Lee"}}
            """);
        (await RunAsync("import", file)).Succeeds();
        Assert.Equal(
            "No Actor is called just \"Lee\", and what changes the graph guesses no spelling. Near it: Ann Lee (ann). Write the id of the one you mean.\n",
            (await RunAsync("merge", "nobody", "Lee", "--because", "x")).Fails(2).Talk);
        Assert.Equal("There is no run 9: graph log lists them.\n", (await RunAsync("undo", "9")).Fails(1).Talk);
        (await RunAsync("remove", "actor", "bob")).Fails(1);
        (await RunAsync("merge", "nobody", "ann lee", "--because", "x")).Succeeds();
        var undone = (await RunAsync("undo", "2")).Succeeds();
        Assert.StartsWith("Run 2 is taken back: ", undone.Output, StringComparison.Ordinal);
        Assert.Contains("It is run 3;", undone.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherNameIsFoundInAnyLetterCaseAsTheFirstIs()
    {
        var file = folder.Write("people.jsonl", """
            {"type":"node","id":"1","labels":["Person","Actor"],"properties":{"id":"ann","name":"Ann Lee","aliases":["Élodie Lee"]}}
            {"type":"node","id":"2","labels":["Person","Actor"],"properties":{"id":"ann2","name":"A. Lee","aliases":["Élodie Leeds"]}}
            {"type":"node","id":"3","labels":["Person","Actor"],"properties":{"id":"bob","name":"Bob"}}
            """);
        (await RunAsync("import", file)).Succeeds();
        (await RunAsync("merge", "bob", "élodie lee", "--because", "x")).Succeeds();
        (await RunAsync("merge", "bob", "ÉLODIE", "--because", "x")).Fails(2);
    }

    [Fact]
    public async Task WhoMayBeOneIsListedTheLikeliestFirstWithWhatSpeaksForIt()
    {
        var file = folder.Write("alike.jsonl", """
            {"type":"node","id":"1","labels":["Person","Actor"],"properties":{"id":"bo","name":"Bo Li"}}
            {"type":"node","id":"2","labels":["Person","Actor"],"properties":{"id":"bo2","name":"bo li"}}
            {"type":"node","id":"3","labels":["Person","Actor"],"properties":{"id":"cy","name":"Cy Orr"}}
            {"type":"node","id":"4","labels":["Person","Actor"],"properties":{"id":"cy2","name":"CY ÓRR"}}
            {"type":"node","id":"5","labels":["Person","Actor"],"properties":{"id":"ann","name":"Ann Lee","wikidata":"Q1"}}
            {"type":"node","id":"6","labels":["Person","Actor"],"properties":{"id":"ann2","name":"A. Lee","wikidata":"Q1"}}
            {"type":"node","id":"7","labels":["State","Actor"],"properties":{"id":"s","name":"Bo Li"}}
            {"type":"node","id":"8","labels":["Accusation"],"properties":{"id":"x1","act":"ACCUSE","matter":"war","modality":"ASSERTED","confidence":1.0,"method":"CURATED"}}
            {"type":"node","id":"9","labels":["Accusation"],"properties":{"id":"x2","act":"ACCUSE","matter":"war","modality":"ASSERTED","confidence":1.0,"method":"CURATED"}}
            {"type":"relationship","id":"1","label":"MADE","start":{"id":"cy","labels":["Person","Actor"]},"end":{"id":"x1","labels":["Accusation"]},"properties":{}}
            {"type":"relationship","id":"2","label":"MADE","start":{"id":"cy2","labels":["Person","Actor"]},"end":{"id":"x2","labels":["Accusation"]},"properties":{}}
            {"type":"relationship","id":"3","label":"AGAINST","start":{"id":"x1","labels":["Accusation"]},"end":{"id":"s","labels":["State","Actor"]},"properties":{}}
            {"type":"relationship","id":"4","label":"AGAINST","start":{"id":"x2","labels":["Accusation"]},"end":{"id":"s","labels":["State","Actor"]},"properties":{}}
            """);
        (await RunAsync("import", file)).Succeeds();
        Assert.Equal(
            """
            A,B,score,because
            ann,ann2,100,both have the wikidata Q1
            cy,cy2,11,"both are called CY ÓRR, in some spelling; one party in common"
            bo,bo2,10,"both are called bo li, in some spelling"

            """,
            (await RunAsync("duplicates", "--csv")).Succeeds().Output.ReplaceLineEndings("\n"));
        (await RunAsync("merge", "bo", "bo2", "--because", "x")).Succeeds();
        Assert.DoesNotContain("bo2", (await RunAsync("duplicates", "--csv")).Succeeds().Output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private Task<Outcome> RunAsync(params string[] arguments) =>
        GraphProcess.RunAsync(folder.Path, new() { ["GRAPH_STORE"] = "sqlite:" + folder["g.db"] }, arguments);
}
