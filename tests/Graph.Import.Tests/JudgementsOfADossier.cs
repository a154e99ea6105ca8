using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>Judgements about which actors are one, in dossiers and JSON Lines.</summary>
public sealed class JudgementsOfADossier : IDisposable
{
    private readonly Workspace workspace = new();
    private readonly MemoryStore store = new();

    private IEnumerable<string> Judgements => store.Judgements
        .Select(one => $"{one.Id} {(one.IsSame ? "is" : "is not")} {one.Other}: {one.Because} ({one.Source ?? "nobody"})").Order(StringComparer.Ordinal);

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task ADossierJudgesAndTakesBackWhatItNoLongerSays()
    {
        const string actor = "id: d\nactors:\n  - person: Ann\n    ";
        workspace.Write("dossier.yaml", actor + "same: [{ as: anna, because: one birthday }]\n    different: [{ as: annabel, because: sisters }]\n");
        Assert.Empty((await workspace.ImportAsync(store)).Rejections);
        Assert.Equal(["ann is anna: one birthday (d)", "ann is not annabel: sisters (d)"], Judgements);
        Assert.Equal(0, (await workspace.ImportAsync(store)).Added);

        workspace.Write("dossier.yaml", actor + "different: [{ as: annabel, because: sisters }]\n");
        Assert.Equal(1, (await workspace.ImportAsync(store)).Removed);
        Assert.Equal(["ann is not annabel: sisters (d)"], Judgements);
    }

    [Theory]
    [InlineData("same: [{ as: anna }]", "A judgement needs 'because'")]
    [InlineData("same: [{ because: one birthday }]", "A judgement needs 'as'")]
    [InlineData("same: [{ as: ann, because: one birthday }]", "\"ann\" is judged about itself; \"as\" names the other actor by its id.")]
    public async Task WhatIsNoneIsTold(string field, string expected)
    {
        workspace.Write("dossier.yaml", $"actors:\n  - person: Ann\n    {field}\n");
        var report = await workspace.ImportAsync(store);
        Assert.Contains(report.Rejections.SelectMany(rejection => rejection.Faults),
            fault => fault.Message.Contains(expected, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(store.Judgements);
    }

    [Fact]
    public async Task LinesOfAnExportJudge()
    {
        workspace.Write(
            "graph.jsonl",
            """
            {"type":"node","id":"0","labels":["Person","Actor"],"properties":{"id":"ann","name":"Ann","aliases":[]}}
            {"type":"judgement","id":"ann","other":"anna","same":true,"because":"one \"birthday\"","source":"d","at":"2026-01-02T03:04:05Z"}
            {"type":"judgement","id":"ann","other":"annabel","same":false}
            {"type":"judgement","id":"ann","other":"ann","same":false}
            {"type":"judgement","id":"ann","other":
            """);
        var report = await workspace.ImportAsync(store);
        Assert.Equal([4, 5], report.Rejections.Select(rejection => rejection.Faults[0].Line));
        Assert.Equal(["ann is anna: one \"birthday\" (d)", "ann is not annabel:  (nobody)"], Judgements);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), store.Judgements.Single(one => one.IsSame).At);
    }
}
