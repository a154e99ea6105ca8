using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Graph.Extraction.Drafts;

/// <summary>Bytes of a file → the article in it: plain text as it stands, of a web page the readable part. Nothing is fetched.</summary>
public static class ArticleReader
{
    /// <summary>Characters in which a page shows that it is one.</summary>
    private const int MarkupWithin = 2_000;

    /// <summary>Characters of text from which on a page is more than a stub.</summary>
    private const int StubChars = 400;

    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>Reads an article.</summary>
    /// <param name="bytes">The file's bytes: UTF-8, or a page that names its encoding.</param>
    /// <param name="name">The file's name, whose ending tells a page.</param>
    /// <exception cref="InvalidDataException">It is no text; the message says what to do.</exception>
    public static Article Read(byte[] bytes, string name)
    {
        if (bytes.Length > Limits.MaxTextChars) throw new InvalidDataException(Messages.TooLong(name, Limits.MaxTextChars));
        if (IsPage(bytes, name)) return Page(bytes, name);
        try
        {
            var text = Strict.GetString(bytes);
            return text.Contains('\0') ? throw new InvalidDataException(Messages.NoText(name)) : new(text);
        }
        catch (DecoderFallbackException fault)
        {
            throw new InvalidDataException(Messages.NoText(name), fault);
        }
    }

    private static bool IsPage(byte[] bytes, string name)
    {
        if (name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".xhtml", StringComparison.OrdinalIgnoreCase))
            return true;
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, MarkupWithin));
        return head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.TrimStart().StartsWith("<p>", StringComparison.OrdinalIgnoreCase);
    }

    private static Article Page(byte[] bytes, string name)
    {
        using var stream = new MemoryStream(bytes);
        using var page = new HtmlParser().ParseDocument(stream);
        var about = PageMetadata.Of(page);
        List<string> notes = [];
        if (IsTooDeep(page))
        {
            notes.Add(Messages.TooDeep(name));
            return new(page.Body is { } whole ? string.Join("\n\n", Paragraphs(whole)) : "") { Notes = notes };
        }

        var text = Readable(page, about.Url);
        var paragraphs = page.Body is { } body ? string.Join("\n\n", Paragraphs(body)) : "";
        if (string.IsNullOrWhiteSpace(text))
        {
            notes.Add(Messages.NotReadable(name));
            text = paragraphs;
        }

        if (text.Length < StubChars) notes.Add(Messages.Stub(name));
        return about with { Text = text, Notes = notes };
    }

    private static string Readable(IHtmlDocument page, string? url)
    {
        var address = Uri.TryCreate(url, UriKind.Absolute, out var known) && known.Scheme is "http" or "https" ? known.ToString() : "https://localhost/";
        using var reader = new SmartReader.Reader(address, page.DocumentElement.OuterHtml);
        var article = reader.GetArticle();
        if (!article.IsReadable || article.Content is not { Length: > 0 } content) return "";
        using var part = new HtmlParser().ParseDocument(content);
        return part.Body is null ? "" : PlainText.Of(part.Body);
    }

    private static IEnumerable<string> Paragraphs(IElement body) =>
        body.QuerySelectorAll("p").Select(paragraph => PlainText.Squeeze(paragraph.TextContent)).Where(text => text.Length > 0);

    // The parser takes any depth, what walks the tree does not.
    private static bool IsTooDeep(IHtmlDocument page)
    {
        var depth = 0;
        for (INode? node = page.DocumentElement; node is not null;)
        {
            if (node.FirstChild is { } child)
            {
                (node, depth) = (child, depth + 1);
                if (depth > Limits.MaxMarkupDepth) return true;
                continue;
            }

            while (node is not null && node.NextSibling is null) (node, depth) = (node.Parent, depth - 1);
            node = node?.NextSibling;
        }

        return false;
    }
}
