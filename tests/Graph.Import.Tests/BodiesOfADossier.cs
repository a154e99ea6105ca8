using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>What an organization of a dossier belongs to.</summary>
public sealed class BodiesOfADossier : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task ABodyBelongsToStatesAndOrganizations()
    {
        workspace.Write(
            "dossier.yaml",
            """
            actors:
              - { organization: Foreign Ministry, kind: GOVERNMENT_BODY, belongsTo: Borduria }
              - { organization: Press Service, kind: GOVERNMENT_BODY, belongsTo: [foreign-ministry, Syldavia] }
              - { organization: Daily, kind: MEDIA }
              - state: Borduria
              - state: Syldavia

            """);
        var store = new MemoryStore();
        Assert.Empty((await workspace.ImportAsync(store)).Rejections);
        Assert.Equal(
            ["foreign-ministry borduria", "press-service foreign-ministry", "press-service syldavia"],
            store.Nodes.SelectMany(node => store.From(node, "BELONGS_TO").Select(whole => $"{node.Id} {whole.Id}")).Order());
    }

    [Theory]
    [InlineData("{ organization: Press, kind: OTHER, belongsTo: nobody }", "2:52: No actor has the id or name 'nobody'; list it under 'actors'. A name that cannot be matched is written { unresolved: \"nobody\" }.")]
    [InlineData("{ state: Press, belongsTo: Borduria }", "2:21: 'belongsTo' is not a field of an actor; its fields are id, person, state, organization, aliases, wikidata, iso3, same, different.")]
    public async Task WhatIsNoneIsTold(string actor, string expected) =>
        Assert.Equal("dossier.yaml:" + expected, await workspace.CheckAsync($"actors:\n  - {actor}\n  - state: Borduria\n"));
}
