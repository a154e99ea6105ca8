using System.Net;
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
    /// <param name="settings">Where to, and how.</param>
    /// <param name="reached">Told when it has connected.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<BoltTransport> OpenAsync(BoltSettings settings, Action reached, CancellationToken cancellationToken)
    {
        var socket = await ConnectAsync(settings, cancellationToken);
        try
        {
            reached();
            var plain = new NetworkStream(socket, ownsSocket: true);
            return new BoltTransport(
                socket,
                settings.Encryption == BoltEncryption.None ? plain : await EncryptAsync(plain, settings, cancellationToken));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Every network address that the name of the server has now.</summary>
    /// <exception cref="DatabaseException">It has none, or nobody says within <see cref="BoltSettings.ConnectTimeout"/>.</exception>
    public static async Task<IReadOnlyList<IPAddress>> ResolveAsync(BoltSettings settings, TimeProvider time)
    {
        using var limit = new CancellationTokenSource(settings.ConnectTimeout, time);
        try
        {
            return await ResolveAsync(settings, limit.Token);
        }
        catch (SocketException exception)
        {
            throw Unavailable(Sentences.Unreachable(settings.Address, settings.EntryAddress, Reason(exception)), exception);
        }
        catch (OperationCanceledException exception)
        {
            throw Unavailable(Sentences.NameNotResolved(settings.Address, settings.ConnectTimeout), exception);
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

    /// <summary>Tries the addresses of the server one after the other: a socket whose options are set connects once.</summary>
    private static async Task<Socket> ConnectAsync(BoltSettings settings, CancellationToken cancellationToken)
    {
        SocketException? last = null;
        try
        {
            foreach (var address in settings.Endpoint is { } one ? [one] : await ResolveAsync(settings, cancellationToken))
            {
                var socket = NewSocket(address);
                try
                {
                    await socket.ConnectAsync(address, settings.Address.Port, cancellationToken);
                    return socket;
                }
                catch (Exception exception)
                {
                    socket.Dispose();
                    last = exception as SocketException;
                    if (last is null)
                        throw;
                }
            }
        }
        catch (SocketException exception)
        {
            last = exception;
        }

        throw Unavailable(Sentences.Unreachable(settings.Address, settings.EntryAddress, Reason(last!)), last!);
    }

    private static Socket NewSocket(IPAddress address)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveIntervalSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAliveProbes);
        if (OperatingSystem.IsLinux())
            socket.SetRawSocketOption(TcpProtocol, TcpUserTimeout, BitConverter.GetBytes(TcpUserTimeoutMilliseconds));
        return socket;
    }

    private static async Task<IReadOnlyList<IPAddress>> ResolveAsync(BoltSettings settings, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(settings.Address.Host, out var address))
            return [address];
        var found = await settings.Resolve(settings.Address.Host, cancellationToken).WaitAsync(cancellationToken);
        return found.Length > 0 ? found : throw new SocketException((int)SocketError.HostNotFound);
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
                    settings.Routing,
                    (exception.InnerException ?? exception).Message.TrimEnd('.')), exception);
        }
    }

    private static DatabaseException Unavailable(string sentence, Exception exception) =>
        new(DatabaseErrorKind.Unavailable, sentence, exception) { IsTransient = true };
}
