using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Graph.Server;

/// <summary>The guided tour that Neo4j Browser plays with <c>:guide http://127.0.0.1:5080/guide/intro.adoc</c>.</summary>
internal static class BrowserGuide
{
    private static readonly Lazy<byte[]> Intro = new(Read);

    public static void MapBrowserGuide(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/guide/intro.adoc", (HttpResponse response) =>
        {
            // The Browser runs on the database's origin, so it may only read the guide when every origin may.
            response.Headers.AccessControlAllowOrigin = "*";
            return Results.Bytes(Intro.Value, "text/plain; charset=utf-8");
        });

    private static byte[] Read()
    {
        using var stream = typeof(BrowserGuide).Assembly.GetManifestResourceStream("Graph.Server.intro.adoc")
            ?? throw new InvalidOperationException("The guide is missing from the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
