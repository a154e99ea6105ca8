using Graph.Export;
using Graph.Model.Changes;
using Graph.Stores.Tests.Sources;

namespace Graph.Stores.Tests.Changes;

/// <summary>What cannot be taken back, and what is not kept any more; that the rest comes back to the byte is held by random steps.</summary>
public abstract class UndoContract<TStores> : SaidContract<TStores>
    where TStores : Stores, new()
{
    [StoreFact]
    public async Task ARunThatCannotBeTakenBackIsRefusedWithASentenceAndNothingIsDone()
    {
        await OpenEmptyAsync(Films);
        var first = await RunAsync(writer => SayAsync(writer, "a", Film("f1", "red"), Studio("s1"), Studio("s2"), Link("MADE_BY", "Film:f1", "Studio:s1")));
        var second = await RunAsync(writer => SayAsync(writer, "b", Film("f1", "blue")));
        var third = await RunAsync(writer => SayAsync(writer, "", Film("f2", "green"), Link("MADE_BY", "Film:f1", "Studio:s2")));
        var before = await ExportAsync(new JsonLines());
        await RefusedAsync(first, "Run 1 cannot be taken back, for runs 2, 3 changed the same records since: Film f1, and 2 more. Take back runs 2, 3 first, the latest before the others.");
        await RefusedAsync(7, "There is no run 7: graph log lists them.");
        Assert.Equal(before, await ExportAsync(new JsonLines()));

        // What a run and the one that takes it back did is as if it had never been.
        var undo = await UndoAsync(third);
        await RefusedAsync(third, $"Run {third} was taken back by run {undo} already: take back run {undo} to have what it did again.");
        var undone = await UndoAsync(second);
        await RefusedAsync(second, $"Run {second} was taken back by run {undone} already: take back run {undone} to have what it did again.");
        await UndoAsync(first);
        Assert.Empty(await ExportAsync(new JsonLines()));

        // A node to which something leads since stays; what led to a node that is gone since does not come back.
        var studio = await RunAsync(writer => SayAsync(writer, "", Studio("s9")));
        await RunAsync(writer => SayAsync(writer, "", Film("f9", "red"), Link("MADE_BY", "Film:f9", "Studio:s9")));
        await RefusedAsync(studio, $"Run {studio} cannot be taken back: Studio s9, which it added, has MADE_BY from elsewhere since. Remove that first.");
        var other = await RunAsync(writer => SayAsync(writer, "", Studio("s8"), Link("MADE_BY", "Film:f9", "Studio:s8")));
        await RunAsync(async writer => await writer.RemoveAsync(Type("Studio"), "s9", CancellationToken.None));
        await RefusedAsync(other, $"Run {other} cannot be taken back: MADE_BY f9 → s9, which it removed, would lead to what is not there any more.");
        var nothing = await RunAsync(writer => SayAsync(writer, "", Studio("s8")));
        await RefusedAsync(nothing, $"What run {nothing} changed is not kept: it was made by an earlier version, or longer ago than changes are kept (--keep-changes). Import its sources again as they were.");
    }

    [StoreFact]
    public async Task ARunIsNumberedAfterAllWhoseChangesAreKeptThoughTheirLogIsLost()
    {
        await OpenEmptyAsync(Films);
        await RunAsync(writer => SayAsync(writer, "a", Film("f1", "red")));
        var second = await RunAsync(writer => SayAsync(writer, "a", Film("f1", "blue")));
        await DamageAsync("DELETE FROM graph_runs", "MATCH (r:_Run) DELETE r");
        var third = await RunAsync(writer => SayAsync(writer, "a", Film("f1", "green")));
        Assert.Equal(second + 1, third);
        Assert.Equal(third, (await Store.ChangeHeadsAsync(long.MaxValue, 1, CancellationToken.None)).Single().Run);
    }

    [StoreFact]
    public async Task AValueThatOnlyOneMayHaveGoesBackToWhoHadIt()
    {
        await OpenEmptyAsync(Films);
        await RunAsync(writer => SayAsync(writer, "a", Player("p1", "c1"), Player("p2", null), Player("p3", "c3")));
        var before = await ExportAsync(new JsonLines());
        var run = await RunAsync(async writer =>
        {
            await SayAsync(writer, "a", Player("p1", null), Player("p3", null));
            await SayAsync(writer, "a", Player("p2", "c1"), Player("p4", "c3"));
        });
        await ThereAndBackAsync(run, before);
        await UndoAsync(run + 2);
        Assert.Equal(before, await ExportAsync(new JsonLines()));
    }

    [StoreFact]
    public async Task ARunThatIsDroppedLeavesItsNumberToTheNext()
    {
        await OpenEmptyAsync(Films);
        await using var writer = await Store.OpenWriterAsync(CancellationToken.None);
        var refused = await writer.KeepAsync(new() { Command = "undo", StartedAt = Stores.Now }, CancellationToken.None);
        await writer.DropAsync(refused, CancellationToken.None);
        Assert.Empty(await Store.RunsAsync(10, 0, CancellationToken.None));
        Assert.Equal(refused.Id, (await writer.KeepAsync(new() { Command = "undo", StartedAt = Stores.Now }, CancellationToken.None)).Id);
    }

    [StoreFact]
    public async Task ARehearsalChangesNothingAndChangesAreForgottenByWholeRuns()
    {
        await OpenEmptyAsync(Films);
        await RunAsync(writer => SayAsync(writer, "a", Film("f1", "red")));
        var between = DateTimeOffset.UtcNow;
        var run = await RunAsync(writer => SayAsync(writer, "a", Film("f1", "blue"), Film("f2", "green")));
        var (before, end) = (await ExportAsync(new JsonLines()), await ChangeFeed.EndAsync(Store, CancellationToken.None));
        await using (var rehearsal = (await Store.OpenRehearsalAsync(CancellationToken.None))!)
        {
            var outlook = await rehearsal.UndoAsync(run, CancellationToken.None);
            Assert.Equal((0, 1, 1), (outlook.Added, outlook.Changed, outlook.Removed));
            Assert.Equal(["~ Film f1", "- Film f2"], outlook.First);
        }

        Assert.Equal(before, await ExportAsync(new JsonLines()));
        Assert.Equal(end, await ChangeFeed.EndAsync(Store, CancellationToken.None));

        // Of the runs that are older than that the newest stays: who has seen all of it goes on.
        await ForgetAsync(between);
        Assert.Equal(3, (await ChangeFeed.ReadAsync(Store, ChangeCursor.Start, types: null, first: 10, CancellationToken.None)).Changes.Count);

        // The latest run's changes stay, however old.
        await ForgetAsync(DateTimeOffset.MaxValue.AddDays(-1));
        var page = await ChangeFeed.ReadAsync(Store, since: null, types: null, first: 10, CancellationToken.None);
        var told = page.Changes.ToDictionary(one => one.Change.Record.ToString()!, one => one);
        Assert.Equal(["Film f1", "Film f2"], told.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["blue"], told["Film f1"].Values!.Select(value => value.To!.Trim('"')));
        await Assert.ThrowsAsync<ChangesLostException>(async () => await ChangeFeed.ReadAsync(Store, ChangeCursor.Start, types: null, first: 10, CancellationToken.None));
        Assert.Empty((await ChangeFeed.ReadAsync(Store, end, types: null, first: 10, CancellationToken.None)).Changes);
        await UndoAsync(run);
        Assert.Equal(["Film Film:f1  id=\"f1\", title=\"red\""], await LinesAsync(new JsonLines()));
        Assert.Equal(2, (await ChangeFeed.ReadAsync(Store, end, types: null, first: 10, CancellationToken.None)).Changes.Count);
    }

    private async Task ForgetAsync(DateTimeOffset before)
    {
        await using var writer = await Store.OpenWriterAsync(CancellationToken.None);
        await writer.ForgetChangesAsync(before, CancellationToken.None);
    }

    private static SaidRecord Film(string id, string title) => Node("Film", id, ("title", title));

    private static SaidRecord Player(string id, string? code) =>
        Node("Player", id, ("name", "n"), ("aliases", Array.Empty<string>()), ("code", code));

    private static SaidRecord Studio(string id) => Node("Studio", id, ("name", "s"));

    private async Task SayAsync(Model.Stores.IGraphWriter writer, string source, params SaidRecord[] said) =>
        Assert.Empty((await WriteAsync(writer, source, said)).Refused);

    private async Task RefusedAsync(long run, string sentence)
    {
        await using var writer = await Store.OpenWriterAsync(CancellationToken.None);
        var refusal = await Assert.ThrowsAsync<UndoRefusedException>(async () => await writer.UndoAsync(run, CancellationToken.None));
        Assert.Equal(sentence, refusal.Message);
    }
}

public sealed class SqliteUndo : UndoContract<SqliteStores>;

[Collection(Neo4jTurns.First)]
public sealed class Neo4jUndo : UndoContract<Neo4jStores>;
