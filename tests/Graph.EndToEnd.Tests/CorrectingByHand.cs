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

    public void Dispose() => folder.Dispose();

    private Task<Outcome> RunAsync(params string[] arguments) =>
        GraphProcess.RunAsync(folder.Path, new() { ["GRAPH_STORE"] = "sqlite:" + folder["g.db"] }, arguments);
}
