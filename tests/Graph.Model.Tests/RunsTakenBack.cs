using Graph.Model.Changes;
using Graph.Model.Ontologies;
using Graph.Model.Runs;

namespace Graph.Model.Tests;

/// <summary>Whether a run can be taken back is told by what came after it in the journal; nothing else knows which of two that wrote by turns was later.</summary>
public sealed class RunsTakenBack
{
    private static readonly DateTimeOffset Day = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void WhatARunThatBeganEarlierChangesAfterwardsIsLater()
    {
        var runs = Runs((1, null), (2, null));
        Assert.Equal("Run 2 cannot be taken back, for run 1 changed the same records since: Claim a. Take back run 1 first.",
            Refusal(2, runs, (2, "a"), (1, "a")));
        Assert.Equal(2, Plan(2, runs, (2, "a"), (1, "b"), (2, "c")).Changes.Count);
    }

    [Fact]
    public void WhatARunThatBeganLaterChangedBeforeIsNotLater()
    {
        var runs = Runs((1, null), (2, null));
        Assert.Equal(2, Plan(1, runs, (1, "b"), (2, "a"), (1, "a")).Changes.Count);
        Assert.Contains("for run 2 changed", Refusal(1, runs, (1, "a"), (2, "a"), (1, "a")), StringComparison.Ordinal);
    }

    [Fact]
    public void ARunAndTheOneThatTookItBackAreAsNothingWhereBothCameLater()
    {
        Assert.Single(Plan(1, Runs((1, null), (2, null), (3, 2)), (1, "a"), (2, "a"), (3, "a")).Changes);

        // Run 2 was taken back by run 4 while run 3 was: what run 3 did is not there to come again.
        var runs = Runs((1, null), (2, null), (3, 2), (4, 1));
        Assert.Equal("Run 3 cannot be taken back, for run 4 changed the same records since: Claim a. Take back run 4 first.",
            Refusal(3, runs, (3, "a"), (4, "a")));
        Assert.Equal("Run 2 was taken back by run 3 already: take back run 3 to have what it did again.", Refusal(2, runs, (2, "b")));

        // Taken back and brought back again.
        Assert.Single(Plan(1, Runs((1, null), (2, 1), (3, 2)), (1, "a"), (2, "a"), (3, "a")).Changes);
        Assert.Single(Plan(3, Runs((1, null), (2, 1), (3, 2)), (3, "a")).Changes);
    }

    [Fact]
    public void AChunkOfOtherTypesIsNotUnpacked()
    {
        var damaged = new ChangeChunk(0, 1, 2, Day, ["Event"], new byte[] { 1 });
        Assert.Single(UndoPlan.Of(1, Runs((1, null), (2, null)), [Chunk(1, "a"), damaged], Ontology.Shipped).Changes);
    }

    [Fact]
    public void ARunWithoutChangesSaysWhy()
    {
        var (begun, nothing) = (Run(1, null) with { EndedAt = null, Outcome = null }, Run(1, null));
        Assert.Equal("Run 1 has not ended, and no changes of it are kept: it changed nothing, or did so longer ago than changes are kept (--keep-changes).", Refusal(1, [begun]));
        Assert.Equal("Run 1 changed nothing.", Refusal(1, [nothing]));
        Assert.StartsWith("What run 1 changed is not kept", Refusal(1, [nothing with { Added = 1 }]), StringComparison.Ordinal);
        Assert.Equal("There is no run 7: graph log lists them.", Refusal(7, [nothing]));

        // The next number is that of the run which is to take it back.
        Assert.Equal("There is no run 2: graph log lists them.", Refusal(2, [nothing, Run(2, 2) with { EndedAt = null, Outcome = null }]));
    }

    private static UndoPlan Plan(long run, IReadOnlyList<ImportRun> runs, params (long Run, string Id)[] changed) =>
        UndoPlan.Of(run, runs, changed.Select(one => Chunk(one.Run, one.Id)), Ontology.Shipped);

    private static string Refusal(long run, IReadOnlyList<ImportRun> runs, params (long Run, string Id)[] changed) =>
        Assert.Throws<UndoRefusedException>(() => Plan(run, runs, changed)).Message;

    private static ChangeChunk Chunk(long run, string id)
    {
        var recorder = new ChangeRecorder(run, Day);
        recorder.Changed(ChangedRecord.Of(Ontology.Shipped.FindNodeType("Claim")!, id), new("""{"text":"x"}""", null), new($$"""{"text":"{{run}}"}""", null));
        return recorder.Take().Single();
    }

    private static ImportRun[] Runs(params (long Id, long? Undoes)[] runs) => [.. runs.Select(run => Run(run.Id, run.Undoes))];

    private static ImportRun Run(long id, long? undoes) =>
        new() { Id = id, Command = "import", StartedAt = Day, EndedAt = Day, Outcome = RunOutcome.Complete, Undoes = undoes };
}
