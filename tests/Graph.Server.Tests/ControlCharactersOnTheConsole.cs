using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Graph.Server.Tests;

/// <summary>What a client sends cannot command the terminal of a log, nor look like another entry.</summary>
public sealed class ControlCharactersOnTheConsole
{
    [Theory]
    [InlineData("a\u001B[31m\u0007b", "warn: Graph.GraphQL[4] a\u241B[31m\u2407b")]
    [InlineData("a\r\nfail: Graph.GraphQL[7] b", "warn: Graph.GraphQL[4] a fail: Graph.GraphQL[7] b")]
    [InlineData("a\u2028b\u0085c\u202Ed\u009B", "warn: Graph.GraphQL[4] a b c\\u202Ed\\u009B")]
    public void ControlCharactersAreShown(string message, string line) => Assert.Equal(line, Written(message, null));

    [Fact]
    public void ThoseOfAnExceptionToo() =>
        Assert.Equal(
            "warn: Graph.GraphQL[4] broke System.InvalidOperationException: x\u241By",
            Written("broke", new InvalidOperationException("x\u001By")));

    private static string Written(string message, Exception? fault)
    {
        using var writer = new StringWriter();
        new VisibleConsole().Write(
            new LogEntry<string>(LogLevel.Warning, "Graph.GraphQL", new EventId(4), message, fault, (text, _) => text),
            null,
            writer);
        return writer.ToString().TrimEnd('\n');
    }
}
