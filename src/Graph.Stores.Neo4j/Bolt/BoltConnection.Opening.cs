namespace Graph.Stores.Neo4j.Bolt;

/// <summary>From nothing to a connection that takes statements: connect, encrypt, agree on a version, say HELLO, log on.</summary>
internal sealed partial class BoltConnection
{
    /// <summary>Opens a connection within <see cref="BoltSettings.ConnectTimeout"/>.</summary>
    public static async Task<BoltConnection> OpenAsync(BoltSettings settings, TimeProvider time, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(settings.ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        BoltConnection? connection = null;
        try
        {
            var authentication = settings.Credentials.Current();
            connection = new BoltConnection(settings, time, await BoltTransport.OpenAsync(settings, either.Token));
            using (either.Token.UnsafeRegister(static opened => ((BoltConnection)opened!).Abort(), connection))
            {
                await connection.HandshakeAsync();
                await connection.GreetAsync(authentication);
            }

            // The limit may have struck between the last answer and the end of the registration.
            either.Token.ThrowIfCancellationRequested();
            return connection;
        }
        catch (Exception exception)
        {
            if (connection is not null)
            {
                connection.Abort();
                await connection.CloseAsync();
            }

            if (cancellation.IsCancellationRequested)
                throw new OperationCanceledException("Opening a connection was cancelled.", exception, cancellation);
            if (!limit.IsCancellationRequested)
                throw;
            throw new DatabaseException(DatabaseErrorKind.Unavailable, Sentences.NoAnswer(settings.Address, settings.ConnectTimeout), exception)
            {
                IsTransient = true,
            };
        }
    }

    private async Task HandshakeAsync()
    {
        try
        {
            await transport.Stream.WriteAsync(BoltHandshake.Proposal);
            var answer = await input.ReadRawAsync(BoltHandshake.AnswerBytes);
            Version = BoltHandshake.Read(answer.Span, settings.Address);
        }
        catch (Exception exception) when (BoltTransport.IsLoss(exception))
        {
            throw Lost(exception);
        }
    }

    private async Task GreetAsync(BoltAuthentication authentication)
    {
        Authentication = authentication;
        output.Writer.UtcDateTimes = Version.HasUtcDateTimes;
        output.Hello(Version, settings, authentication);
        if (Version.HasLogon)
            output.Logon(authentication);
        await SendAsync();

        var hello = await ReadSuccessAsync();
        Server = hello.Server ?? Server;
        promisedSilence = hello.ReceiveTimeout ?? Timeout.InfiniteTimeSpan;
        output.Writer.UtcDateTimes |= hello.AgreedToUtc;
        if (Version.HasLogon)
            await ReadSuccessAsync();
        LoggedOnAt = time.GetTimestamp();
    }
}
