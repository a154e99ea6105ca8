using System.Diagnostics;
using System.Text;
using Graph.Extraction.Drafts;

namespace Graph.Extraction.Tests;

/// <summary>Web pages as they are saved: what is the article, and what they say of themselves.</summary>
public sealed class Pages
{
    private const string Body = "<p>Iran accused Israel of sabotaging a power plant near the city of Isfahan, its news agency reported on Monday, and demanded an inquiry.</p>"
        + "<p>The plant, which stands in the desert, was built by a company from abroad that has left the country since, after years of trouble and debt.</p>"
        + "<p>Israel denied the accusation. Its foreign ministry said that it had nothing to do with the fire, and that it knew nothing of the plant at all.</p>";

    [Fact]
    public void SayWhatTheyAre()
    {
        var article = Read(
            """
            <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>x | The Daily</title>
            <meta property="og:title" content="Iran &amp; Israel"><meta property="og:site_name" content="The Daily">
            <link rel="canonical" href="https://example.org/a"><script type="application/ld+json">
            {"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Iran and Israel","datePublished":"2025-06-02T08:00:00Z","author":[{"name":"Ana Ilić"}],"publisher":{"name":"The Daily Example"}}]}
            </script></head><body><nav><a href="/">Home</a> <a href="/x">N. Korea slams S. Korea</a></nav><article><h1>Iran and Israel</h1>
            """ + Body + Body + "</article><footer>© 2025</footer></body></html>");
        Assert.Equal("Iran and Israel", article.Title);
        Assert.Equal("The Daily Example", article.Publisher);
        Assert.Equal("Ana Ilić", article.Author);
        Assert.Equal(new DateOnly(2025, 6, 2), article.Published);
        Assert.Equal("en", article.Language);
        Assert.Equal("https://example.org/a", article.Url);
        Assert.Contains("Iran accused Israel", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("slams", article.Text, StringComparison.Ordinal);
        Assert.Contains("\n\n", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AreOverriddenByWhatIsSaid() => Assert.Equal("B", new Article("") { Title = "A", Publisher = "P" }.With(new Article("") { Title = "B" }).Title);

    [Theory]
    [InlineData("<html><body><div><p>Iran accused Israel of sabotage.<p>Unclosed <b>tags <i>everywhere</b>")]
    [InlineData("<html><body><table><tr><td><p>Iran accused Israel of sabotage.</table></body><body></html></html><script>if (a < b")]
    [InlineData("<!DOCTYPE html><!-- not closed <html><p>x --><p>Iran accused Israel of sabotage.</p><a href='")]
    [InlineData("<html><script type='application/ld+json'>{ broken</script><p>Iran accused Israel of sabotage.")]
    [InlineData("<html><head><meta property='og:url' content='javascript:alert(1)'><meta name=date content='not a day'></head><p>Iran accused Israel of sabotage.")]
    public void WithBrokenMarkupAreRead(string page)
    {
        var article = Read(page);
        Assert.Contains("Iran accused Israel", article.Text, StringComparison.Ordinal);
        Assert.Null(article.Url);
        Assert.Null(article.Published);
    }

    [Fact]
    public void ThatShowOnlyTheirBeginningAreToldOf() =>
        Assert.Contains(Read("<html><body><p>Iran accused Israel of…</p><p>Subscribe to read on.</p></body></html>").Notes, note => note.Contains("very little text", StringComparison.Ordinal));

    [Fact]
    public void InAnotherEncodingAreReadByIt()
    {
        var article = ArticleReader.Read(Encoding.Latin1.GetBytes("<html><head><meta charset=\"iso-8859-1\"></head><body><p>José Pérez accused Israel.</p></body></html>"), "a.html");
        Assert.Contains("José Pérez", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void OfMegabytesAndOfAnyDepthAreRead()
    {
        var whole = Read("<html><body><article>" + string.Concat(Enumerable.Repeat(Body, 1024 * 1024 / Body.Length)) + "</article></body></html>");
        Assert.True(whole.Text.Length > 800_000);
        var deep = Read("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 20_000)) + "<p>Iran accused Israel of sabotage.</p>");
        Assert.Contains("Iran accused Israel", deep.Text, StringComparison.Ordinal);
        Assert.Contains(deep.Notes, note => note.Contains("nested too deep", StringComparison.Ordinal));
    }

    [Fact]
    public void OfFiveMegabytesInWhichAnArticleIsHiddenAreReadInTime()
    {
        var cards = string.Concat(Enumerable.Range(0, 8_000)
            .Select(i => $"<div class='card'><a href='/s/{i}'><img src='data:image/png;base64,{new string('A', 200)}'><span>Headline number {i}</span></a></div>"));
        var page = "<html><body><script>var x='" + new string('a', 2_500_000) + "';</script>" + string.Concat(Enumerable.Repeat("<div>", 300)) + cards
            + string.Concat(Enumerable.Repeat("</div>", 300)) + "<article>" + Body + Body + "</article></body></html>";
        var watch = Stopwatch.StartNew();
        var article = Read(page);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{page.Length} characters took {watch.Elapsed}.");
        Assert.Contains("Iran accused Israel", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Headline number", article.Text, StringComparison.Ordinal);
        Assert.Contains(article.Notes, note => note == "page.html is too large a page to find the article in it; its paragraphs are read instead.");
    }

    [Fact]
    public void WhatIsNoTextIsRefusedInASentence()
    {
        Assert.Equal("a.pdf is neither UTF-8 text nor a web page. Save it as text in UTF-8, or as HTML.", Assert.Throws<InvalidDataException>(() => ArticleReader.Read([0x25, 0xFF, 0xFE, 0x00], "a.pdf")).Message);
        Assert.Throws<InvalidDataException>(() => ArticleReader.Read(new byte[5], "zeros.txt"));
        Assert.Equal("", ArticleReader.Read([], "empty.txt").Text);
        Assert.Equal("", ArticleReader.Read([], "empty.html").Text);
    }

    private static Article Read(string page) => ArticleReader.Read(Encoding.UTF8.GetBytes(page), "page.html");
}
