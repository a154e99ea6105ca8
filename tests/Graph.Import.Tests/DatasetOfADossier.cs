using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>What the dataset of a dossier is said of, and how reliable it is.</summary>
public sealed class DatasetOfADossier : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task WhatADossierDescribesIsFromItsDatasetBesideOthers()
    {
        workspace.Write(
            "one.yaml",
            """
            dataset: { id: gazette, name: Gazette, licence: CC0, reliability: b }
            actors:
              - { organization: Daily, kind: MEDIA, reliability: D }
              - state: Borduria
            places: [{ name: Szohôd }]
            events: [{ name: Talks, kind: TALKS, parts: [{ name: First day, kind: TALKS }] }]
            documents: [{ id: post, kind: ARTICLE, title: Post, publisher: daily }]
            claims: [{ id: c, text: Hiding }]
            accusations:
              - { id: a, act: DENY, by: Borduria, matter: hiding, noEvidence: heard }
              - { id: b, act: DENY, by: Borduria, matter: lying, noEvidence: heard, dataset: herald }
            """);
        workspace.Write("two.yaml", "dataset: { id: herald, name: Herald }\nactors: [{ state: Borduria }]\n");
        var store = new MemoryStore();
        Assert.Empty((await workspace.ImportAsync(store)).Rejections);
        Assert.Equal(
            ["a gazette", "b herald", "borduria gazette", "borduria herald", "daily gazette", "first-day gazette", "post gazette", "talks gazette"],
            store.Nodes.SelectMany(node => store.From(node, "FROM").Select(dataset => $"{node.Id} {dataset.Id}")).Order());
        Assert.Equal(("B", "D"), (store.Node("gazette").Values["reliability"], store.Node("daily").Values["reliability"]));
    }

    [Theory]
    [InlineData("dataset: nowhere", "dossier.yaml:1:10: No dataset has the id or name 'nowhere'; list it under 'dataset'.")]
    [InlineData("dataset: { id: d, name: D, reliability: G }", "dossier.yaml:1:41: 'reliability' must be one of A, B, C, D, E, F; this is 'G'.")]
    public async Task AFaultOfTheDatasetCostsNoActor(string dataset, string expected)
    {
        workspace.Write("dossier.yaml", dataset + "\nactors: [{ state: Borduria }, { person: Ana }]\n");
        var store = new MemoryStore();
        Assert.Equal(expected, workspace.Relative(Assert.Single((await workspace.ImportAsync(store)).Rejections).ToString()));
        Assert.Equal(["ana", "borduria"], store.Nodes.Select(node => node.Id).Order());
        Assert.Empty(store.Relationships);
    }

    [Fact]
    public async Task AnotherLetterIsTold() => Assert.Equal(
        "dossier.yaml:2:54: 'reliability' must be one of A, B, C, D, E, F; this is 'G'.",
        await workspace.CheckAsync("actors:\n  - { organization: Daily, kind: MEDIA, reliability: G }\n"));
}
