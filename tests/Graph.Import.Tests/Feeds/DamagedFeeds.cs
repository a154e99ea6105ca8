using System.IO.Compression;
using System.Text;

namespace Graph.Import.Tests.Feeds;

/// <summary>Files of feeds that programs, people and time have been at.</summary>
public sealed class DamagedFeeds
{
    private const int Rows = 3_000;

    [Fact]
    public async Task AFileThatGrowsWhileItIsReadIsWholeAfterTheNextRun()
    {
        await using var run = new FeedRun();
        var file = run.Workspace.Write("a.export.CSV", string.Concat(Enumerable.Range(1, Rows).Select(Row)));
        var later = string.Concat(Enumerable.Range(Rows + 1, 10).Select(Row));
        run.OnTaken = () =>
        {
            run.OnTaken = null;
            File.AppendAllText(file, later[..^100]); // in the middle of its last row
        };
        var first = await run.ImportAsync(file);
        Assert.Equal((Rows + 10, 1), (first.Read, first.Rejected));
        Assert.Contains("columns, and 61 are needed", first.Rejections.Single().ToString(), StringComparison.Ordinal);

        File.AppendAllText(file, later[^100..]);
        var second = await run.ImportAsync(file);
        Assert.Equal((ImportOutcome.Complete, 1L), (second.Outcome, second.FileReports.Single().Accusations));
        Assert.Equal(Rows + 10, run.Count("SELECT count(*) FROM Accusation"));
        Assert.Equal((0, 0), ((await run.ImportAsync(file)).Added, (await run.ImportAsync(file)).Changed));
    }

    [Fact]
    public async Task WhatASpreadsheetMakesOfATableIsToldRowByRow()
    {
        await using var run = new FeedRun();
        var file = run.Workspace.Write("a.export.CSV", "\uFEFF" + string.Concat(
            new GdeltRow { Id = "4.10412E+08" },
            new GdeltRow { Day = "18/02/2015" },
            new GdeltRow { Code = "1.12E+02" },
            $"\"{new GdeltRow().ToString().TrimEnd()}\"\r\n",
            new GdeltRow { Id = "5", Url = "\"https://example.org/a, b\"" }));
        var report = await run.ImportAsync(file);
        Assert.Equal(
            """
            a.export.CSV:1:1: The event id '4.10412E+08' is not a number.
            a.export.CSV:2:2: '18/02/2015' is not a day of the calendar written as 20150218.
            a.export.CSV:4:1: The event id '"1' is not a number.
            """,
            run.Workspace.Relative(string.Join('\n', report.Rejections)));
        Assert.Equal(1, run.Count("SELECT count(*) FROM Accusation"));
        Assert.Equal(1, report.FileReports.Single().LeftOut.Single().Count); // a code of numbers, of which none begins with 11
    }

    [Fact]
    public async Task AMemberThatGrowsBeyondMeasureIsLeftAndTheNextOneIsRead()
    {
        await using var run = new FeedRun();
        var zeros = new byte[1024 * 1024];
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var bomb = archive.CreateEntry("a.export.CSV", CompressionLevel.Optimal).Open())
            {
                bomb.Write(Encoding.UTF8.GetBytes(Row(1)));
                for (var i = 0; i < 300; i++) bomb.Write(zeros);
                bomb.Write(Encoding.UTF8.GetBytes(Row(2)));
            }

            using var sound = archive.CreateEntry("b.export.CSV", CompressionLevel.Fastest).Open();
            sound.Write(Encoding.UTF8.GetBytes(Row(3)));
        }

        var report = await run.ImportAsync(run.Workspace.Write("a.zip", packed.ToArray()));
        Assert.Contains("200 times", Assert.Single(report.Rejections).ToString(), StringComparison.Ordinal);
        Assert.Equal(["1", "3"], run.Ask("SELECT substr(title, -1) FROM Document WHERE kind = 'DATA_ROW' ORDER BY title"));
    }

    private static string Row(int number) => new GdeltRow
    {
        Id = $"{number}",
        Day = new DateOnly(2015, 1, 1).AddDays(number).ToString("yyyyMMdd"),
        Url = $"https://example.org/{number}",
    }.ToString();
}
