using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>Words that YAML takes for something else are told, never lost; signs that YAML 1.2 reads as text are text.</summary>
public sealed class WordsLostToYaml : IDisposable
{
    private const string WayOut = "; put the whole text into quotation marks, or, if it is a comment, on a line of its own above.";

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData(
        "title: We demand item #3 of the list",
        "1:8: In 'title' YAML takes \"#3 of the list\" for a comment and keeps only \"We demand item\"" + WayOut)]
    [InlineData("title: We demand\t# of items", "1:8: In 'title' YAML takes \"# of items\" for a comment and keeps only \"We demand\"" + WayOut)]
    [InlineData("title: #3 of the list", "1:7: In 'title' YAML takes \"#3 of the list\" for a comment" + WayOut)]
    [InlineData("title: We demand\r\n  item #3\r\n", "1:8: In 'title' YAML takes \"#3\" for a comment and keeps only \"We demand item\"" + WayOut)]
    [InlineData(
        "title: We demand item\n  #3 of the list\n",
        "1:8: In 'title' YAML takes \"#3 of the list\" for a comment and keeps only \"We demand item\"" + WayOut)]
    [InlineData("actors:\n  - person: Agent #7", "2:13: In 'person' YAML takes \"#7\" for a comment and keeps only \"Agent\"" + WayOut)]
    [InlineData(
        "actors:\n  - person: Agent\n    aliases:\n      - Number #7",
        "4:9: In 'aliases' YAML takes \"#7\" for a comment and keeps only \"Number\"" + WayOut)]
    [InlineData(
        "actors:\n  - person: Agent\n    aliases: [Number #7\n    ]",
        "3:15: In 'aliases' YAML takes \"#7\" for a comment and keeps only \"Number\"" + WayOut)]
    [InlineData("claims:\n  - { text: a #1\n    }", "2:13: In 'text' YAML takes \"#1\" for a comment and keeps only \"a\"" + WayOut)]
    [InlineData("dataset: list #4", "1:10: In 'dataset' YAML takes \"#4\" for a comment and keeps only \"list\"" + WayOut)]
    [InlineData(
        "title: !important words",
        "1:8: In 'title' YAML takes '!important' for a tag and drops it from the text; put the whole text into quotation marks.")]
    [InlineData(
        "title: &Co of Vienna",
        "1:8: In 'title' YAML takes '&Co' for an anchor and drops it from the text; put the whole text into quotation marks.")]
    public async Task WhatYamlTakesAway(string dossier, string told) => Assert.Equal("dossier.yaml:" + told, await workspace.CheckAsync(dossier));

    [Theory]
    [InlineData("title: \"We demand item #3\"  # a comment\n")]
    [InlineData("title: >- # a comment\n  We demand item #3\n  # of the list\n")]
    [InlineData("title: https://example.org/#part\n")]
    [InlineData("title: C# and F#\n# a comment\n")]
    [InlineData("title: a show\n# a comment\nactors: [] #none\n")]
    [InlineData("actors:\n  - person: Ada\n    # her names\n    aliases: # all\n      #- Old\n      - A\n      # the last\n")]
    [InlineData("actors:\n  - person: Ada\n    born: 1970-01-01 #sure\n    wikidata: Q1 # hers\n")]
    [InlineData("title: !!str words\n")]
    public async Task ACommentWhereNoTextIsCutIsFine(string dossier) =>
        Assert.Equal("", await workspace.CheckAsync(dossier + "claims: [{ text: c }]\n"));

    [Theory]
    [InlineData("1984", "1984")]
    [InlineData("No", "No")]
    [InlineData("Null", "Null")]
    [InlineData("1e3", "1e3")]
    [InlineData("012", "012")]
    [InlineData("2025-06-01", "2025-06-01")]
    [InlineData("'null'", "null")]
    [InlineData("a\u2028b", "a\u2028b")]
    [InlineData("a\u2029b", "a\u2029b")]
    [InlineData("a\u0085b", "a\u0085b")]
    [InlineData("\"a\u2028 b\"", "a\u2028 b")]
    [InlineData("|\n      a\u2028b\n      c", "a\u2028b\nc")]
    [InlineData("a\uFEFFb", "a\uFEFFb")]
    [InlineData("a\u0080b\u009Fc\u007F", "a\u0080b\u009Fc\u007F")]
    [InlineData("a\uFFFFb\uE000", "a\uFFFFb\uE000")]
    [InlineData("a\u001Bb", "a\u001Bb")]
    public async Task TextStaysAsItIsWritten(string written, string name)
    {
        workspace.Write("dossier.yaml", $"actors:\n  - state: {written}\n    id: a\n");
        var store = new MemoryStore();
        var report = await workspace.ImportAsync(store);
        Assert.Equal(("", 1L), (string.Join('\n', report.Rejections), report.Added));
        Assert.Equal(name, store.Nodes.Single().Values["name"]);
    }

    [Fact]
    public async Task APlaceAfterSuchSignsIsRightAndOtherRecordsStay()
    {
        workspace.Write("dossier.yaml", "actors:\n  - state: A\u2028B\n  - { state: A\u0085B, wikdata: Q1 }\n  - state: C\0D\n  - state: E\n");
        var report = await workspace.ImportAsync(new MemoryStore());
        Assert.Equal(2, report.Added);
        Assert.Equal(
            "dossier.yaml:3:19: 'wikdata' is not a field of an actor; did you mean 'wikidata'?\ndossier.yaml:4:12: 'state' holds the character U+0000, which no text may hold; remove it.",
            workspace.Relative(string.Join('\n', report.Rejections)));
    }
}
