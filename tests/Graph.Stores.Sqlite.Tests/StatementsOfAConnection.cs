using Graph.Stores.Sqlite.Database;

namespace Graph.Stores.Sqlite.Tests;

/// <summary>More statements than a connection keeps ready.</summary>
public sealed class StatementsOfAConnection : StoreFolder
{
    [Fact]
    public void StayReadyWhileAnotherLooksUpWhatIsBoundToThem()
    {
        using var connection = Connection.Open(FilePath, OpenMode.Create);
        for (var others = 0; others < 1_000; others++)
        {
            var statement = connection.Prepare("SELECT ?1");
            statement.Bind(1, connection.Number($"SELECT {others}")!.Value);
            Assert.True(statement.Step());
            Assert.Equal(others, statement.Int64(0));
            statement.Reset();
        }
    }
}
