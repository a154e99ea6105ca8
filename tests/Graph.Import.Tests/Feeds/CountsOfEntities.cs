namespace Graph.Import.Tests.Feeds;

/// <summary>The counts of published samples of entities and items, reckoned by another program.</summary>
public sealed class CountsOfEntities
{
    [SharedDataTheory]
    [InlineData("ftm/eu_fsf.entities.ftm.json", "rows 7, Person 4, Organization 2, with aliases 6, day of birth 3, left out Address 1")]
    [InlineData("ftm/eu_authorities.ftm.json", "rows 151, Organization 151, with aliases 116")]
    [InlineData("ftm/parteispenden.entities.ftm.json", "rows 475, Organization 74, Person 22, left out Payment 290, left out Address 89")]
    [InlineData(
        "ftm/every-kind.invented.ftm.json",
        "rows 22, accusations 1, Organization 3, with aliases 3, HELD 2, Person 2, TOOK_PART_IN 2, Document 1, Event 1, OFFICE_OF 1, Office 1, day of birth 1, "
        + "left out Mention 2, left out Documentation 1, left out Note 1, left out Sanction 1, left out UnknownLink 1, "
        + "rejected JSON 1, rejected id 1, rejected name 1, rejected reference 1, rejected schema 1")]
    [InlineData("ftm/eu_fsf.statements.csv", "rows 109, entities 7, Person 4, Organization 2, with aliases 6, day of birth 3, left out Address 1")]
    [InlineData("wikidata/Q7747.json", "rows 1, HELD 21, Person 1, left out deprecated 1")]
    [InlineData("wikidata/dump-2015-08-15.json.gz", "rows 101, Person 4, left out no human 97")]
    public async Task Kinds(string file, string counts)
    {
        await using var run = new FeedRun();
        var report = await run.ImportAsync(SharedData.Path(file));
        Assert.Equal(Sorted(counts), Sorted(CountsOf(report.FileReports.Single())));
        var again = await run.ImportAsync(SharedData.Path(file));
        Assert.Equal((0, 0), (again.Added, again.Changed));
    }

    [SharedDataFact]
    public async Task Tenures()
    {
        await using var run = new FeedRun();
        await run.ImportAsync(SharedData.Path("wikidata/Q7747.json"), SharedData.Path("wikidata/labels.jsonl"));
        Assert.Equal("21 16 13", run.Ask("SELECT count(*), count(since), count(until) FROM rel_HELD").Single());
        Assert.Equal("13 1", run.Ask("SELECT count(*), sum(title GLOB 'Q[0-9]*') FROM Office").Single());
        Assert.Equal("wikidata-q7747 Vladimir Putin Q7747 1952-10-07", run.Ask("SELECT id, name, wikidata, born FROM Actor").Single());
    }

    [SharedDataTheory]
    [InlineData("ftm/resolver.ijson", "negative 1, positive 1")]
    [InlineData("ftm/resolver.invented.ijson", "deleted 1, negative 1, positive 1, unsure 1")]
    public async Task Judgements(string file, string counts)
    {
        await using var run = new FeedRun();
        var options = run.Workspace.Options(SharedData.Path("ftm/every-kind.invented.ftm.json")) with { ResolverPath = SharedData.Path(file) };
        var report = await run.ImportAsync(options);
        Assert.Equal(Sorted(counts), Sorted(string.Join(", ", report.FileReports[0].Made.Select(kind => $"{kind.Kind} {kind.Count}"))));
    }

    private static string CountsOf(FileReport file) => string.Join(
        ", ",
        [
            $"rows {file.Rows}",
            .. file.Accusations > 0 ? [$"accusations {file.Accusations}"] : Array.Empty<string>(),
            .. file.Made.Select(kind => $"{kind.Kind} {kind.Count}"),
            .. file.LeftOut.Select(kind => $"left out {kind.Kind} {kind.Count}"),
            .. file.Rejected.Select(kind => $"rejected {kind.Kind} {kind.Count}"),
        ]);

    private static string Sorted(string counts) => string.Join("\n", counts.Split(", ").Order(StringComparer.Ordinal));
}
