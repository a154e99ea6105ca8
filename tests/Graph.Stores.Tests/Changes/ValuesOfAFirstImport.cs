using Graph.Model.Changes;
using Graph.Model.Stores;
using Graph.Stores.Tests.Sources;

namespace Graph.Stores.Tests.Changes;

/// <summary>Of what the first run adds to an empty graph no values are kept, of all others they are: the same in both stores.</summary>
public abstract class ValuesOfAFirstImport<TStores> : SaidContract<TStores>
    where TStores : Stores, new()
{
    [StoreFact]
    public async Task AreNotKeptWhateverTheRunDoesBetweenItsBatches()
    {
        await OpenEmptyAsync(Films);
        await RunAsync(async writer =>
        {
            await writer.JudgeAsync([], [], unlessHeld: false, CancellationToken.None);
            await SayAsync(writer, "a", Film("f1", "red"));
            await writer.WithdrawUnlistedAsync(["a"], Stores.Now, CancellationToken.None);
            await SayAsync(writer, "a", Film("f2", "green"));
            await writer.RemoveAsync(Type("Film"), "f1", CancellationToken.None);
            await SayAsync(writer, "a", Film("f3", "blue"), Film("f2", "yellow"));
        });
        Assert.Equal(
            ["+ Film f1: nothing", "+ Film f2: nothing", "- Film f1: title", "+ Film f3: nothing", "~ Film f2: title"], await ToldAsync());
    }

    [StoreFact]
    public async Task AreKeptOfASecondRunAndOfOneThatTakesAnotherBack()
    {
        await OpenEmptyAsync(Films);
        await RunAsync(writer => SayAsync(writer, "a", Film("f1", "red")));
        var removal = await RunAsync(async writer => await writer.RemoveAsync(Type("Film"), "f1", CancellationToken.None));

        // The graph is empty when it begins, but no import is its first.
        await UndoAsync(removal);
        await RunAsync(writer => SayAsync(writer, "a", Film("f2", "green")));
        Assert.Equal(["+ Film f1: nothing", "- Film f1: title", "+ Film f1: title", "+ Film f2: title"], await ToldAsync());
    }

    private async Task<IEnumerable<string>> ToldAsync()
    {
        var page = await ChangeFeed.ReadAsync(Store, since: null, types: null, first: 100, CancellationToken.None);
        return page.Changes.Select(told =>
            $"{(told.Change.From is null ? "+" : told.Change.To is null ? "-" : "~")} {told.Change.Record}: "
                + (told.Values is null
                    ? "nothing"
                    : string.Join(", ", told.Values.Select(value => value.Name).Except(["id", "importedAt", "genres"]))));
    }

    private static SaidRecord Film(string id, string title) => Node("Film", id, ("title", title));

    private async Task SayAsync(IGraphWriter writer, string source, params SaidRecord[] said) =>
        Assert.Empty((await WriteAsync(writer, source, said)).Refused);
}

public sealed class SqliteValuesOfAFirstImport : ValuesOfAFirstImport<SqliteStores>;

[Collection(Neo4jTurns.First)]
public sealed class Neo4jValuesOfAFirstImport : ValuesOfAFirstImport<Neo4jStores>;
