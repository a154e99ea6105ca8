using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Graph.Server.Neo4jBrowser;

/// <summary>
/// A guide written in AsciiDoc as the slides that Neo4j Browser plays: it knows HTML with its own <c>slide</c> elements, and no
/// AsciiDoc. Of AsciiDoc this reads what the guide is written in: a title with attributes, sections (a slide each), paragraphs,
/// lists, listings (statements to click on), bold, italic and monospaced words.
/// </summary>
internal static partial class GuideSlides
{
    private const string Listing = "----";

    /// <summary>The guide is read once, at start; a pattern that takes a second is wrong.</summary>
    private const int PatienceMs = 1000;

    public static string FromAsciiDoc(string document)
    {
        var html = new StringBuilder();
        var paragraph = new List<string>();
        var (inListing, inList, slides) = (false, false, 0);
        foreach (var line in document.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line == Listing)
            {
                EndParagraph();
                html.Append(inListing ? "</pre>\n" : "<pre class=\"code runnable\">");
                inListing = !inListing;
            }
            else if (inListing)
            {
                html.Append(WebUtility.HtmlEncode(line)).Append('\n');
            }
            else if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                html.Append($"<title>{WebUtility.HtmlEncode(line[2..])}</title>\n");
            }
            else if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                EndParagraph();
                if (slides++ > 0) html.Append("</slide>\n");
                html.Append($"<slide>\n<h3>{Words(line[3..])}</h3>\n");
            }
            else if (line.Length == 0)
            {
                EndParagraph();
            }
            else if (!Attribute().IsMatch(line))
            {
                if (line.StartsWith("* ", StringComparison.Ordinal)) StartItem();
                paragraph.Add(line.StartsWith("* ", StringComparison.Ordinal) ? line[2..] : line);
            }
        }

        EndParagraph();
        return html.Append("</slide>\n").ToString();

        void StartItem()
        {
            if (inList) html.Append($"<li>{Words(string.Join(' ', paragraph))}</li>\n");
            else html.Append("<ul>\n");
            inList = true;
            paragraph.Clear();
        }

        void EndParagraph()
        {
            if (paragraph.Count > 0)
                html.Append(inList ? $"<li>{Words(string.Join(' ', paragraph))}</li>\n</ul>\n" : $"<p>{Words(string.Join(' ', paragraph))}</p>\n");
            inList = false;
            paragraph.Clear();
        }
    }

    private static string Words(string text) =>
        Emphasis().Replace(WebUtility.HtmlEncode(text), mark => mark.Groups["code"] is { Success: true } code ? $"<code>{code}</code>"
            : mark.Groups["bold"] is { Success: true } bold ? $"<b>{bold}</b>"
            : $"<i>{mark.Groups["italic"]}</i>");

    /// <summary>A line that is about the document or the block after it: <c>:author: graph</c>, <c>[source,cypher]</c>.</summary>
    [GeneratedRegex(@"^(:[\w-]+:|\[[\w,]+\]$)", RegexOptions.ExplicitCapture, PatienceMs)]
    private static partial Regex Attribute();

    /// <summary>Marks around whole words only: <c>ON_BEHALF_OF</c> has none.</summary>
    [GeneratedRegex(@"`(?<code>[^`]+)`|(?<!\w)\*(?<bold>[^*]+)\*(?!\w)|(?<!\w)_(?<italic>[^_]+)_(?!\w)", RegexOptions.ExplicitCapture, PatienceMs)]
    private static partial Regex Emphasis();
}
