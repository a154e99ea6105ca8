using Graph.GraphQL.Language;

namespace Graph.GraphQL.Tests.Language;

/// <summary>What the tests of the language say about documents.</summary>
internal static class Syntax
{
    public static void Fails(string text, string message, int line, int column, ParserOptions? options = null)
    {
        var fault = Assert.Throws<GraphQLSyntaxException>(() => Parser.ParseDocument(text, options));
        Assert.Equal($"{message} ({line}:{column})", fault.Error.ToString());
    }

    public static void Prints(string text, string expected)
    {
        var printed = Printer.Print(Parser.ParseDocument(text));
        Assert.Equal(expected, printed);
        Assert.Equal(expected, Printer.Print(Parser.ParseDocument(printed)));
    }

    public static void PrintsItself(string text) => Prints(text, text);
}
