using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Graph.Extraction.Drafts;

/// <summary>Finds the article of a web page, by SmartReader. What no reader sees is left out before, for it costs time and tells nothing.</summary>
internal static class ReadablePage
{
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "script", "style", "svg", "iframe", "template", "object", "embed", "canvas", "noscript", "video", "audio", "select", "textarea", "link",
        "meta", "img", "picture",
    };

    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
    {
        "class", "id", "role", "rel", "itemprop", "hidden", "aria-hidden", "href", "style", "lang",
    };

    /// <summary>Characters of an attribute that may tell something; what is longer is data.</summary>
    private const int MaxAttributeChars = 300;

    /// <summary>The text of the article; null where the page is larger than is looked through, empty where no article is found.</summary>
    /// <param name="page">The page, no deeper than <see cref="Limits.MaxMarkupDepth"/>.</param>
    /// <param name="url">Its address, or null.</param>
    public static string? Text(IHtmlDocument page, string? url)
    {
        var (markup, steps) = Seen(page.DocumentElement);
        if (markup.Length > Limits.MaxReadableChars || steps > Limits.MaxReadableSteps) return null;
        var address = Uri.TryCreate(url, UriKind.Absolute, out var known) && known.Scheme is "http" or "https"
            ? known.ToString()
            : "https://localhost/";
        using var reader = new SmartReader.Reader(address, markup);
        var article = reader.GetArticle();
        if (!article.IsReadable || article.Content is not { Length: > 0 } content) return "";
        using var part = new HtmlParser().ParseDocument(content);
        return part.Body is null ? "" : PlainText.Of(part.Body);
    }

    /// <summary>The paragraphs of a page: those of its article, where it marks one.</summary>
    public static string Paragraphs(IHtmlDocument page)
    {
        var part = page.QuerySelectorAll("article") is { Length: 1 } marked ? marked[0] : page.Body;
        return part is null
            ? ""
            : string.Join(
                "\n\n", part.QuerySelectorAll("p").Select(paragraph => PlainText.Squeeze(paragraph.TextContent)).Where(text => text.Length > 0));
    }

    // The markup of what a reader sees, with the attributes that tell what a part of a page is; and how many elements lie in each other in it.
    private static (string Markup, long Steps) Seen(IElement root)
    {
        var markup = new StringBuilder();
        var open = new Stack<(INode Node, int Depth, bool IsEnd)>();
        open.Push((root, 0, false));
        long steps = 0;
        while (open.TryPop(out var at) && markup.Length <= Limits.MaxReadableChars)
        {
            if (at.Node is IText text) markup.Append(HtmlMarkupFormatter.Instance.Text(text));
            if (at.Node is not IElement element || Unseen.Contains(element.LocalName)) continue;
            if (at.IsEnd)
            {
                markup.Append("</").Append(element.LocalName).Append('>');
                continue;
            }

            var isWritten = !IsWrapper(element);
            if (isWritten)
            {
                Begin(markup, element);
                steps += at.Depth;
                if (!element.Flags.HasFlag(NodeFlags.SelfClosing)) open.Push((element, at.Depth, true));
            }

            for (var i = element.ChildNodes.Length - 1; i >= 0; i--) open.Push((element.ChildNodes[i], at.Depth + (isWritten ? 1 : 0), false));
        }

        return (markup.ToString(), steps);
    }

    private static void Begin(StringBuilder markup, IElement element)
    {
        markup.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes)
            if (Telling.Contains(attribute.LocalName) && attribute.Value.Length <= MaxAttributeChars)
                markup.Append(' ').Append(attribute.LocalName).Append("=\"").Append(WebUtility.HtmlEncode(attribute.Value)).Append('"');
        markup.Append('>');
    }

    // A box that says nothing, around another one alone.
    private static bool IsWrapper(IElement element) =>
        element.LocalName == "div" && element.Attributes.Length == 0 && element.ChildElementCount == 1
        && element.FirstElementChild!.LocalName == "div"
        && element.ChildNodes.All(child => child is IElement || child is IText blank && string.IsNullOrWhiteSpace(blank.Data));
}
