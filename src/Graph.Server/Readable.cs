using Microsoft.AspNetCore.Http;

namespace Graph.Server;

/// <summary>What can be read can be asked for without its content too (RFC 9110, section 9.3.2).</summary>
internal static class Readable
{
    public static string[] Methods { get; } = [HttpMethods.Get, HttpMethods.Head];
}
