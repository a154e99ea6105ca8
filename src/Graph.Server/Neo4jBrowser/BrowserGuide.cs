using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Graph.Server.Neo4jBrowser;

/// <summary>
/// What Neo4j Browser reads from this server: the guided tour that <c>:guide http://localhost:5080/guide/intro.adoc</c> plays,
/// and the style sheet that <c>:style http://localhost:5080/guide/graph.grass</c> loads.
/// </summary>
/// <remarks>
/// Of hosts that are not Neo4j's own, the Browser reads from <c>localhost</c> unless the database's setting
/// <c>browser.remote_content_hostname_whitelist</c> names others; <c>127.0.0.1</c> is another name to it.
/// </remarks>
internal static class BrowserGuide
{
    /// <summary>Maps both, readable from every origin and without a key: nothing of the graph stands in them.</summary>
    public static void MapBrowserGuide(this IEndpointRouteBuilder endpoints)
    {
        Map("/guide/intro.adoc", GuideSlides.FromAsciiDoc(Read("intro.adoc")), "text/html");
        Map("/guide/graph.grass", Read("graph.grass"), "text/plain");

        void Map(string path, string content, string type)
        {
            endpoints.MapMethods(path, Readable.Methods, (HttpResponse response) =>
            {
                Allow(response);
                return Results.Text(content, type, Encoding.UTF8);
            }).AllowAnonymous();

            // The Browser asks with headers against caches, and at times with those of its error reports: which needs leave first.
            endpoints.MapMethods(path, [HttpMethods.Options], (HttpResponse response) =>
            {
                Allow(response);
                response.Headers.AccessControlAllowHeaders = "*";
                return Results.NoContent();
            }).AllowAnonymous();
        }
    }

    /// <summary>The Browser runs on the database's origin, so it may only read when every origin may.</summary>
    private static void Allow(HttpResponse response) => response.Headers.AccessControlAllowOrigin = "*";

    private static string Read(string file)
    {
        using var stream = typeof(BrowserGuide).Assembly.GetManifestResourceStream($"Graph.Server.{file}")
            ?? throw new InvalidOperationException($"{file} is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
