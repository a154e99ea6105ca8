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

    private static readonly string[] PageEndings = [".html", ".htm", ".xhtml"];

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
        if (PageEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))) return true;
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, MarkupWithin));
        return head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.TrimStart().StartsWith("<p>", StringComparison.OrdinalIgnoreCase);
    }

    private static Article Page(byte[] bytes, string name)
    {
        using var stream = new MemoryStream(bytes);
        using var page = new HtmlParser().ParseDocument(stream);
        if (IsTooDeep(page)) return new(ReadablePage.Paragraphs(page)) { Notes = [Messages.TooDeep(name)] };
        var about = PageMetadata.Of(page);
        List<string> notes = [];
        var text = ReadablePage.Text(page, about.Url);
        if (string.IsNullOrWhiteSpace(text))
        {
            notes.Add(text is null ? Messages.TooLarge(name) : Messages.NotReadable(name));
            text = ReadablePage.Paragraphs(page);
        }

        if (text.Length < StubChars) notes.Add(Messages.Stub(name));
        return about with { Text = text, Notes = notes };
    }

    // The parser takes any depth, what walks the tree does not.
    private static bool IsTooDeep(IHtmlDocument page)
    {
        var open = new Stack<(INode Node, int Depth)>();
        open.Push((page.DocumentElement, 0));
        while (open.TryPop(out var at))
        {
            if (at.Depth > Limits.MaxMarkupDepth) return true;
            foreach (var child in at.Node.ChildNodes)
                if (child.HasChildNodes) open.Push((child, at.Depth + 1));
        }

        return false;
    }
}
