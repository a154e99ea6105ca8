using Graph.Model.Stores;
using Graph.Stores.Sqlite.Database;

namespace Graph.Stores.Sqlite.Tests;

/// <summary>What becomes of a statement whose function asks the file itself: no exception may pass through SQLite.</summary>
public sealed class FunctionsOfAConnection : StoreFolder
{
    private const string Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    [Fact]
    public void MayAskTheFileForEachRow()
    {
        using var connection = Connection.Open(FilePath, OpenMode.Create);
        connection.AddFunction("asked", (text, first, second) => $"{text} {connection.Number($"SELECT {first} + {second}")}");
        connection.AddFunction("half", (_, number) => number % 2 == 0 ? number / 2 : null);
        Assert.Equal(["é 3", "é 4"], connection.Texts("SELECT asked('é', value, 2) FROM json_each('[1, 2]')"));
        Assert.Equal(["2", "none"], connection.Texts("SELECT ifnull(half('', value), 'none') FROM json_each('[4, 5]')").Select(text => text));
    }

    [Fact]
    public void LeaveTheStatementReadyThatCallsThemHoweverLongAgoItWasPrepared()
    {
        using var connection = Connection.Open(FilePath, OpenMode.Create);
        var asked = 0;
        connection.AddFunction("asked", (_, _, _) => $"{connection.Number($"SELECT {++asked}")}");
        while (asked < 1_000)
            Assert.Equal([$"{asked + 1}", $"{asked + 2}"], connection.Texts("SELECT asked('', 0, 0) UNION ALL SELECT asked('', 0, 0)"));
    }

    [Fact]
    public void AreInterruptedWithTheStatement()
    {
        using var connection = Connection.Open(FilePath, OpenMode.Create);
        connection.AddFunction("asked", (_, _, _) =>
        {
            connection.Interrupt();
            return $"{connection.Number(Endless)}";
        });
        Assert.Throws<OperationCanceledException>(() => connection.Texts("SELECT asked('', 0, 0)"));
        connection.Allow();
        Assert.Equal(7, connection.Number("SELECT 7"));
    }

    [Fact]
    public void FailTheStatementWithTheirOwnFault()
    {
        using var connection = Connection.Open(FilePath, OpenMode.Create);
        connection.AddFunction("asked", (text, _, _) => text switch
        {
            "store" => $"{connection.Number("SELECT 1 FROM nowhere")}",
            "own" => throw new StoreException(StoreFault.Busy, "somebody writes"),
            _ => throw new InvalidCastException("no such cast"),
        });
        Assert.Throws<StoreException>(() => connection.Texts("SELECT asked('store', 0, 0)"));
        var own = Assert.Throws<StoreException>(() => connection.Texts("SELECT asked('own', 0, 0)"));
        Assert.Contains("somebody writes", own.Message, StringComparison.Ordinal);
        var fault = Assert.Throws<StoreException>(() => connection.Texts("SELECT asked('other', 0, 0)"));
        Assert.Contains("no such cast", fault.Message, StringComparison.Ordinal);
    }
}
