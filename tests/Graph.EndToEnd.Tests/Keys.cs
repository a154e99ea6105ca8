namespace Graph.EndToEnd.Tests;

public sealed class Keys : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AreMadeOnceAndListedWithoutWhatLetsIn()
    {
        var added = (await GraphProcess.RunAsync(folder.Path, "keys", "add", "ada", "--ends", "2999-06-30", "--keys", "keys.json")).Succeeds();
        Assert.Matches("^graph_[A-Za-z0-9_-]{43}\n$", added.Output);
        Assert.StartsWith("This is the key ada. It is shown now and never again;", added.Talk, StringComparison.Ordinal);
        var listed = (await GraphProcess.RunAsync(folder.Path, "keys", "list", "--key", "keys.json")).Succeeds();
        Assert.Matches("│ ada +│ read +│ all +│ [0-9-]{10} [0-9:]{5}Z │ 2999-07-01 00:00Z │", listed.Output);
        Assert.DoesNotContain("graph_", listed.Output, StringComparison.Ordinal);
    }
}
