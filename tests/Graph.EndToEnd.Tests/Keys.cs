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

    [Theory]
    [InlineData("all")]
    [InlineData("ALL")]
    public async Task AreNotNamedAsIfTheyWereAll(string name)
    {
        var refused = await GraphProcess.RunAsync(folder.Path, "keys", "add", name, "--keys", "keys.json");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("A key cannot be named all, which reads as if it were every key.", refused.Talk, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, "keys.json")));
        // Nor does it take back every key.
        (await GraphProcess.RunAsync(folder.Path, "keys", "add", "ada", "--keys", "keys.json")).Succeeds();
        var revoked = await GraphProcess.RunAsync(folder.Path, "keys", "revoke", name, "--keys", "keys.json");
        Assert.Equal(2, revoked.ExitCode);
        Assert.Contains("│ ada ", (await GraphProcess.RunAsync(folder.Path, "keys", "list", "--keys", "keys.json")).Succeeds().Output, StringComparison.Ordinal);
    }
}
