using Graph.Model.Changes;
using Graph.Model.Stores;
using Graph.Model.Values;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>The changes that the database keeps, some a node <c>:_Changes</c>.</summary>
internal static class KeptChanges
{
    /// <summary>The label of the nodes that keep them.</summary>
    public const string Label = "_Changes";

    // The end of an index, where a maximum over all would read each.
    private const string OrderedByNumber = "RETURN c AS last ORDER BY c.first DESC LIMIT 1";

    // Whoever changes the graph has noted so on its one node of notes (Metadata.NoteAsync) before, and holds that node's lock until the end: numbers
    // are given in the order in which transactions commit, also where two writers meet because the turn was lost with its connection. Of these, the
    // run that is the earlier ends there: whoever follows the graph has been told that it is over.
    private const string Create = $"OPTIONAL CALL () {{ MATCH (c:{Label}) WHERE c.first > 0 {OrderedByNumber} }}\n"
        + "WITH coalesce(last.first + last.count, 1) AS next\n"
        + $"WHERE $run = 0 OR NOT EXISTS {{ MATCH (later:{Label}) WHERE later.run > $run }}\n"
        + $"CREATE (:{Label} {{first: next, count: $count, run: $run, at: $at, types: $types, data: $data}})\nRETURN next";

    private const string Head = "c.first, c.count, c.run, c.at, c.types";

    /// <summary>Keeps what was taken down of a transaction, in that transaction.</summary>
    /// <exception cref="StoreException">A later run has written meanwhile: the transaction is to be given up.</exception>
    public static async Task AppendAsync(
        ChangeRecorder? recorder, string location, IStatementTransaction transaction, CancellationToken cancellation)
    {
        foreach (var chunk in recorder?.Take() ?? [])
        {
            var parameters = StatementParameters.Of(
                ("count", chunk.Count), ("run", chunk.Run), ("at", TimeText.Of(chunk.At)), ("types", chunk.TypesText),
                    ("data", chunk.Data.ToArray()));
            var kept = new RowCount();
            await transaction.RunAsync(new(Create, parameters), kept, cancellation);
            if (kept.Count == 0) throw new StoreException(StoreFault.Busy, Messages.Overtaken(location));
        }
    }

    /// <summary>See <see cref="Graph.Model.Stores.IGraphStore.ChangeHeadsAsync"/>.</summary>
    public static async Task<IReadOnlyList<ChangeChunk>> ReadHeadsAsync(
        long number, int limit, IStatementTransaction transaction, CancellationToken cancellation) => Heads(
        await transaction.RowsAsync(
            new(
                $"OPTIONAL CALL () {{ MATCH (c:{Label}) WHERE c.first <= $number {OrderedByNumber} }}\nWITH coalesce(last.first, 0) AS from\n"
                    + $"CALL (from) {{ MATCH (c:{Label}) WHERE c.first >= from RETURN c ORDER BY c.first LIMIT $limit }}\n"
                    + $"RETURN {Head} ORDER BY c.first",
                StatementParameters.Of(("number", number), ("limit", (long)limit))),
            cancellation));

    /// <summary>The changes of a run and all since.</summary>
    public static async Task<IReadOnlyList<ChangeChunk>> ReadRunAsync(long run, IStatementTransaction transaction, CancellationToken cancellation)
    {
        var heads = Heads(await transaction.RowsAsync(
            new(
                $"MATCH (c:{Label} {{run: $run}}) WITH min(c.first) AS from MATCH (c:{Label}) WHERE c.first >= from RETURN {Head} ORDER BY c.first",
                StatementParameters.Of(("run", run))),
            cancellation));
        var chunks = new List<ChangeChunk>();
        foreach (var head in heads) chunks.Add(head with { Data = await ReadDataAsync(head.First, transaction, cancellation) });
        return chunks;
    }

    /// <summary>The changes that begin with a number, packed.</summary>
    public static async Task<byte[]?> ReadDataAsync(long first, IStatementTransaction transaction, CancellationToken cancellation) =>
        await transaction.RowsAsync(
            new($"MATCH (c:{Label} {{first: $first}}) RETURN c.data", StatementParameters.Of(("first", first))), cancellation) is [[byte[] data], ..]
            ? data
            : null;

    /// <summary>See <see cref="Graph.Model.Stores.IGraphWriter.ForgetChangesAsync"/>.</summary>
    public static async Task<bool> ForgetAsync(DateTimeOffset before, IStatementTransaction transaction, CancellationToken cancellation)
    {
        // The newest of those runs stays: who has seen all of it goes on from there.
        const string text = $"MATCH (c:{Label}) WHERE c.at < $before WITH c.run AS run, c.first AS place ORDER BY place DESC LIMIT 1\n"
            + $"MATCH (c:{Label} {{run: run}}) WITH min(c.first) AS begin\n"
            + $"MATCH (c:{Label}) WHERE c.first < begin DELETE c";
        await transaction.RunAsync(new(text, StatementParameters.Of(("before", TimeText.Of(before)))), NoRows.Instance, cancellation);
        return true;
    }

    private static List<ChangeChunk> Heads(IReadOnlyList<List<object?>> rows) =>
    [
        .. rows.Select(row => new ChangeChunk(
            (long)row[0]!, (int)(long)row[1]!, (long)row[2]!, MergedNodes.Instant(row[3]), ((string)row[4]!).Split(' '), default)),
    ];
}
