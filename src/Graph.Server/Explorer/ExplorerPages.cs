using System.Net;
using System.Security.Cryptography;
using System.Text;
using Graph.Explorer;
using Graph.Model.Stores;
using Graph.Server.Views;
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
    private const string Editor = "query";

    /// <summary>The first steps of the addresses that the pages have; the rest of an address is theirs to read.</summary>
    private static readonly string[] Pages =
    [
        "actor", "pair", "act", "event", "node", "matrix", "timeline", "threads", "paths", "search", "licences", Editor,
    ];

    /// <summary>Everything comes from this server, and nothing stands in the document itself.</summary>
    private const string Policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>
    /// The query editor makes style elements as it runs, for which there is no other word. Scripts are held as everywhere else, and
    /// pictures may stand in its own style sheet.
    /// </summary>
    private const string EditorPolicy = $"{Policy}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:";

    /// <summary>A file whose name tells its content never changes.</summary>
    private const string Forever = "public, max-age=31536000, immutable";

    private const string HtmlType = "text/html; charset=utf-8";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    private static readonly Lazy<string> Document = new(ReadDocument);

    /// <summary>Maps the pages and their files, in which nothing of the graph stands, and for readers the description of the domain.</summary>
    public static void MapExplorer(this IEndpointRouteBuilder endpoints, IGraphStore store)
    {
        var domain = new Lazy<byte[]>(() => DomainDescription.Of(store.Ontology));
        endpoints.MapMethods("/explorer.json", Readable.Methods, (HttpContext context) => SendAsync(context, domain.Value, "application/json"))
            .WithMetadata(new DatasetViews.AnswersFromViews()); // It says nothing of what the graph holds.
        if (!ExplorerFiles.AreThere)
        {
            endpoints.MapMethods("/", Readable.Methods, (HttpContext context) =>
            {
                Protect(context.Response, Policy);
                return SendAsync(context, Encoding.UTF8.GetBytes(Messages.NoExplorer(context.Request.PathBase.Value ?? "")), HtmlType);
            }).AllowAnonymous();
            return;
        }

        endpoints.MapMethods("/", Readable.Methods, (HttpContext context) => SendPageAsync(context, Policy)).AllowAnonymous();
        foreach (var page in Pages)
        {
            var policy = page == Editor ? EditorPolicy : Policy;
            endpoints.MapMethods($"/{page}/{{**rest}}", Readable.Methods, (HttpContext context) => SendPageAsync(context, policy)).AllowAnonymous();
        }

        endpoints.MapMethods("/explorer/{file}", Readable.Methods, async (HttpContext context, string file) =>
        {
            if (!await SendFileAsync(context, $"explorer/{file}", Forever)) context.Response.StatusCode = StatusCodes.Status404NotFound;
        }).AllowAnonymous();
    }

    /// <summary>Sends the document, which is told at what path the server stands: it is one for addresses of any depth.</summary>
    private static Task SendPageAsync(HttpContext context, string policy)
    {
        Protect(context.Response, policy);
        var path = WebUtility.HtmlEncode(context.Request.PathBase.Value ?? "");
        var document = Document.Value
            .Replace("<html lang=\"en\">", $"<html lang=\"en\" data-base=\"{path}\">", StringComparison.Ordinal)
            .Replace("=\"./explorer/", $"=\"{path}/explorer/", StringComparison.Ordinal);
        return SendAsync(context, Encoding.UTF8.GetBytes(document), HtmlType);
    }

    private static string ReadDocument()
    {
        using var stream = ExplorerFiles.Open("index.html")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
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
        Protect(response, Policy); // A file that runs beside the page is held to its own policy.
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
        {
            if (!accepted.Any(value => value.Value == coding && value.Quality != 0)) continue;
            if (ExplorerFiles.Open(path + ending) is { } content) return (content, coding);
        }

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
