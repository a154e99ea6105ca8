using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>
/// What a FAILURE message says, and what that means to this program: the server's hundreds of codes become the closed set of
/// <see cref="DatabaseErrorKind"/>.
/// </summary>
internal readonly record struct ServerFailure(string Code, string Message)
{
    private const string Unknown = "Neo.DatabaseError.General.UnknownError";

    /// <summary>Reads the one field of FAILURE. From Bolt 5.7 on the code stands under <c>neo4j_code</c>, before under <c>code</c>.</summary>
    public static ServerFailure Read(ref PackStreamReader reader)
    {
        string? code = null, message = null;
        for (var entries = reader.ReadMapHeader(); entries > 0; entries--)
        {
            var key = reader.ReadUtf8();
            if (key.SequenceEqual("code"u8) || key.SequenceEqual("neo4j_code"u8))
                code = reader.ReadString();
            else if (key.SequenceEqual("message"u8))
                message = reader.ReadString();
            else
                reader.Skip();
        }

        return new ServerFailure(code ?? Unknown, message ?? "The server gave no reason.");
    }

    /// <summary>The failure as this program's exception.</summary>
    /// <param name="settings">Where it happened.</param>
    /// <param name="user">Who asked, in words.</param>
    public DatabaseException ToException(BoltSettings settings, string user)
    {
        var kind = Kind;
        return new DatabaseException(kind, Sentence(kind, settings, user))
        {
            Code = Code,
            ServerMessage = Message,
            IsTransient = IsTransient || (settings.Routing && MeansThatAnotherServerWrites),
            CommitUnknown = kind == DatabaseErrorKind.DiskFull,
        };
    }

    /// <summary>The credentials were good and are so no more; logging on again helps.</summary>
    public static bool NeedsLogon(string? code) =>
        code is "Neo.ClientError.Security.AuthorizationExpired" or "Neo.ClientError.Security.TokenExpired";

    /// <summary>
    /// In a cluster this passes when the statement reaches the leader; a database that is read-only on the only server there is
    /// stays so.
    /// </summary>
    private bool MeansThatAnotherServerWrites =>
        Code is "Neo.ClientError.Cluster.NotALeader" or "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase";

    private DatabaseErrorKind Kind => Code switch
    {
        "Neo.ClientError.Security.Forbidden" or "Neo.ClientError.Statement.AccessMode" or "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"
            or "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase" or "Neo.ClientError.Cluster.NotALeader" => DatabaseErrorKind.ReadOnly,
        "Neo.ClientError.Database.DatabaseNotFound" => DatabaseErrorKind.DatabaseNotFound,
        "Neo.TransientError.General.DatabaseUnavailable" or "Neo.TransientError.Database.DatabaseUnavailable"
            or "Neo.DatabaseError.Database.DatabaseUnavailable" => DatabaseErrorKind.Unavailable,
        "Neo.ClientError.Transaction.TransactionTimedOut" or "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"
            or "Neo.ClientError.Transaction.LockAcquisitionTimeout" => DatabaseErrorKind.Timeout,
        "Neo.TransientError.Transaction.Terminated" or "Neo.ClientError.Transaction.Terminated" or "Neo.TransientError.Transaction.LockClientStopped"
            or "Neo.ClientError.Transaction.LockClientStopped" => DatabaseErrorKind.Cancelled,
        _ when MeansDiskFull => DatabaseErrorKind.DiskFull,
        _ when Code.Contains("OutOfMemory", StringComparison.Ordinal) || Code.EndsWith(".TransactionMemoryLimit", StringComparison.Ordinal)
            || Code.EndsWith(".StackOverFlowError", StringComparison.Ordinal) => DatabaseErrorKind.OutOfMemory,
        _ when Code.StartsWith("Neo.ClientError.Security.", StringComparison.Ordinal) => DatabaseErrorKind.Unauthorized,
        _ when Code.StartsWith("Neo.ClientError.Schema.Constraint", StringComparison.Ordinal) => DatabaseErrorKind.ConstraintViolated,
        _ when Code.StartsWith("Neo.ClientError.Statement.", StringComparison.Ordinal) => DatabaseErrorKind.SyntaxError,
        _ when IsTransient => DatabaseErrorKind.Transient,
        _ => DatabaseErrorKind.Other,
    };

    /// <summary>
    /// The server calls passing conditions transient. Not so here: what somebody ended on purpose, and what needs more memory than there is,
    /// because asking again at once does the same harm. An expired authorization passes, whatever its code begins with.
    /// </summary>
    private bool IsTransient => Code switch
    {
        "Neo.TransientError.Transaction.Terminated" or "Neo.TransientError.Transaction.LockClientStopped" => false,
        "Neo.ClientError.Security.AuthorizationExpired" => true,
        _ => Code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) && !Code.Contains("Memory", StringComparison.Ordinal),
    };

    /// <summary>
    /// The server has no code for a full disk. As tried on 5.26 it writes its log, fails to apply the transaction, and refuses every further one
    /// until it is restarted; or it fails to write its log, with the same end. Only on some paths do the operating system's
    /// words stand in the message.
    /// </summary>
    private bool MeansDiskFull =>
        Code is "Neo.DatabaseError.Transaction.TransactionCommitFailed" or "Neo.DatabaseError.Transaction.TransactionLogError"
        || (Code is "Neo.DatabaseError.Transaction.TransactionStartFailed" && Message.Contains("critical error", StringComparison.OrdinalIgnoreCase))
        || Message.Contains("No space left on device", StringComparison.OrdinalIgnoreCase)
        || Message.Contains("not enough space on the disk", StringComparison.OrdinalIgnoreCase);

    private string Sentence(DatabaseErrorKind kind, BoltSettings settings, string user) => kind switch
    {
        DatabaseErrorKind.Unauthorized => Sentences.Unauthorized(settings.Address, user, Message),
        DatabaseErrorKind.DatabaseNotFound => Sentences.DatabaseNotFound(settings.Address, settings.Database, Message),
        DatabaseErrorKind.Unavailable => Sentences.DatabaseAway(settings.Address, settings.Database, Message),
        DatabaseErrorKind.Timeout => Sentences.Timeout(settings.Address, Message),
        DatabaseErrorKind.Cancelled => Sentences.Cancelled(settings.Address, Message),
        DatabaseErrorKind.Transient => Sentences.Transient(settings.Address, Message),
        DatabaseErrorKind.ConstraintViolated => Sentences.ConstraintViolated(settings.Address, Message),
        DatabaseErrorKind.ReadOnly => Sentences.ReadOnly(settings.Address, Message),
        DatabaseErrorKind.SyntaxError => Sentences.SyntaxError(settings.Address, Message),
        DatabaseErrorKind.OutOfMemory => Sentences.OutOfMemory(settings.Address, Message),
        DatabaseErrorKind.DiskFull => Sentences.DiskFull(settings.Address, Message),
        _ => Sentences.Other(settings.Address, Code, Message),
    };
}
