using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Graph.Server.Access;

/// <summary>
/// The addresses that a server is to listen at, read and tried before anything else is begun: the web server would tell of
/// a wrong one with a stack, and take a name that it does not know for every address of the machine.
/// </summary>
internal static class ListenAddresses
{
    private const int MaxPort = 65_535;

    /// <summary>Refuses addresses at which a server cannot listen.</summary>
    /// <param name="urls">The addresses, separated by ';'.</param>
    /// <param name="hasCertificate">Whether the server speaks HTTPS too.</param>
    /// <exception cref="CannotListenException">One is no address, or cannot be had.</exception>
    public static void Demand(string urls, bool hasCertificate)
    {
        var read = Split(urls).Select(url => Read(url, hasCertificate)).ToList();
        if (read.Count == 0) throw new CannotListenException(Messages.NotAnAddress(urls), isWrongUsage: true);
        var held = new List<Socket>();
        try
        {
            foreach (var (url, address) in read)
                foreach (var end in Ends(address))
                    Try(url, end, isOneOfTwo: address.Host == "localhost", held);
        }
        finally
        {
            foreach (var socket in held) socket.Dispose();
        }
    }

    /// <summary>The addresses at which others than this machine may ask, as they are written; a socket of the file system is not one.</summary>
    public static IEnumerable<string> BeyondThisMachine(string urls) =>
        from one in Split(urls)
        let address = BindingAddress.Parse(one)
        where !address.IsUnixPipe && address.Host != "localhost"
        where !IPAddress.TryParse(address.Host, out var host) || !IPAddress.IsLoopback(host)
        select one;

    private static IEnumerable<string> Split(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static (string Url, BindingAddress Address) Read(string url, bool hasCertificate)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new CannotListenException(Messages.NotAnAddress(url), isWrongUsage: true, fault);
        }

        return Fault(url, address, hasCertificate) is { } sentence ? throw new CannotListenException(sentence, isWrongUsage: true) : (url, address);
    }

    private static string? Fault(string url, BindingAddress address, bool hasCertificate) => address switch
    {
        { IsUnixPipe: true } => null,
        { Scheme: var scheme } when IsHttps(scheme) && !hasCertificate => Messages.NoCertificate(url),
        { Scheme: var scheme } when !IsHttps(scheme) && !scheme.Equals("http", StringComparison.OrdinalIgnoreCase) => Messages.NotAnAddress(url),
        { PathBase: not ("" or "/") } => Messages.AddressHasPath(url, address.PathBase),
        { Port: < 0 or > MaxPort } => Messages.PortOutOfRange(url, address.Port, MaxPort),
        { Host: "localhost", Port: 0 } => Messages.AnyPortOfTwo(url),
        { Host: "localhost" or "*" or "+" } => null,
        _ => IPAddress.TryParse(address.Host, out _) ? null : Messages.HostIsNoAddress(url, address.Host),
    };

    private static bool IsHttps(string scheme) => scheme.Equals("https", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<IPEndPoint> Ends(BindingAddress address) => address switch
    {
        { IsUnixPipe: true } => [],
        { Host: "localhost" } => [new(IPAddress.Loopback, address.Port), new(IPAddress.IPv6Loopback, address.Port)],
        { Host: "*" or "+" } => [new(Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any, address.Port)],
        _ => [new(IPAddress.Parse(address.Host), address.Port)],
    };

    /// <summary>Opens a port as the web server will. Of the two addresses of localhost a machine may have only one.</summary>
    private static void Try(string url, IPEndPoint end, bool isOneOfTwo, List<Socket> held)
    {
        try
        {
            var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            held.Add(socket);
            if (end.Address.Equals(IPAddress.IPv6Any)) socket.DualMode = true;
            socket.Bind(end);
        }
        catch (SocketException fault)
        {
            var isMissing = fault.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported;
            if (isMissing && isOneOfTwo) return;
            throw new CannotListenException(fault.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => Messages.AddressIsTaken(url),
                SocketError.AccessDenied => Messages.PortNotAllowed(url),
                _ when isMissing => Messages.AddressIsElsewhere(url),
                _ => Messages.CannotListen(url, fault.Message),
            }, isWrongUsage: false, fault);
        }
    }
}
