using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>Takes the rows of one statement, in order, on one task at a time.</summary>
internal interface IRowSink
{
    /// <summary>The names of the columns: <paramref name="names"/> stands before a list of strings. Called once before the first row.</summary>
    void OnColumns(PackStreamReader names)
    {
    }

    /// <summary>
    /// One row: <paramref name="row"/> stands before a list with one value for each column. Its bytes are valid only during the call.
    /// </summary>
    void OnRow(PackStreamReader row);

    /// <summary>
    /// Called between two fetches (<see cref="Statement.FetchSize"/>): nothing more is asked of the server until this completes, so a slow
    /// consumer slows the query down instead of filling memory.
    /// </summary>
    ValueTask OnFetchedAsync(CancellationToken cancellationToken) => default;

    /// <summary>Whether the rows so far are enough. Looked at between two fetches; the rest is then neither sent nor waited for.</summary>
    bool IsSatisfied => false;

    /// <summary>
    /// Called before a repeated run when rows were handed over already. A sink that can forget them does so and returns true; otherwise the
    /// failure is reported and the statement is not repeated.
    /// </summary>
    bool TryRestart() => false;
}

/// <summary>For statements whose rows nobody wants.</summary>
internal sealed class NoRows : IRowSink
{
    public static readonly NoRows Instance = new();

    public void OnRow(PackStreamReader row)
    {
    }

    public bool TryRestart() => true;
}
