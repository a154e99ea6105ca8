using System.Globalization;
using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Graph.Extraction.Drafts;

/// <summary>What a page says of itself in JSON-LD, OpenGraph and meta tags; the first that says something counts.</summary>
internal static class PageMetadata
{
    /// <summary>The article of a page without its text.</summary>
    public static Article Of(IHtmlDocument page)
    {
        var linked = LinkedData(page).ToList();
        return new("")
        {
            Title = Clean(First(linked, "headline") ?? Meta(page, "og:title", "twitter:title", "title")
                ?? page.QuerySelector("h1")?.TextContent ?? page.Title),
            Publisher = Clean(First(linked, "publisher") ?? Meta(page, "og:site_name", "publisher", "application-name")),
            Author = Clean(First(linked, "author") ?? NoAddress(Meta(page, "author", "article:author", "byl", "dc.creator"))),
            Published = Day(First(linked, "datePublished")
                ?? Meta(page, "article:published_time", "date", "pubdate", "publishdate", "dc.date", "dc.date.issued", "parsely-pub-date")
                ?? page.QuerySelector("time[datetime]")?.GetAttribute("datetime")),
            Language = Language(page.DocumentElement.GetAttribute("lang") ?? First(linked, "inLanguage") ?? Meta(page, "og:locale", "language")),
            Url = Address(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Meta(page, "og:url") ?? First(linked, "url")),
        };
    }

    private static string? Meta(IHtmlDocument page, params string[] names)
    {
        var all = page.Head?.QuerySelectorAll("meta") ?? page.QuerySelectorAll("meta");
        foreach (var name in names)
            foreach (var meta in all)
                if (name.Equals(meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop"),
                    StringComparison.OrdinalIgnoreCase)
                    && meta.GetAttribute("content") is { } content && !string.IsNullOrWhiteSpace(content))
                    return content;
        return null;
    }

    // The objects of a page's JSON-LD that describe an article; broken JSON is passed over.
    private static IEnumerable<JsonElement> LinkedData(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            JsonElement root;
            try
            {
                root = JsonElement.Parse(script.TextContent);
            }
            catch (JsonException)
            {
                continue;
            }

            var objects = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
            foreach (var one in objects.Where(one => one.ValueKind == JsonValueKind.Object))
            {
                if (one.TryGetProperty("@graph", out var graph) && graph.ValueKind == JsonValueKind.Array)
                    foreach (var inner in graph.EnumerateArray().Where(IsArticle)) yield return inner;
                if (IsArticle(one)) yield return one;
            }
        }
    }

    private static bool IsArticle(JsonElement one) =>
        one.ValueKind == JsonValueKind.Object && one.TryGetProperty("@type", out var type)
        && type.ToString() is var named
        && (named.Contains("Article", StringComparison.Ordinal) || named.Contains("Posting", StringComparison.Ordinal)
            || named.Contains("Report", StringComparison.Ordinal));

    private static string? First(List<JsonElement> objects, string property)
    {
        foreach (var one in objects)
            if (one.TryGetProperty(property, out var value) && Text(value) is { Length: > 0 } text) return text;
        return null;
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object when value.TryGetProperty("name", out var name) => Text(name),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text).Where(text => !string.IsNullOrWhiteSpace(text))),
        _ => null,
    };

    private static string? NoAddress(string? text) => text is not null && text.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? null : text;

    private static string? Clean(string? text) => PlainText.Squeeze(text ?? "") is { Length: > 0 } clean ? clean : null;

    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(
            text.Trim()[..Math.Min(10, text.Trim().Length)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? DateOnly.FromDateTime(moment.DateTime)
                : null;

    private static string? Language(string? text) =>
        text is { Length: >= 2 } && text[..2].All(char.IsAsciiLetter) ? text[..2].ToLowerInvariant() : null;

    private static string? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.ToString() : null;
}
