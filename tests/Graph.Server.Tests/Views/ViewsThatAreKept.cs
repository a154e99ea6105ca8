using Graph.Api.Serving;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Server.Stores;
using Graph.Server.Tests.Access;
using Graph.Server.Views;
using Graph.Stores.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace Graph.Server.Tests.Views;

/// <summary>How long a view answers, and what is told while there is none.</summary>
public sealed class ViewsThatAreKept : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("graph-kept-");
    private readonly Clock clock = new();
    private IGraphStore whole = null!;
    private ViewFolder files = null!;
    private KeptView kept = null!;

    /// <summary>Goes before a view is made; what it throws, making it fails with.</summary>
    private Func<Task> first = () => Task.CompletedTask;

    /// <summary>Goes after one was made, before it is there.</summary>
    private Func<Task> last = () => Task.CompletedTask;

    private int made;

    public async Task InitializeAsync()
    {
        whole = await GraphStores.OpenAsync(new StoreLocation.Sqlite(Path.Combine(folder.FullName, "whole.db")), Ontology.Shipped, CancellationToken.None);
        files = new(folder.FullName);
        kept = new(whole, ["a"], MakeAsync, TimeSpan.FromMilliseconds(50), clock, NullLogger.Instance);
    }

    public async Task DisposeAsync()
    {
        await kept.EndAsync();
        Assert.Empty(Directory.EnumerateFiles(files.FullName, "*.db"));
        files.Dispose();
        await whole.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task TheFormerAnswersWhileTheNextIsMadeButNotForEver()
    {
        var before = await UsedAsync();
        await ImportAsync();
        var (hold, begun) = (new TaskCompletionSource(), new TaskCompletionSource());
        first = () =>
        {
            begun.SetResult();
            return hold.Task;
        };
        clock.Seconds += 60;
        Assert.Same(before, await UsedAsync());
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60));
        clock.Seconds += 540;
        Assert.Same(before, await UsedAsync());
        clock.Seconds++;
        Assert.Equal((null, "The graph of your datasets is being made. Ask again after the time that Retry-After tells."), await kept.UseAsync(CancellationToken.None));
        hold.SetResult();
        Assert.NotSame(before, await UsedAsync(secondsBetween: 3));
        Assert.Equal(2, made);

        // The file of the former goes with the last who used it.
        Assert.False(before.TryUse());
        Assert.Single(Directory.GetFiles(files.FullName, "*.db"));
    }

    [Fact]
    public async Task OneThatTookLongToMakeIsAsOldAsItsBeginning()
    {
        await UsedAsync();
        await ImportAsync();
        var (hold, begun) = (new TaskCompletionSource(), new TaskCompletionSource());
        last = () =>
        {
            begun.TrySetResult();
            return hold.Task;
        };
        clock.Seconds += 60;
        await UsedAsync();
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60));
        clock.Seconds += 590;
        await ImportAsync();
        var next = new TaskCompletionSource();
        (first, last) = (() => next.Task, () => Task.CompletedTask);
        hold.SetResult();
        var late = await UsedAsync();
        Assert.Equal(2, made);

        // It was done a moment ago, and says what was so ten minutes ago.
        clock.Seconds += 11;
        Assert.Null((await kept.UseAsync(CancellationToken.None)).View);
        next.SetResult();
        clock.Seconds += 300; // What takes long is not begun again at once.
        Assert.NotSame(late, await UsedAsync(secondsBetween: 3));
    }

    [Fact]
    public async Task WhatARunWroteThatWasKilledIsSeen()
    {
        await ImportAsync();
        var before = await GraphState.OfAsync(whole, CancellationToken.None);
        await using (var writer = await whole.OpenWriterAsync(CancellationToken.None))
        {
            await writer.KeepAsync(new() { Command = "import", StartedAt = DateTimeOffset.UnixEpoch }, CancellationToken.None);
            var begun = await GraphState.OfAsync(whole, CancellationToken.None);
            // No node more, and no end.
            await writer.WriteAsync(Said("Ada Other").Batch, DateTimeOffset.UnixEpoch, CancellationToken.None);
            Assert.Equal(3, new[] { before, begun, await GraphState.OfAsync(whole, CancellationToken.None) }.Distinct().Count());
        }
    }

    [Fact]
    public async Task OneThatCannotBeMadeOrGrowsTooLargeAtItsEndLeavesNoFile()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await ViewAsync(Plan, new(canceled: true)));
        await Assert.ThrowsAsync<ViewTooLargeException>(async () => await ViewAsync(Plan with { MaxBytes = 1 }, CancellationToken.None));
        Assert.Empty(Directory.EnumerateFiles(files.FullName, "*.db*"));

        Task<View> ViewAsync(ViewPlan plan, CancellationToken token) => View.MakeAsync(whole, ["none"], files.NewFile(), plan, TimeProvider.System, token);
    }

    [Fact]
    public async Task OfMoreSetsThanThereMayBeViewsTheOneThatWasNotAskedForLongestGoes()
    {
        await using var views = new DatasetViews(whole, folder.FullName, Plan with { MaxViews = 2 }, new(null), clock, NullLoggerFactory.Instance);
        var seen = new List<View>();
        foreach (var name in (string[])["a", "b", "a", "c"])
        {
            clock.Seconds++;
            seen.Add(await OfAsync(name));
        }

        Assert.Same(seen[0], seen[2]);
        Assert.Equal((true, false, true), (await IsThereAsync(seen[0]), await IsThereAsync(seen[1]), await IsThereAsync(seen[3])));
        clock.Seconds++;
        Assert.NotSame(seen[1], await OfAsync("b"));
        Assert.Equal((false, true), (await IsThereAsync(seen[0]), await IsThereAsync(seen[3])));

        async Task<View> OfAsync(string name)
        {
            for (var tries = 0; ; tries++)
            {
                var (view, fault) = await views.UseAsync([name], CancellationToken.None);
                Assert.True(view is not null || tries < 600, fault);
                if (view is null) continue;
                await view.LetGoAsync();
                return view;
            }
        }

        static async Task<bool> IsThereAsync(View view)
        {
            var isThere = view.TryUse();
            if (isThere) await view.LetGoAsync();
            return isThere;
        }
    }

    [Fact]
    public async Task WhatFailsIsToldAndTriedAgain()
    {
        first = () => throw new StoreException(StoreFault.Unavailable, "The server is away at sea.");
        Assert.Equal("The graph of your datasets cannot be made now. Ask again later; the server's log tells why.", await FaultAsync("cannot be made"));
        first = () => throw new ViewTooLargeException(20_000_000_000);
        clock.Seconds += 600;
        Assert.StartsWith("The graph of your datasets has more than 20 GB", await FaultAsync("20 GB"), StringComparison.Ordinal);
        first = () => Task.CompletedTask;
        clock.Seconds += 600;
        await UsedAsync();
    }

    [Fact]
    public void AFolderThatAKilledServerLeftGoesAndOneAtWorkStays()
    {
        var left = Directory.CreateDirectory(Path.Combine(folder.FullName, "graph-views-left"));
        File.WriteAllText(Path.Combine(left.FullName, "in-use"), "");
        File.WriteAllText(Path.Combine(left.FullName, "1.db"), "");
        var other = Directory.CreateDirectory(Path.Combine(folder.FullName, "graph-views-no-file"));
        using (var next = new ViewFolder(folder.FullName))
        {
            Assert.False(Directory.Exists(left.FullName));
            Assert.True(other.Exists && Directory.Exists(files.FullName) && Directory.Exists(next.FullName));
        }

        Assert.Equal([files.FullName, other.FullName], Directory.EnumerateDirectories(folder.FullName).Order(StringComparer.Ordinal));
    }

    private async Task<View> MakeAsync(IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        await first().WaitAsync(cancellationToken);
        made++;
        var view = await View.MakeAsync(whole, sources, files.NewFile(), Plan, TimeProvider.System, cancellationToken);
        await last();
        return view;
    }

    private static ViewPlan Plan => new(ExecutorOptions.Default, new StatementGate());

    private static Records Said(string name) => new Records(Ontology.Shipped).Node("Person", ("id", "p"), ("name", name));

    private Task ImportAsync() => HeldNews.ImportAsync(whole, "a", Said("Ada"), DateTimeOffset.UnixEpoch);

    /// <summary>The view once there is one, for it is made beside; let go of already.</summary>
    private async Task<View> UsedAsync(int secondsBetween = 0)
    {
        for (var tries = 0; ; tries++)
        {
            var (view, fault) = await kept.UseAsync(CancellationToken.None);
            if (view is not null)
            {
                await view.LetGoAsync();
                return view;
            }

            Assert.True(tries < 600, fault);
            clock.Seconds += secondsBetween;
            await Task.Delay(100);
        }
    }

    private async Task<string?> FaultAsync(string words)
    {
        for (var tries = 0; ; tries++)
        {
            var (_, fault) = await kept.UseAsync(CancellationToken.None);
            if (tries == 600 || fault?.Contains(words, StringComparison.Ordinal) == true) return fault;
            await Task.Delay(100);
        }
    }
}
