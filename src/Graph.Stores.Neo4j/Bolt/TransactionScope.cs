using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>What a transaction is told at its start, whether BEGIN says it or an auto-commit RUN.</summary>
internal readonly record struct TransactionScope(
    AccessMode Access, string? Database, TimeSpan? Timeout, IReadOnlyDictionary<string, object?>? Metadata, IReadOnlyList<string> Bookmarks)
{
    /// <summary>Writes the <c>extra</c> dictionary of RUN and BEGIN.</summary>
    public void WriteTo(PackStreamWriter writer)
    {
        var entries = (Access == AccessMode.Read ? 1 : 0) + (Database is null ? 0 : 1) + (Timeout is null ? 0 : 1)
            + (Metadata is null ? 0 : 1) + (Bookmarks.Count == 0 ? 0 : 1);
        writer.WriteMapHeader(entries);
        if (Access == AccessMode.Read)
        {
            writer.WriteString("mode"u8);
            writer.WriteString("r"u8);
        }

        if (Database is not null)
        {
            writer.WriteString("db"u8);
            writer.WriteString(Database);
        }

        if (Timeout is { } timeout)
        {
            writer.WriteString("tx_timeout"u8);
            writer.WriteInteger(Math.Max(1, (long)Math.Ceiling(timeout.TotalMilliseconds))); // 0 would mean no limit at all.
        }

        if (Metadata is not null)
        {
            writer.WriteString("tx_metadata"u8);
            writer.WriteValue(Metadata);
        }

        if (Bookmarks.Count > 0)
        {
            writer.WriteString("bookmarks"u8);
            BoltRequests.Strings(writer, Bookmarks);
        }
    }
}
