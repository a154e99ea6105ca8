using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>Which of the closed set of errors each of the server's codes is, and what a person is told.</summary>
public sealed class FailuresOfNeo4j
{
    private static readonly BoltSettings Settings = BoltSettings.Parse("bolt://db/graph");

    [Theory]
    [InlineData("Neo.ClientError.Security.Unauthorized", "Unauthorized", false)]
    [InlineData("Neo.ClientError.Security.AuthenticationRateLimit", "Unauthorized", false)]
    [InlineData("Neo.ClientError.Security.AuthorizationExpired", "Unauthorized", true)]
    [InlineData("Neo.ClientError.Security.TokenExpired", "Unauthorized", false)]
    [InlineData("Neo.ClientError.Security.Forbidden", "ReadOnly", false)]
    [InlineData("Neo.ClientError.Statement.AccessMode", "ReadOnly", false)]
    [InlineData("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "ReadOnly", false)]
    [InlineData("Neo.ClientError.Cluster.NotALeader", "ReadOnly", false)]
    [InlineData("Neo.ClientError.Database.DatabaseNotFound", "DatabaseNotFound", false)]
    [InlineData("Neo.TransientError.General.DatabaseUnavailable", "Unavailable", true)]
    [InlineData("Neo.ClientError.Transaction.TransactionTimedOut", "Timeout", false)]
    [InlineData("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", "Timeout", false)]
    [InlineData("Neo.TransientError.Transaction.Terminated", "Cancelled", false)]
    [InlineData("Neo.ClientError.Transaction.Terminated", "Cancelled", false)]
    [InlineData("Neo.TransientError.Transaction.DeadlockDetected", "Transient", true)]
    [InlineData("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "OutOfMemory", false)]
    [InlineData("Neo.TransientError.General.TransactionMemoryLimit", "OutOfMemory", false)]
    [InlineData("Neo.TransientError.General.OutOfMemoryError", "OutOfMemory", false)]
    [InlineData("Neo.ClientError.Schema.ConstraintValidationFailed", "ConstraintViolated", false)]
    [InlineData("Neo.ClientError.Statement.SyntaxError", "SyntaxError", false)]
    [InlineData("Neo.ClientError.Statement.ParameterMissing", "SyntaxError", false)]
    [InlineData("Neo.ClientError.Statement.TypeError", "SyntaxError", false)]
    [InlineData("Neo.DatabaseError.General.UnknownError", "Other", false)]
    public void ACodeHasItsKind(string code, string kind, bool isTransient)
    {
        var exception = new ServerFailure(code, "words").ToException(Settings, "the user ann");
        Assert.Equal((kind, isTransient, code, "words"), (exception.Kind.ToString(), exception.IsTransient, exception.Code, exception.ServerMessage));
    }

    [Theory]
    [InlineData("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase")]
    [InlineData("Neo.ClientError.Cluster.NotALeader")]
    public void InAClusterWhatOneServerMayNotWriteAnotherMay(string code) =>
        Assert.True(new ServerFailure(code, "words").ToException(BoltSettings.Parse("neo4j://db/graph"), "the user ann").IsTransient);

    [Theory]
    [InlineData(
        "Neo.ClientError.Security.Unauthorized",
        "The database at db:7687 refuses the user ann: words. Set NEO4J_USERNAME and NEO4J_PASSWORD to a user it knows.")]
    [InlineData(
        "Neo.ClientError.Security.Forbidden",
        "The database at db:7687 does not allow this to be written: words. Use a user that may write, and a database that is not read-only.")]
    [InlineData(
        "Neo.ClientError.Database.DatabaseNotFound",
        "The server at db:7687 has no database graph: words. Name one that SHOW DATABASES lists at the end of the address (bolt://host:7687/neo4j).")]
    [InlineData(
        "Neo.TransientError.General.DatabaseUnavailable",
        "The database graph at db:7687 is not available: words. Start it, or look into the server's log for why it stopped.")]
    [InlineData(
        "Neo.ClientError.Transaction.TransactionTimedOut",
        "The database at db:7687 ended the query because it took too long: words. Ask for less, or allow more time.")]
    [InlineData("Neo.ClientError.Transaction.Terminated", "The query was ended at the database at db:7687: words. Ask again if that was not meant.")]
    [InlineData("Neo.TransientError.Transaction.DeadlockDetected", "The database at db:7687 could not do this now: words. Try again later.")]
    [InlineData(
        "Neo.TransientError.General.OutOfMemoryError",
        "The database at db:7687 has not enough memory for this: words. Ask for less, write smaller batches, or give the server more "
        + "(server.memory.heap.max_size, db.memory.transaction.max).")]
    [InlineData(
        "Neo.ClientError.Schema.ConstraintValidationFailed",
        "The database at db:7687 refuses what was to be written: words. Correct the record, or the constraint.")]
    [InlineData(
        "Neo.ClientError.Statement.SyntaxError",
        "The database at db:7687 does not accept the statement: words. See that it is Neo4j 5.26 or later; otherwise this is a fault of this program, please "
        + "report it.")]
    [InlineData(
        "Neo.DatabaseError.General.UnknownError",
        "The database at db:7687 reports Neo.DatabaseError.General.UnknownError: words. Its log may say more.")]
    public void APersonIsToldWhatWhereAndHowToMendIt(string code, string sentence) =>
        Assert.Equal(sentence, new ServerFailure(code, "words").ToException(Settings, "the user ann").Message);

    [Theory]
    [InlineData("Neo.DatabaseError.Transaction.TransactionLogError", "Could not append transaction: Transaction #106 to log.")]
    [InlineData("Neo.DatabaseError.Transaction.TransactionCommitFailed", "Could not apply the transaction to the store after written to log.")]
    [InlineData("Neo.DatabaseError.Transaction.TransactionStartFailed", "The database has encountered a critical error, and needs to be restarted.")]
    [InlineData("Neo.DatabaseError.General.UnknownError", "No space left on device.")]
    public void AFullDiskIsKnownByWhatTheServerDoesThen(string code, string words)
    {
        var exception = new ServerFailure(code, words).ToException(Settings, "the user ann");
        Assert.Equal(DatabaseErrorKind.DiskFull, exception.Kind);
        Assert.True(exception.CommitUnknown);
        Assert.Equal(
            $"The database at db:7687 could not write and has stopped: {words} Most likely its disk is full: free some space there, restart the server, and look "
            + "whether what was being written is stored.",
            exception.Message);
    }

    [Fact]
    public void TheServersWordsStandOnOneLine() =>
        Assert.Contains(
            ": Invalid input 'X' \"X\" ^. See",
            new ServerFailure("Neo.ClientError.Statement.SyntaxError", "Invalid input 'X'\n\"X\"\n^\n").ToException(Settings, "the user ann")
                .Message);

    [Theory]
    [InlineData("code")] // up to Bolt 5.6
    [InlineData("neo4j_code")] // from Bolt 5.7 on
    public void TheCodeIsReadUnderBothItsNames(string key)
    {
        var bytes = Bytes.Of(Bytes.Packed(new Dictionary<string, object?>
        {
            ["gql_status"] = "01N00",
            [key] = "Neo.ClientError.Statement.SyntaxError",
            ["diagnostic_record"] = new Dictionary<string, object?> { ["OPERATION"] = string.Empty },
            ["message"] = "words",
        }));
        var reader = new PackStreamReader(bytes);
        Assert.Equal(new ServerFailure("Neo.ClientError.Statement.SyntaxError", "words"), ServerFailure.Read(ref reader));
    }
}
