using System.IO.Compression;
using System.Text;

namespace Graph.Import.Tests.Feeds;

/// <summary>Rows of GDELT, sound ones beside others, as files hold them.</summary>
public sealed class RowsOfGdelt
{
    [Fact]
    public async Task ARowIsAnActWithItsEvidenceItsRowAndItsArticle()
    {
        await using var run = new FeedRun();
        run.Workspace.Write("a.export.CSV", new GdeltRow().ToString());
        Assert.Equal(ImportOutcome.Complete, (await run.ImportAsync()).Outcome);
        Assert.Equal(
            "ACCUSE accusation, matter not coded 2025-06-01 PUBLICATION_DATE ASSERTED CODED CAMEO 112 0.5",
            run.Ask("SELECT act, matter, saidOn, saidOnBasis, modality, method, scheme, code, confidence FROM Accusation").Single());
        Assert.Equal("RUSSIA | 112 Accuse | UKRAINE", run.Ask("SELECT quote FROM Evidence").Single());
        Assert.Equal(
            ["ARTICLE https://www.example.org/a ", "DATA_ROW GDELT event 1 2025-06-01"],
            run.Ask("SELECT kind, title, coalesce(published, '') FROM Document ORDER BY kind"));
        Assert.Equal(["State Russia RUS", "State Ukraine UKR", "Organization example.org "], run.Ask("SELECT __type, name, coalesce(iso3, '') FROM Actor ORDER BY name"));
        Assert.Equal("gdelt-2 free for any use with citation and a link to the GDELT Project", run.Ask("SELECT id, licence FROM Dataset").Single());
    }

    [Fact]
    public async Task OneActADayWhateverTheArticleWhereBothSidesAreCertain()
    {
        await using var run = new FeedRun();
        var police = ("COP", "POLICE", "", "", "COP");
        run.Workspace.Write("a.export.CSV", string.Concat(
            new GdeltRow(),
            new GdeltRow { Id = "2", Url = "https://example.org/b" },
            new GdeltRow { Id = "3", Url = "https://example.org/b" },
            new GdeltRow { Id = "4", Other = police },
            new GdeltRow { Id = "5", Other = police, Url = "https://example.org/b" }));
        var report = (await run.ImportAsync()).FileReports.Single();
        Assert.Equal((5, 5, 3, 4, 1), (report.Rows, report.Taken, report.Accusations, report.Evidence, report.Repeats));
    }

    [Theory]
    [InlineData("RUS", "RUSSIA", "RUS", "", "", "State Russia")]
    [InlineData("RUS", "THE RUSSIAN FEDERATION", "RUS", "", "", "State Russia")]
    [InlineData("ROM", "ROMANIA", "ROM", "", "", "State Romania")]
    [InlineData("GBR", "BRITISH", "GBR", "", "", "Organization Unresolved (a name that could not be matched)")]
    [InlineData("USA", "WASHINGTON", "USA", "", "", "Organization Unresolved (a name that could not be matched)")]
    [InlineData("EUR", "EUROPEAN", "EUR", "", "", "Organization Unresolved (a name that could not be matched)")]
    [InlineData("RUSGOV", "MOSCOW", "RUS", "", "GOV", "Organization Government (Russia)")]
    [InlineData("IGOWSTNAT", "NATO", "", "NAT", "IGO", "Organization North Atlantic Treaty Organization")]
    [InlineData("CEM", "COMMON MARKET", "", "CEM", "IGO", "Organization Unresolved (a name that could not be matched)")]
    [InlineData("", "", "", "", "", null)]
    public async Task ASideIsAStateABodyAnUnresolvedNameOrNobody(string code, string name, string country, string group, string type, string? actor)
    {
        await using var run = new FeedRun();
        run.Workspace.Write("a.export.CSV", new GdeltRow { One = (code, name, country, group, type) }.ToString());
        await run.ImportAsync();
        Assert.Equal(
            actor is null ? [] : [$"{actor} {name}"],
            run.Ask("SELECT __type, name, surface FROM rel_MADE JOIN Actor ON __start = __key"));
    }

