namespace Graph.Stores.Neo4j.Bolt;

/// <summary>From nothing to a connection that takes statements: connect, encrypt, agree on a version, say HELLO, log on.</summary>
internal sealed partial class BoltConnection
{
    /// <summary>
    /// Opens a connection: reaches the server within <see cref="BoltSettings.ConnectTimeout"/>, and is let in within
    /// <see cref="BoltSettings.GreetingTimeout"/> after that.
    /// </summary>
    public static async Task<BoltConnection> OpenAsync(BoltSettings settings, TimeProvider time)
    {
        using var limit = new CancellationTokenSource(settings.ConnectTimeout, time);
        var waited = settings.ConnectTimeout;
        BoltConnection? connection = null;
        try
        {
            var authentication = settings.Credentials.Current();
            connection = new BoltConnection(settings, time, await BoltTransport.OpenAsync(settings, Reached, limit.Token));
            using (limit.Token.UnsafeRegister(static opened => ((BoltConnection)opened!).Abort(), connection))
            {
                await connection.HandshakeAsync();
                await connection.GreetAsync(authentication);
            }

            // The limit may have struck between the last answer and the end of the registration.
            limit.Token.ThrowIfCancellationRequested();
            return connection;
        }
        catch (Exception exception)
        {
            if (connection is not null)
            {
                connection.Abort();
                await connection.CloseAsync();
            }

            if (!limit.IsCancellationRequested)
                throw;
            throw new DatabaseException(DatabaseErrorKind.Unavailable, Sentences.NoAnswer(settings.Address, waited), exception)
            {
                IsTransient = true,
            };
        }

        void Reached()
        {
            waited = settings.GreetingTimeout;
            limit.CancelAfter(waited);
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
