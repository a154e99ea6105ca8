using Graph.Model.Queries;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Nodes that match a condition.</summary>
/// <param name="Scope">How they are spoken of.</param>
/// <param name="From">What stands behind FROM.</param>
/// <param name="Conditions">What stands behind WHERE.</param>
internal sealed record Matching(Scope Scope, string From, IReadOnlyList<string> Conditions)
{
    public string Source => Conditions.Count == 0 ? From : $"{From} WHERE {string.Join(" AND ", Conditions)}";

    /// <summary>The way to ask the other way round, when the nodes are found along relationships.</summary>
    public Members? Members { get; init; }
}

/// <summary>Tells of nodes that come in some order whether they are among those that match.</summary>
/// <param name="All">A query with at least a row for each that may match.</param>
/// <param name="Where">The condition that they all meet besides, if any.</param>
/// <param name="Among">
/// From where a node's key stands: what is joined behind that place (<see cref="Matching.From"/> begins with CROSS JOIN) and
/// asked there, so that the rows left are those that match.
/// </param>
internal sealed record Members(Func<string> All, Filter? Where, Func<string, Matching> Among);
