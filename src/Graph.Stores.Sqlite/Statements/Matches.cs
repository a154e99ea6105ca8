namespace Graph.Stores.Sqlite.Statements;

/// <summary>Nodes that match a condition.</summary>
/// <param name="Place">How they are spoken of.</param>
/// <param name="From">What stands after FROM.</param>
/// <param name="Conditions">What stands after WHERE.</param>
internal sealed record Matches(Place Place, string From, IReadOnlyList<string> Conditions)
{
    public string Source => From + SqlText.Where(Conditions);

    /// <summary>The way to ask the other way round, when the nodes are found along relationships.</summary>
    public Membership? Membership { get; init; }
}

/// <summary>Tells of nodes that come in some order whether they are among those that match.</summary>
/// <param name="Candidates">A query with at least a row for each that may match.</param>
/// <param name="Test">
/// From where a node's key stands: what is joined after that place (<see cref="Matches.From"/> begins with CROSS JOIN) and
/// asked there, so that the rows left are those that match.
/// </param>
internal sealed record Membership(Func<string> Candidates, Func<string, Matches> Test);
