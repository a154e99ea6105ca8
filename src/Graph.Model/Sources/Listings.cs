using Graph.Model.Spilling;

namespace Graph.Model.Sources;

/// <summary>
/// What a writer has written in the name of each source, 24 bytes a record, of which all but the newest are in temporary files. Used by
/// one thread at a time.
/// </summary>
public sealed class Listings : IDisposable
{
    private readonly SpillingTable table;
    private readonly Dictionary<int, ListedRecords> bySource = [];

    /// <summary>Of a writer that has written nothing yet.</summary>
    public Listings()
        : this(new())
    {
    }

    /// <param name="table">Where it is kept.</param>
    internal Listings(SpillingTable table) => this.table = table;

    /// <summary>What was written in the name of a source.</summary>
    public ListedRecords Of(int source)
    {
        if (!bySource.TryGetValue(source, out var records)) bySource[source] = records = new(table, source);
        return records;
    }

    /// <inheritdoc/>
    public void Dispose() => table.Dispose();
}
