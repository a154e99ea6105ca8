using System.Text;

namespace Graph.EndToEnd.Tests;

/// <summary>Names that would command a terminal, break a table or run in a spreadsheet.</summary>
public sealed class HostileNames : IDisposable
{
    private const string Name = "\u001B[2Jred\u0007 [red]x[/] \r\u009B5m\u202Egnp\u007F\u2028";
    private const string Shown = "␛[2Jred␇ [red]x[/] ␍\\u009B5m\\u202Egnp␡\\u2028";

    private readonly TemporaryFolder folder = new();

    private string Store => "sqlite:" + folder["a.db"];

    [Fact]
    public async Task ATableShowsTheirSignsAndProgramsGetThemAsTheyAre()
    {
        await ImportAsync(Name);
        Assert.Contains($"│ {Shown} │", (await QueryAsync("table")).Output, StringComparison.Ordinal);
        Assert.Contains("\"\u001B[2J"[1..], (await QueryAsync("csv")).Output, StringComparison.Ordinal);
        Assert.Contains("\u202Egnp", (await QueryAsync("csv")).Output, StringComparison.Ordinal);
        Assert.Contains("\\u001B[2Jred\\u0007 [red]x[/] \\r", (await QueryAsync("jsonl")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MessagesShowTheirSigns()
    {
        folder.Write("bad.yaml", "actors:\n  - person: Ada\n    \"wiki\\eda\\r[red]\": Q1\n    born: \"\\a\u202E\"\n");
        var told = (await GraphProcess.RunAsync(folder.Path, "check", "bad.yaml")).Fails(3).Talk;
        Assert.Contains("'wiki␛da␍[red]' is not a field of an actor", told, StringComparison.Ordinal);
        Assert.Contains("this is '␇\\u202E'", told, StringComparison.Ordinal);

        await ImportAsync("Ada");
        Assert.Contains(
            "neither a file nor a query",
            (await GraphProcess.RunAsync(folder.Path, "query", "\u001B[2J")).Fails(2).Talk,
            StringComparison.Ordinal);
        string[][] wrong = [["query", "\u001B[2J"], ["\u001B[2J"], ["query", "{ \"\u001B\" }", "--store", Store], ["stats", "--store", "\u001B:x"], ["stats", "--store", "sqlite:\u001B.db"], ["import", "\u001B.yaml", "--store", Store], ["stats", "--ontology", "\u001B"]];
        foreach (var arguments in wrong)
        {
            var outcome = await GraphProcess.RunAsync(folder.Path, arguments);
            Assert.NotEqual(0, outcome.ExitCode);
            Assert.DoesNotContain('\u001B', outcome.Talk + outcome.Output);
            Assert.NotEqual("", outcome.Talk);
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+A1", "'+A1")]
    [InlineData("-A1", "'-A1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("a;=1", "\"a;=1\"")]
    [InlineData("-5", "-5")]
    [InlineData("Türkiye", "Türkiye")]
    public async Task SpreadsheetsGetTextAndNotFormulas(string name, string cell)
    {
        await ImportAsync(name);
        Assert.Equal($"\uFEFFname\r\n{cell}\r\n".ReplaceLineEndings("\n"), (await QueryAsync("csv", "--excel")).Output.ReplaceLineEndings("\n"));
    }

    [TerminalFact]
    public async Task OnATerminalTheLinesOfCsvEndAsAllLinesDo()
    {
        await ImportAsync(Name);
        var shown = await OnTerminal.RunAsync(folder.Path, "query", "{ people { name } }", "--format", "csv", "--store", Store);
        Assert.Equal($"name\n\"{Shown}\"\n", shown);
    }

    public void Dispose() => folder.Dispose();

    private Task<Outcome> QueryAsync(string format, params string[] more) =>
        GraphProcess.RunAsync(folder.Path, ["query", "{ people { name } }", "--format", format, "--store", Store, .. more]);

    private async Task ImportAsync(string name)
    {
        var text = string.Concat(name.Select(unit => $"\\u{(int)unit:X4}"));
        var line = "{\"type\":\"node\",\"id\":\"1\",\"labels\":[\"Person\",\"Actor\"],\"properties\":{\"id\":\"a\",\"name\":\"" + text
            + "\",\"aliases\":[]}}\n";
        await File.WriteAllTextAsync(folder["a.jsonl"], line, Encoding.ASCII);
        (await GraphProcess.RunAsync(folder.Path, "import", "a.jsonl", "--store", Store)).Succeeds();
    }
}
