namespace Graph.EndToEnd.Tests;

/// <summary>The user's locale, or on Windows the code page of the terminal, has no room for most scripts.</summary>
public sealed class OutputInAnotherEncoding : IDisposable
{
    private const string Name = "Хун Сен’ប";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task IsUtf8InAFileOrPipe()
    {
        folder.Write("a.jsonl", $$$"""{"type":"node","id":"a","labels":["Person","Actor"],"properties":{"id":"a","name":"{{{Name}}}","aliases":[]}}""");
        var latin = new Dictionary<string, string> { ["LC_ALL"] = "de_DE.ISO-8859-1" };
        (await GraphProcess.RunAsync(folder.Path, latin, "import", "a.jsonl", "--store", "sqlite:a.db")).Succeeds();
        foreach (var format in (string[])["jsonl", "json", "csv", "table"])
        {
            var outcome = await GraphProcess.RunAsync(folder.Path, latin, "query", "{ people { name } }", "--format", format, "--store", "sqlite:a.db");
            Assert.Contains(Name, outcome.Succeeds().Output, StringComparison.Ordinal);
        }

        var missing = await GraphProcess.RunAsync(folder.Path, latin, "stats", "--store", $"sqlite:{Name}.db");
        Assert.Contains(Name, missing.Fails(1).Talk, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