    [Fact]
    public async Task MentionsBringEvidenceAndConfidenceInOneRunOrALaterOne()
    {
        await using var run = new FeedRun();
        var row = new GdeltRow();
        run.Workspace.Write("b.mentions.CSV", row.Mention("https://example.net/b", 60, "srclc:spa;eng:GT") + row.Mention(row.Url, 20)
            + new GdeltRow { Id = "99" }.Mention("https://example.net/c", 100));
        run.Workspace.Write("a.export.CSV", row.ToString());
        var report = await run.ImportAsync();
        var mentions = report.FileReports[1];
        Assert.Equal((3, 2, 1, 1, 1), (mentions.Rows, mentions.Taken, mentions.Evidence, mentions.Repeats, mentions.LeftOut.Single().Count));
        Assert.Equal("0.6", run.Ask("SELECT confidence FROM Accusation").Single());
        Assert.Equal("es example.net", run.Ask("SELECT language, name FROM Document JOIN rel_PUBLISHED_BY ON __start = Document.__key JOIN Actor ON __end = Actor.__key WHERE url = 'https://example.net/b'").Single());

        var later = run.Workspace.Write("c.mentions.CSV", row.Mention("https://example.net/d", 90) + row.Mention("https://example.net/e", 10));
        await run.ImportAsync(later);
        Assert.Equal(("0.9", 4), (run.Ask("SELECT confidence FROM Accusation").Single(), run.Count("SELECT count(*) FROM Evidence")));
        Assert.Equal(0, (await run.ImportAsync()).Added);
        Assert.Equal("0.9", run.Ask("SELECT confidence FROM Accusation").Single());
    }

    [Fact]
    public async Task ARowAtFaultIsToldWithItsCellAndEveryOtherOneGoesIn()
    {
        await using var run = new FeedRun();
        var file = run.Workspace.Write("a.export.CSV", string.Concat(
            new GdeltRow(),
            "1\t2\n",
            new GdeltRow { Id = "x", Url = "u" },
            new GdeltRow { Id = "3", Day = "20250230" },
            new GdeltRow { Id = "4", Day = "20250602" },
            new GdeltRow { Id = "5", One = default, Other = default },
            new GdeltRow { Id = "6", Other = ("RUS", "RUSSIA", "RUS", "", "") },
            new GdeltRow { Id = "7", Code = "119" },
            new GdeltRow { Id = "8", Url = "a\u0001b" },
            new GdeltRow { Id = "9", Code = "040", Day = "no day" },
            new GdeltRow { Id = "10", Code = "116" }));
        var report = await run.ImportAsync(file);
        Assert.Equal(ImportOutcome.SomeRejected, report.Outcome);
        Assert.Equal(
            """
            a.export.CSV:2:1: The row has 2 columns, and 61 are needed: tabs separate them, whatever is in quotation marks.
            a.export.CSV:3:1: The event id 'x' is not a number.
            a.export.CSV:4:2: '20250230' is not a day of the calendar written as 20150218.
            a.export.CSV:5:2: The act is dated 2025-06-02, after the day on which the row was added, 2025-06-01: one of the two is wrong.
            a.export.CSV:6:6: The row names neither who acts nor whom the act is against.
            a.export.CSV:7:16: Both sides of the row are RUSSIA: nobody accuses himself.
            a.export.CSV:8:27: '119' is no event code of CAMEO, though it begins like those of accusations.
            a.export.CSV:9:61: The row holds the control character U+0001, which no cell can; the file is damaged.
            """,
            run.Workspace.Relative(string.Join('\n', report.Rejections)));
        var told = report.FileReports.Single();
        Assert.Equal(
            ("another event 1, conviction 1", 1L),
            (string.Join(", ", told.LeftOut.Select(kind => $"{kind.Kind} {kind.Count}")), told.Accusations));
    }

