using Graph.Api.Serving;
using Microsoft.AspNetCore.Http;

namespace Graph.Server;

/// <summary>Tells clients apart by the address that they come from; an IPv6 client by its network of 64 bits, which is all one's own.</summary>
internal sealed class ClientAddress(IHttpContextAccessor accessor) : IClientIdentity
{
    private const int NetworkBytes = 8;

    /// <inheritdoc/>
    public string Key
    {
        get
        {
            if (accessor.HttpContext?.Connection.RemoteIpAddress is not { } address) return "";
            if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
            return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 && !System.Net.IPAddress.IsLoopback(address)
                ? Convert.ToHexString(address.GetAddressBytes(), 0, NetworkBytes)
                : address.ToString();
        }
    }
}
