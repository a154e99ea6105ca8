using Graph.Server.Neo4jBrowser;

namespace Graph.Server.Tests;

public sealed class SlidesOfTheGuide
{
    [Fact]
    public void ASectionIsASlideAndAListingIsAStatementToClickOn() => Assert.Equal(
        """
        <title>Title</title>
        <slide>
        <h3>First</h3>
        <p>Two lines, <b>bold</b>, <i>italic</i>, <code>a-[:ON_BEHALF_OF]-&gt;b</code>, a_b_c.</p>
        <ul>
        <li>one, which goes on</li>
        <li>two</li>
        </ul>
        </slide>
        <slide>
        <h3>Second</h3>
        <pre class="code runnable">RETURN 1 &lt; 2

        LIMIT 1
        </pre>
        <p>End.</p>
        </slide>

        """.ReplaceLineEndings("\n"),
        GuideSlides.FromAsciiDoc(
            """
            = Title
            :author: somebody

            == First

            Two lines,
            *bold*, _italic_, `a-[:ON_BEHALF_OF]->b`, a_b_c.

            * one,
            which goes on
            * two

            == Second

            [source,cypher]
            ----
            RETURN 1 < 2

            LIMIT 1
            ----

            End.
            """));
}
