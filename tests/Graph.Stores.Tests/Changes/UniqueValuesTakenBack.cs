using Graph.Export;
using Graph.Model.Changes;
using Graph.Stores.Tests.Sources;

namespace Graph.Stores.Tests.Changes;

/// <summary>However values that only one node may have have moved within a run, each goes back to who had it; that both stores do so is held elsewhere.</summary>
public sealed class UniqueValuesTakenBack : SaidContract<SqliteStores>
{
    [Fact]
    public async Task TheyGoBackToWhoHadThem()
    {
        await OpenEmptyAsync(Films);
        await SayAsync(Player("p1", "X"), Player("p2", "Y"), Player("p3", "Z"));

        // To another that was there, to one that was not, and round.
        await MovedAsync([Player("p1", null)], [Player("p2", "X")]);
        await MovedAsync([Player("p1", null)], [Player("p9", "X")]);
        await MovedAsync([Player("p1", null)], [Player("p2", "X"), Player("p3", "Y")], [Player("p1", "Z")]);
        await MovedAsync([Player("p9", "W")], [Player("p9", "V"), Player("p8", "W")]);

        // Where actors are one, the one that is shown has it; two that have two are not one.
        await SayAsync(Player("p5", null));
        await RunAsync(async writer => Assert.Empty(
            (await writer.JudgeAsync([new("p5", "p1", true) { At = Stores.Now }], [], unlessHeld: true, CancellationToken.None)).Held));
        await MovedAsync([Player("p1", null)], [Player("p3", "X")]);
        await MovedAsync([Player("p1", null), Player("p3", null)], [Player("p5", "Z"), Player("p3", "X")]);
        await MovedAsync([Player("p3", null)], [Player("p5", "Z")]);

        // Somebody else has it since.
        var moved = await SayAsync(Player("p3", "U"));
        var other = await SayAsync(Player("p7", "Z"));
        await using var writer = await Store.OpenWriterAsync(CancellationToken.None);
        var refusal = await Assert.ThrowsAsync<UndoRefusedException>(async () => await writer.UndoAsync(moved, CancellationToken.None));
        Assert.Equal($"Run {moved} cannot be taken back, for run {other} changed the same records since: Player p7. Take back run {other} first.", refusal.Message);
    }

    // In one run, a batch after another; taken back, and that too, and again.
    private async Task MovedAsync(params SaidRecord[][] batches)
    {
        var before = await ExportAsync(new JsonLines());
        var run = await SayAsync(batches);
        Assert.NotEqual(before, await ExportAsync(new JsonLines()));
        await ThereAndBackAsync(run, before);
        await UndoAsync(run + 2);
        Assert.Equal(before, await ExportAsync(new JsonLines()));
    }

    private Task<long> SayAsync(params SaidRecord[] said) => SayAsync([said]);

    private Task<long> SayAsync(SaidRecord[][] batches) => RunAsync(async writer =>
    {
        foreach (var batch in batches) Assert.Empty((await WriteAsync(writer, "a", batch)).Refused);
    });

    private static SaidRecord Player(string id, string? code) => Node("Player", id, ("name", "n"), ("code", code));
}
