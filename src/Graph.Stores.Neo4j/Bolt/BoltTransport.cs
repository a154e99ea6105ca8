using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>The socket and its encryption: the only place that touches the network, and that knows the network's exceptions.</summary>
internal sealed class BoltTransport : IDisposable
{
    // A peer that vanished without closing is noticed after about 30 + 3 × 5 seconds of silence, also in the middle of a long query.
    private const int KeepAliveSeconds = 30;
    private const int KeepAliveIntervalSeconds = 5;
    private const int KeepAliveProbes = 3;

    // The same for a peer that vanished while bytes were on their way to it: Linux would go on sending them for a quarter of an hour.
    private const int TcpProtocol = 6;
    private const int TcpUserTimeout = 18;
    private const int TcpUserTimeoutMilliseconds = 45_000;

    private readonly Socket socket;

    private BoltTransport(Socket socket, Stream stream)
    {
        this.socket = socket;
        Stream = stream;
    }

    public Stream Stream { get; }

    /// <summary>Whether something can be read at once: bytes, or the end of the connection.</summary>
    public bool HasInput
    {
        get
        {
            try
            {
                return socket.Poll(0, SelectMode.SelectRead);
            }
            catch (Exception exception) when (IsLoss(exception))
            {
                return true;
            }
        }
    }

    /// <summary>Connects, and agrees on encryption when the settings ask for it.</summary>
    public static async Task<BoltTransport> OpenAsync(BoltSettings settings, CancellationToken cancellationToken)
    {
        var opened = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            opened.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            opened.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveSeconds);
            opened.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveIntervalSeconds);
            opened.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAliveProbes);
            if (OperatingSystem.IsLinux())
                opened.SetRawSocketOption(TcpProtocol, TcpUserTimeout, BitConverter.GetBytes(TcpUserTimeoutMilliseconds));
            await opened.ConnectAsync(settings.Address.Host, settings.Address.Port, cancellationToken);
            var plain = new NetworkStream(opened, ownsSocket: true);
            return new BoltTransport(
                opened,
                settings.Encryption == BoltEncryption.None ? plain : await EncryptAsync(plain, settings, cancellationToken));
        }
        catch (SocketException exception)
        {
            opened.Dispose();
            throw Unavailable(Sentences.Unreachable(settings.Address, Reason(exception)), exception);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Whether this exception means that the connection is gone.</summary>
    public static bool IsLoss(Exception exception) => exception is IOException or SocketException or ObjectDisposedException;

    /// <summary>Why it is gone, in a few words.</summary>
    public static string Reason(Exception exception) => exception switch
    {
        EndOfStreamException => "the server closed it",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "nothing listens there",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => "the name is unknown",
        SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.Shutdown } => "the server closed it",
        SocketException { SocketErrorCode: SocketError.OperationAborted } => "it did not answer",
        ObjectDisposedException => "it did not answer",
        IOException { InnerException: { } inner } => Reason(inner),
        _ => exception.Message.TrimEnd('.'),
    };

    public void Dispose()
    {
        // The socket first: it wakes whoever reads or writes, and an encrypted stream would try to say good-bye.
        socket.Dispose();
        Stream.Dispose();
    }

    private static async Task<Stream> EncryptAsync(NetworkStream plain, BoltSettings settings, CancellationToken cancellationToken)
    {
        var encrypted = new SslStream(plain);
        var options = new SslClientAuthenticationOptions { TargetHost = settings.Address.Host };
        if (settings.Encryption == BoltEncryption.AnyCertificate)
        {
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true; // That is what the ending +ssc asks for.
        }

        try
        {
            await encrypted.AuthenticateAsClientAsync(options, cancellationToken);
            return encrypted;
        }
        catch (Exception exception) when (exception is AuthenticationException || IsLoss(exception))
        {
            await encrypted.DisposeAsync();
            throw new DatabaseException(
                DatabaseErrorKind.Unavailable, Sentences.NotTls(
                    settings.Address,
                    (exception.InnerException ?? exception).Message.TrimEnd('.')), exception);
        }
    }

    private static DatabaseException Unavailable(string sentence, Exception exception) =>
        new(DatabaseErrorKind.Unavailable, sentence, exception) { IsTransient = true };
}
