using System.Text;
using AngleSharp.Dom;

namespace Graph.Extraction.Drafts;

/// <summary>Markup → text with an empty line between blocks.</summary>
internal static class PlainText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul", "br",
    };

    /// <summary>The text of a part of a page; scripts, styles, captions and forms have none.</summary>
    public static string Of(IElement part)
    {
        var blocks = new List<string>();
        var open = new StringBuilder();
        Walk(part, open, blocks);
        Close(open, blocks);
        return string.Join("\n\n", blocks);
    }

    /// <summary>A text with one space for each run of white space; other spaces than those of markup stay as they are.</summary>
    public static string Squeeze(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        var gap = false;
        foreach (var letter in text)
        {
            if (letter is ' ' or '\n' or '\r' or '\t' or '\f')
            {
                gap = squeezed.Length > 0;
                continue;
            }

            if (gap) squeezed.Append(' ');
            gap = false;
            squeezed.Append(letter);
        }

        return squeezed.ToString();
    }

    private static void Walk(INode node, StringBuilder open, List<string> blocks)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text) open.Append(text.Data);
            if (child is not IElement element
                || element.LocalName is "script" or "style" or "noscript" or "figcaption" or "button" or "form" or "template") continue;
            var isBlock = Blocks.Contains(element.LocalName);
            if (isBlock) Close(open, blocks);
            Walk(element, open, blocks);
            if (isBlock) Close(open, blocks);
        }
    }

    private static void Close(StringBuilder open, List<string> blocks)
    {
        var text = Squeeze(open.ToString());
        if (text.Length > 0) blocks.Add(text);
        open.Clear();
    }
}
