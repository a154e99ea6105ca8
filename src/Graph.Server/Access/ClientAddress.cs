using System.Net;
using System.Net.Sockets;

namespace Graph.Server.Access;

/// <summary>Tells clients apart by the address that they come from; an IPv6 client by its network of 64 bits, which is all one's own.</summary>
internal static class ClientAddress
{
    private const int NetworkBytes = 8;

    /// <summary>The client of an address; the empty text where there is none.</summary>
    public static string KeyOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(address)
            ? Convert.ToHexString(address.GetAddressBytes(), 0, NetworkBytes)
            : address.ToString();
    }

    /// <summary>Whether it is this machine's own.</summary>
    public static bool IsThisMachine(IPAddress? address) =>
        address is null || IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
