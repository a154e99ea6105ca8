using System.Text;
using System.Text.RegularExpressions;
using Graph.Import.Tests.Support;
using Graph.Model.Runs;

namespace Graph.Import.Tests;

/// <summary>Accusations stay the same by their keys, which a check can write into dossiers.</summary>
public sealed partial class KeysOfADossier : IDisposable
{
    private const string Actors = "actors: # all of them\n  - { person: Ada }\n";

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task PolishedWordsOfAKeyChangeOneAccusationAndOthersAreReplaced()
    {
        var store = new MemoryStore();
        async Task<ImportReport> Import(string field, string words)
        {
            workspace.Write("d/dossier.yaml", Actors + $"accusations:\n  - {{ {field}act: DENY, by: ada, matter: {words}, noEvidence: test }}\n");
            return await Importer.RunAsync(
                workspace.Options() with { ConfirmRemovals = true }, store, TimeProvider.System, null, CancellationToken.None);
        }

        await Import("key: k, ", "that it was so");
        var id = store.OfType("Accusation").Single().Id;
        var polished = await Import("key: k, ", "that it was ever so");
        Assert.Equal((0L, 1L, 0L), (polished.Added, polished.Changed, polished.Removed));
        Assert.Equal((id, "that it was ever so"), (store.OfType("Accusation").Single().Id, store.Node(id)["matter"]));
        await Import("", "that it was so");
        var other = await Import("", "that it was ever so");
        Assert.Equal((2L, 0L, 2L), (other.Added, other.Changed, other.Removed));
        Assert.Equal((4, "d", RunOutcome.Complete, 2L, 2L), (store.Runs.Count, store.Runs[3].Sources.Single(), store.Runs[3].Outcome, store.Runs[3].Added, store.Runs[3].Removed));
    }

    [Fact]
    public async Task TheKeysOfTwoDossiersAreTwo()
    {
        foreach (var name in (string[])["a", "b"])
            workspace.Write($"{name}/dossier.yaml", Actors + "accusations:\n  - { key: k, act: DENY, by: ada, matter: x, noEvidence: test }\n");
        var store = new MemoryStore();
        await workspace.ImportAsync(store);
        Assert.Equal(2, store.OfType("Accusation").Count());
    }

    [Theory]
    [InlineData("  - act: DENY # no\n    by: ada\n    matter: x y\n    noEvidence: t\n", "  - key: x-y\n    id: ID\n    act: DENY # no\n    by: ada\n    matter: x y\n    noEvidence: t\n")]
    [InlineData("-   act: DENY\r\n    by: ada\r\n    matter: 不\r\n    noEvidence: t", "-   key: 不\r\n    id: ID\r\n    act: DENY\r\n    by: ada\r\n    matter: 不\r\n    noEvidence: t")]
    [InlineData("  -\n    # first\n    by:   ada\n\n    act: DENY\n    matter: \"null\"\n    noEvidence: t\n", "  -\n    # first\n    key: act-null\n    id: ID\n    by:   ada\n\n    act: DENY\n    matter: \"null\"\n    noEvidence: t\n")]
    [InlineData("  - { act: DENY, by: ada, matter: x, noEvidence: t } # c\n", "  - { key: x, id: ID, act: DENY, by: ada, matter: x, noEvidence: t } # c\n")]
    [InlineData("  - { key: x, act: DENY, by: ada, matter: y, noEvidence: t }\n  - {act: DENY, by: ada, matter: x, noEvidence: t}\n", "  - { key: x, act: DENY, by: ada, matter: y, noEvidence: t }\n  - {key: x-2, id: ID, act: DENY, by: ada, matter: x, noEvidence: t}\n")]
    [InlineData("  - { id: mine, act: DENY, by: ada, matter: x, noEvidence: t }\n", "  - { id: mine, act: DENY, by: ada, matter: x, noEvidence: t }\n")]
    public async Task KeysAreWrittenAndNothingElseIsTouched(string before, string after)
    {
        var path = Path.Combine(workspace.Root, "a.yaml");
        var text = "\uFEFF" + Actors + "accusations:\n" + before;
        await File.WriteAllBytesAsync(path, Encoding.UTF8.GetBytes(text));
        var ids = await IdsAsync();
        var check = await CheckAsync();
        Assert.Equal(before == after ? 0 : 1, check.Unkeyed.Count);
        var report = DossierKeys.Add(check);
        Assert.Equal((check.Unkeyed.Count, check.Unkeyed.Count, 0), (report.Keys, report.Files, report.Faults.Count));
        Assert.Equal("\uFEFF" + Actors + "accusations:\n" + after, Given().Replace(Encoding.UTF8.GetString(await File.ReadAllBytesAsync(path)), "id: ID"));
        Assert.Equal(ids, await IdsAsync());
        var again = await CheckAsync();
        Assert.Empty(again.Unkeyed);
        Assert.Equal(0, DossierKeys.Add(again).Keys);
    }

    [Fact]
    public async Task AnAccusationAtFaultGetsNoKeyAndTheCheckSaysSo()
    {
        workspace.Write("a.yaml", Actors + "accusations:\n  - { act: DENY, by: nobody, matter: x, noEvidence: t }\n  - ? act\n    : DENY\n    by: ada\n    matter: y\n    noEvidence: t\n");
        var report = DossierKeys.Add(await CheckAsync());
        Assert.Equal(0, report.Keys);
        Assert.Equal(
            ["a.yaml: 1 accusation at fault was left without a key; mend what the check says, then add keys again.",
             "a.yaml: keys cannot be written without changing what else it says, so it was left as it is; write 'key: a-short-name' into each accusation by hand."],
            report.Faults.Select(workspace.Relative));
    }

    private Task<DossierCheckReport> CheckAsync() => DossierCheck.RunAsync([workspace.Root], Model.Ontologies.Ontology.Shipped);

    private async Task<List<string>> IdsAsync()
    {
        var store = new MemoryStore();
        Assert.Empty((await workspace.ImportAsync(store)).Rejections);
        return [.. store.OfType("Accusation").Select(node => node.Id).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("id: accusation-[0-9a-f]{16}")]
    private static partial Regex Given();
}
