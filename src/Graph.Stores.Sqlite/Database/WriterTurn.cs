namespace Graph.Stores.Sqlite.Database;

/// <summary>
/// The right to write. While it is held and after its holder has died the file of the lock is not empty: a store that was not
/// closed cleanly is known by that.
/// </summary>
internal sealed class WriterTurn : IDisposable
{
    private readonly FileStream file;

    /// <summary>Takes the file, which this process alone has open.</summary>
    public WriterTurn(FileStream file)
    {
        this.file = file;
        WasLeft = file.Length > 0;
        if (WasLeft) return;
        file.WriteByte((byte)'w');
        file.Flush(flushToDisk: true);
        IsSettled = true;
    }

    /// <summary>The holder before was killed, or its machine failed.</summary>
    public bool WasLeft { get; }

    private bool IsSettled { get; set; }

    /// <summary>What the holder before left has been looked through.</summary>
    public void Settle() => IsSettled = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (IsSettled) file.SetLength(0);
        file.Dispose();
    }
}
