namespace Graph.Import.Feeds;

/// <summary>Addresses of web pages, as they stand: none is brought to another form.</summary>
internal static class WebAddress
{
    /// <summary>Whether a text is an address.</summary>
    public static bool Is(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The host of an address, in lower case and without <c>www.</c>; null where there is none.</summary>
    public static string? HostOf(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = address.AsSpan(start).IndexOfAny('/', '?', '#');
        var host = (end < 0 ? address[start..] : address.Substring(start, end)).ToLowerInvariant();
        host = host[(host.LastIndexOf('@') + 1)..];
        if (host.LastIndexOf(':') is >= 0 and var port && host.AsSpan(port + 1).IndexOfAnyExceptInRange('0', '9') < 0) host = host[..port];
        if (host.StartsWith("www.", StringComparison.Ordinal)) host = host[4..];
        return host.Length > 0 ? host : null;
    }
}
