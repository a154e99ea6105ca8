using System.CommandLine;
using Graph.Cli;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Import;
using Graph.Tests;
using Spectre.Console;

namespace Graph.EndToEnd.Tests;

/// <summary>What the options of feeds become, and how the report of feeds is printed.</summary>
public sealed class FeedOptionsOnTheCommandLine : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void EachOptionIsTaken()
    {
        var judgements = folder.Write("resolver.ijson", "");
        var options = Parse(
            "--format", "gdelt", "--since", "2025-06-02", "--until", "2025-06-02", "--countries", "RUS, ukr", "--countries", "THA", "--resolver", judgements,
            "--licence", "CC BY-NC 4.0; see the publisher's page");
        Assert.Equal(("gdelt", judgements, "CC BY-NC 4.0; see the publisher's page"), (options.Format, options.ResolverPath, options.Licence));
        Assert.Equal((new DateOnly(2025, 6, 2), new DateOnly(2025, 6, 2)), (options.Since, options.Until));
        Assert.Equal(["RUS", "ukr", "THA"], options.Countries);
    }

    [Fact]
    public void WithoutThemNothingIsAsked()
    {
        var options = Parse();
        Assert.Equal((null, null, null), (options.Format, options.ResolverPath, options.Licence));
        Assert.Equal((null, null, 0), (options.Since, options.Until, options.Countries.Count));
    }

    [Theory]
    [InlineData("--until 2025-02-30", "--until takes a day such as 2025-06-02, not \"2025-02-30\".")]
    [InlineData("--until 02.06.2025", "--until takes a day such as 2025-06-02, not \"02.06.2025\".")]
    [InlineData("--since 2025-06-02T10:00", "--since takes a day such as 2025-06-02, not \"2025-06-02T10:00\".")]
    [InlineData("--since 2025-06-03 --until 2025-06-02", "--since 2025-06-03 is after --until 2025-06-02, so that no act lies between them.")]
    [InlineData("--countries RUS,RU", "--countries takes codes of ISO 3166-1 alpha-3 such as RUS,UKR; there is no state 'RU'.")]
    [InlineData("--resolver nowhere.ijson", "There is no file 'nowhere.ijson' of judgements.")]
    public void WhatIsWrongIsTold(string words, string expected) =>
        Assert.Equal(expected, Assert.Throws<UsageException>(() => Parse(words.Split(' '))).Message);

    [Fact]
    public void TheReportTellsFileByFileAndTheRestTogether()
    {
        var files = Enumerable.Range(1, 22).Select(i => new FileReport(
            $"[{i}].export.CSV", 2271 * i, 119, 96, 96, 23, [], [new("another event", 1_000_000), new("conviction", 2)], i == 1 ? [new("61 columns", 3)] : [])).ToList();
        files[1] = files[1] with { File = "entities.json", Made = [new("Person", 4), new("with aliases", 6)], LeftOut = [] };
        using var written = new StringWriter { NewLine = "\n" };
        var console =
            AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(written), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 160;
        FeedReports.Write(files, console);
        Approved.Match("feed-report.txt", written.ToString());
    }

    [Fact]
    public void WhereNoFeedWasReadThereIsNoReport()
    {
        using var written = new StringWriter();
        FeedReports.Write([], AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(written), Ansi = AnsiSupport.No }));
        Assert.Equal("", written.ToString());
    }

    private static ImportOptions Parse(params string[] words)
    {
        var feeds = new FeedOptions();
        var command = new Command("import");
        foreach (var option in feeds.All) command.Add(option);
        return feeds.AddTo(new() { Paths = ["x"] }, command.Parse(words));
    }
}
