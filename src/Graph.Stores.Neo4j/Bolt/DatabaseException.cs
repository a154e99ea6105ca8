namespace Graph.Stores.Neo4j.Bolt;

/// <summary>
/// The one exception of this folder: what a Neo4j server refused, or why it could not be asked. <see cref="Exception.Message"/> is a sentence
/// for people that says what, where and how to mend it (all of them stand in <see cref="Sentences"/>).
/// </summary>
internal sealed class DatabaseException : Exception
{
    public DatabaseException(DatabaseErrorKind kind, string sentence, Exception? inner = null)
        : base(sentence, inner) => Kind = kind;

    public DatabaseErrorKind Kind { get; }

    /// <summary>The server's own code (<c>Neo.ClientError.Schema.ConstraintValidationFailed</c>), null when the server did not answer.</summary>
    public string? Code { get; init; }

    /// <summary>The server's own words, null when the server did not answer.</summary>
    public string? ServerMessage { get; init; }

    /// <summary>Whether asking again may succeed without anybody mending anything.</summary>
    public bool IsTransient { get; init; }

    /// <summary>
    /// Whether nobody knows what was kept: the connection was lost between asking for a commit and its answer, or the server stopped in the middle
    /// of one.
    /// </summary>
    public bool CommitUnknown { get; init; }

    /// <summary>The same failure of a statement that may or may not have been committed.</summary>
    public DatabaseException WithCommitUnknown() =>
        new(Kind, Message + Sentences.CommitUnknown, this)
        {
            Code = Code,
            ServerMessage = ServerMessage,
            IsTransient = IsTransient,
            CommitUnknown = true
        };

    public static DatabaseException MessageTooLarge(int limit) => new(DatabaseErrorKind.Other, Sentences.MessageTooLarge(limit));

    public static DatabaseException ProtocolBroken(string what) => new(DatabaseErrorKind.ProtocolBroken, Sentences.ProtocolBroken(what));

    public static DatabaseException OutOfCalendar() => new(DatabaseErrorKind.Other, Sentences.OutOfCalendar);

    public static DatabaseException UnknownZone(string zone) => new(DatabaseErrorKind.Other, Sentences.UnknownZone(zone));
}
