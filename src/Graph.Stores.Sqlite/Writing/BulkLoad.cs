using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>
/// What a large import into an empty file leaves to its end: indexes that only readers use, which are sorted and written once there
/// instead of being touched all over by every batch, and the numbers of relationships that nodes of earlier batches get.
/// </summary>
/// <remarks>One that is broken off leaves a mark, so that whoever writes next goes on, and makes up for all at the end.</remarks>
/// <param name="connection">The file.</param>
/// <param name="layout">Its tables.</param>
/// <param name="fewest">From how many nodes on an import is large.</param>
internal sealed class BulkLoad(Connection connection, Layout layout, int fewest)
{
    private const string Mark = "bulk due";

    private readonly List<Definition> indexes =
        [.. Definitions.Of(layout).Where(definition => definition.IsPlainIndex && !IsForWriting(layout, definition))];
    private int? added;

    /// <summary>The indexes are not there.</summary>
    public bool IsOn { get; private set; }

    /// <summary>An earlier import, or a batch that was undone, has taken with it what was to be made up for.</summary>
    public bool HasLost { get; private set; }

    /// <summary>Begins a batch.</summary>
    public void Begin()
    {
        if (added is not null) return;
        HasLost = IsOn = connection.Number($"SELECT EXISTS (SELECT 1 FROM \"{Definitions.Meta}\" WHERE \"name\" = '{Mark}')") is 1;
        added = !IsOn && connection.Number($"SELECT EXISTS (SELECT 1 FROM \"{Ranks.Table}\")") is 0 ? 0 : int.MinValue;
    }

    /// <summary>Ends a batch.</summary>
    /// <param name="nodes">So many were stored that were not before.</param>
    public void End(long nodes)
    {
        if (added is not >= 0) return;
        added = (int)Math.Min(int.MaxValue, added.Value + nodes);
        if (added < fewest) return;
        connection.Execute($"INSERT INTO \"{Definitions.Meta}\" VALUES ('{Mark}', '')");
        foreach (var index in indexes) connection.Execute($"DROP INDEX {Quote(index.Name)}");
        (IsOn, added) = (true, int.MinValue);
    }

    /// <summary>The transaction was undone.</summary>
    public void Forget()
    {
        added = null;
        IsOn = false;
    }

    /// <summary>Makes the indexes that are not there, each in a transaction of its own, so that the log need not hold them all.</summary>
    /// <param name="transact">Runs work in a transaction.</param>
    public void MakeIndexes(Action<Action> transact)
    {
        foreach (var index in indexes)
            transact(() => connection.Execute(index.Sql.Replace("CREATE INDEX", "CREATE INDEX IF NOT EXISTS", StringComparison.Ordinal)));
    }

    /// <summary>Nothing is left to do.</summary>
    public void Complete()
    {
        connection.Execute($"DELETE FROM \"{Definitions.Meta}\" WHERE \"name\" = '{Mark}'");
        (IsOn, HasLost) = (false, false);
    }

    // Where some nodes may have one relationship and others several, the writer looks for those there are.
    private static bool IsForWriting(Layout layout, Definition index) => layout.Relationships.Any(
        table => table.Table == index.Table && table.Type.SingleEnds.Count > 0 && !table.Type.IsSingleFromEnd);
}
