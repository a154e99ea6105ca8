using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Graph.GraphQL.AspNetCore;

/// <summary>A page to try queries with: one file, nothing from elsewhere, and a policy that lets nothing else run in it.</summary>
internal static class BrowserPage
{
    private static readonly string Text = Read();

    private static readonly byte[] Utf8 = Encoding.UTF8.GetBytes(Text);

    private static readonly string Policy =
        $"default-src 'none'; script-src 'sha256-{HashOf("script")}'; style-src 'sha256-{HashOf("style")}'; connect-src 'self'; img-src data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static async Task SendAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        context.Response.ContentType = MediaTypes.Html;
        context.Response.ContentLength = Utf8.Length;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.Append("Vary", "Accept");
        await context.Response.BodyWriter.WriteAsync(Utf8, context.RequestAborted);
    }

    private static string Read()
    {
        using var stream = typeof(BrowserPage).Assembly.GetManifestResourceStream("Graph.GraphQL.AspNetCore.page.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static string HashOf(string element)
    {
        var from = Text.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
        var to = Text.IndexOf($"</{element}>", from, StringComparison.Ordinal);
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text[from..to])));
    }
}