    [Fact]
    public async Task WhatIsPackedIsReadAndWhatIsPackedTwiceIsTold()
    {
        await using var run = new FeedRun();
        var archive = Zip(("a.export.CSV", Bytes(new GdeltRow())), ("b.export.CSV", Bytes(new GdeltRow { Id = "2", Day = "20250531" })));
        run.Workspace.Write("a.zip", archive);
        run.Workspace.Write("c.export.CSV.gz", Gzip(Bytes(new GdeltRow { Id = "3", Day = "20250530" })));
        run.Workspace.Write("d.zip", Zip(("inner.zip", archive)));
        run.Workspace.Write("e.zip", archive[..^30]);
        var report = await run.ImportAsync(
            [.. new[] { "a.zip", "c.export.CSV.gz", "d.zip", "e.zip" }.Select(name => Path.Combine(run.Workspace.Root, name))]);
        Assert.Equal(3, run.Count("SELECT count(*) FROM Accusation"));
        Assert.Equal(
            """
            d.zip/inner.zip: This is packed twice: an archive inside an archive is not unpacked. Unpack the outer one, and import what is in it.
            e.zip: The archive is damaged or cut off: the list of its members, which stands at its end, cannot be read. Fetch it anew.
            """,
            run.Workspace.Relative(string.Join('\n', report.Rejections)));
    }

    [Theory]
    [InlineData("GLOBALEVENTID,Day,Code\n1,2,3\n", "its first line has 3 columns between commas and begins \"GLOBALEVENTID,Day,Code\"")]
    [InlineData("a\tb\n", "its first line has 2 columns between tabs and begins \"a b\"")]
    public async Task ATableOfNoKnownFormIsRefusedWhole(string text, string look)
    {
        await using var run = new FeedRun();
        var report = await run.ImportAsync(run.Workspace.Write("a.csv", text));
        Assert.Contains(look, report.Rejections.Single().ToString());
        Assert.Equal(0, report.Read);
    }

    [Fact]
    public async Task AFileWithoutBytesIsNoFaultAndOneInUtf16IsOne()
    {
        await using var run = new FeedRun();
        Assert.Equal(ImportOutcome.Complete, (await run.ImportAsync(run.Workspace.Write("a.export.CSV", ""))).Outcome);
        var utf16 = run.Workspace.Write("b.export.CSV", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(new GdeltRow().ToString())]);
        Assert.Contains("UTF-16", (await run.ImportAsync(utf16)).Rejections.Single().ToString());
    }

    [Fact]
    public async Task ActsAreTakenOfDaysAndCountries()
    {
        await using var run = new FeedRun();
        var file = run.Workspace.Write("a.export.CSV", string.Concat(
            new GdeltRow { Day = "20250530" },
            new GdeltRow { Id = "2" },
            new GdeltRow { Id = "3", One = ("IRN", "IRAN", "IRN", "", ""), Other = ("ISR", "ISRAEL", "ISR", "", "") }));
        var report = await run.ImportAsync(run.Workspace.Options(file) with { Since = new(2025, 6, 1), Countries = ["UKR"] });
        Assert.Equal(
            ("other countries 1, other days 1", 1L),
            (string.Join(", ", report.FileReports[0].LeftOut.Select(kind => $"{kind.Kind} {kind.Count}")), report.FileReports[0].Accusations));
    }

    [Fact]
    public async Task AStateThatTheGraphHasIsThatState()
    {
        await using var run = new FeedRun();
        run.Workspace.Write("seed.yaml", "actors:\n  - { state: Rossiya, iso3: RUS }\n");
        run.Workspace.Write("a.export.CSV", new GdeltRow().ToString());
        await run.ImportAsync();
        Assert.Equal("rossiya", run.Ask("SELECT id FROM rel_MADE JOIN Actor ON __start = __key").Single());
    }

    private static byte[] Bytes(GdeltRow row) => Encoding.UTF8.GetBytes(row.ToString());

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] members)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in members)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }
}
