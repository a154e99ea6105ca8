namespace Graph.Stores.Neo4j.Bolt;

/// <summary>Whether the database answers, and a sentence for people that says so or says what to mend.</summary>
/// <param name="IsReady">Whether a statement could be run.</param>
/// <param name="Sentence">That it answers, or why not and what to mend.</param>
/// <param name="Server">The server's own name and version (<c>Neo4j/5.26.28</c>), null when it does not answer.</param>
/// <param name="Elapsed">How long the answer took.</param>
/// <param name="Error">Why it does not answer, null when it does.</param>
internal sealed record DatabaseHealth(bool IsReady, string Sentence, string? Server, TimeSpan Elapsed, DatabaseErrorKind? Error);
