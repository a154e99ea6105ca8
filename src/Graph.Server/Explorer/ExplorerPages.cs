using System.Security.Cryptography;
using System.Text;
using Graph.Explorer;
using Graph.Model.Stores;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;

namespace Graph.Server.Explorer;

/// <summary>
/// The explorer: its one document at every address of its pages, its files below <c>/explorer/</c>, and what the graph is of at
/// <c>/explorer.json</c>. Where it was not built, <c>/</c> says how to get it.
/// </summary>
internal static class ExplorerPages
{
    /// <summary>The first steps of the addresses that the pages have; the rest of an address is theirs to read.</summary>
    private static readonly string[] Pages = ["actor", "pair", "act", "event", "node", "matrix", "timeline", "threads", "paths", "search", "query", "licences"];

    /// <summary>Everything comes from this server, and nothing stands in the document itself.</summary>
    private const string Policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>
    /// The query editor makes style elements as it runs, for which there is no other word. Scripts are held as everywhere else, and
    /// pictures may stand in its own style sheet.
    /// </summary>
    private const string EditorPolicy = $"{Policy}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:";

    /// <summary>A file whose name tells its content never changes.</summary>
    private const string Forever = "public, max-age=31536000, immutable";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    /// <summary>Maps the pages, their files and the description of the domain.</summary>
    public static void MapExplorer(this IEndpointRouteBuilder endpoints, IGraphStore store)
    {
        var domain = new Lazy<byte[]>(() => DomainDescription.Of(store.Ontology));
        endpoints.MapMethods("/explorer.json", Readable.Methods, (HttpContext context) => SendAsync(context, domain.Value, "application/json"));
        if (!ExplorerFiles.AreThere)
        {
            endpoints.MapMethods("/", Readable.Methods, (HttpContext context) =>
            {
                Protect(context.Response, Policy);
                return SendAsync(context, Encoding.UTF8.GetBytes(Messages.NoExplorer), "text/html; charset=utf-8");
            });
            return;
        }

        endpoints.MapMethods("/", Readable.Methods, (HttpContext context) => SendPageAsync(context, Policy));
        foreach (var page in Pages)
            endpoints.MapMethods($"/{page}/{{**rest}}", Readable.Methods, (HttpContext context) => SendPageAsync(context, page == "query" ? EditorPolicy : Policy));
        endpoints.MapMethods("/explorer/{file}", Readable.Methods, async (HttpContext context, string file) =>
        {
            if (!await SendFileAsync(context, $"explorer/{file}", Forever)) context.Response.StatusCode = StatusCodes.Status404NotFound;
        });
    }

    private static Task SendPageAsync(HttpContext context, string policy)
    {
        Protect(context.Response, policy);
        return SendFileAsync(context, "index.html", "no-cache");
    }

    private static void Protect(HttpResponse response, string policy)
    {
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers["Referrer-Policy"] = "same-origin";
    }

    /// <summary>Sends a file in the form that the client takes; false where there is none.</summary>
    private static async Task<bool> SendFileAsync(HttpContext context, string path, string caching)
    {
        var plain = ExplorerFiles.Open(path);
        if (plain is null) return false;
        await using var disposal = plain;
        var (content, coding) = Coded(context.Request, path);
        await using var other = content;
        var response = context.Response;
        response.ContentType = ContentTypes.TryGetContentType(path, out var type) ? type : "application/octet-stream";
        if (response.ContentType.StartsWith("text/", StringComparison.Ordinal)) response.ContentType += "; charset=utf-8";
        if (coding is not null) response.Headers.ContentEncoding = coding;
        response.Headers.CacheControl = caching;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Append("Vary", "Accept-Encoding");
        var sent = content ?? plain;
        response.ContentLength = sent.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await sent.CopyToAsync(response.Body, context.RequestAborted);
        return true;
    }

    private static (Stream? Content, string? Coding) Coded(HttpRequest request, string path)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach (var (coding, ending) in new[] { ("br", ".br"), ("gzip", ".gz") })
            if (accepted.Any(value => value.Value == coding && value.Quality != 0) && ExplorerFiles.Open(path + ending) is { } content) return (content, coding);
        return (null, null);
    }

    private static async Task SendAsync(HttpContext context, byte[] content, string type)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content)[..8])}\"";
        var response = context.Response;
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = type;
        response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(content, context.RequestAborted);
    }
}
