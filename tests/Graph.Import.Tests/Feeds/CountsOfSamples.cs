namespace Graph.Import.Tests.Feeds;

/// <summary>The counts of published samples, reckoned by another program.</summary>
public sealed class CountsOfSamples
{
    [SharedDataTheory]
    [InlineData("gdelt/20150218230000.export.CSV", "2271 119 96 96 23 0", "60 34 2", "26 9 78 6 / 26 17 45 31", 69, "20 14 59")]
    [InlineData("gdelt/20150218230000.mentions.CSV gdelt/20150218230000.export.CSV", "10733 252 96 111 141 0", "60 34 2", "26 9 78 6 / 26 17 45 31", 79, "20 14 59")]
    [InlineData("gdelt/20180101000000.export.CSV.zip", "2414 127 99 99 28 0", "62 35 2", "41 8 65 13 / 25 19 46 37", 50, "14 18 55")]
    [InlineData("gdelt/20191024143000.export.CSV", "2111 161 128 128 33 0", "73 48 7", "46 24 78 13 / 30 16 58 57", 74, "26 18 70")]
    [InlineData("gdelt/events.sample.tsv gdelt/mentions.sample.tsv", "200 9 4 4 5 0", "2 2 0", "2 2 1 0 / 1 1 2 1", 4, "2 3 2")]
    [InlineData("gdelt/translated.events.sample.tsv gdelt/translated.mentions.sample.tsv", "200 7 3 3 4 0", "1 2 0", "0 2 1 3 / 2 0 4 0", 3, "1 1 3")]
    [InlineData("gdelt/gdelt1.sample.tsv", "100 5 5 5 0 0", "3 2 0", "2 0 3 0 / 0 0 4 1", 4, "2 0 7")]
    [InlineData("gdelt/dirty.export.CSV", "13 4 4 4 0 9", "3 1 0", "2 0 2 0 / 1 1 2 0", 4, "3 1 4")]
    [InlineData("gdelt/cut-off.export.CSV.gz", "14 14 10 10 4 1", "5 5 0", "5 1 8 0 / 1 0 13 0", 10, "4 1 14")]
    [InlineData("gdelt/20150218230000.export.CSV gdelt/20180101000000.export.CSV.zip gdelt/20191024143000.export.CSV gdelt/events.sample.tsv gdelt/translated.events.sample.tsv", "6996 418 328 328 90 0", "196 121 11", "115 45 223 35 / 84 53 155 126", 198, "45 44 154")]
    [InlineData("icews/events.2018-06-01.sample.tab", "2359 153 143 152 1 0", "60 76 7", "20 73 60 0 / 38 83 32 0", 131, "23 84 55")]
    [InlineData("polecat/rows.invented.tsv", "21 12 10 11 1 5", "2 8 0", "9 0 3 1 / 12 0 0 1", 11, "6 0 3")]
    [InlineData("polecat/short-row.invented.tsv", "4 3 1 2 1 1", "0 1 0", "3 0 0 0 / 3 0 0 0", 2, "2 0 0")]
    public async Task EventsAndMentions(string files, string rows, string acts, string sides, int articles, string actors)
    {
        await using var run = new FeedRun();
        var report = await run.ImportAsync([.. files.Split(' ').Select(SharedData.Path)]);
        var totals = string.Join(
            ' ',
            report.FileReports.Sum(file => file.Rows),
            report.FileReports.Sum(file => file.Taken),
            report.FileReports.Sum(file => file.Accusations),
            report.FileReports.Sum(file => file.Evidence),
            report.FileReports.Sum(file => file.Repeats),
            report.Rejected);
        Assert.Equal(
            (rows, acts, sides, articles, actors),
            (totals, run.Acts, run.Sides, (int)run.Count("SELECT count(*) FROM Document WHERE kind = 'ARTICLE'"), run.Actors));

        // Again, in the other order: nothing new.
        var again = await run.ImportAsync([.. files.Split(' ').Reverse().Select(SharedData.Path)]);
        Assert.Equal((0, 0), (again.Added, again.Changed));
    }
}
