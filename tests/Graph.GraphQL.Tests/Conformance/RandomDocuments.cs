using System.Text;
using Graph.GraphQL.Language;
using Graph.Tests;

namespace Graph.GraphQL.Tests.Conformance;

/// <summary>
/// Documents whose bytes were damaged at random, the same on every run: each is read, or refused with one error that points
/// into it.
/// </summary>
public sealed class RandomDocuments
{
    private const int DamagedDocuments = 20_000;

    private static readonly string[] Documents = [.. KeptCases.Documents.Where(text => text.Length < 4000)];

    [Fact]
    public void DamagedBytesNeverBringTheParserDown()
    {
        var random = new Random(1);
        for (var count = 0; count < DamagedDocuments; count++)
        {
            var bytes = Encoding.UTF8.GetBytes(Documents[random.Next(Documents.Length)]).ToList();
            Damage.Do(random, bytes, () => (byte)random.Next(256));
            ReadsOrRefuses(Encoding.UTF8.GetString([.. bytes]));
        }
    }

    [Fact]
    public void DamagedUTF16UnitsNeverBringTheParserDown()
    {
        const string likely = "\"\\{}()[]!$&|:=@#.,-+eE019un\n\r\t \uFEFF\uD83D\uDE00\uDE00\u0000\u007f";
        var random = new Random(2);
        for (var count = 0; count < DamagedDocuments; count++)
        {
            var units = Documents[random.Next(Documents.Length)].ToList();
            Damage.Do(random, units, () => random.Next(4) == 0 ? (char)random.Next(char.MaxValue + 1) : likely[random.Next(likely.Length)]);
            ReadsOrRefuses(new([.. units]));
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{a(b:")]
    [InlineData("{a(b:[")]
    [InlineData("query(")]
    [InlineData("query($a:[")]
    [InlineData("{a(b:{c:")]
    [InlineData("{...{")]
    [InlineData("\"\"\"")]
    [InlineData("\\")]
    [InlineData("#\n")]
    [InlineData("type A{a(b:Int=[")]
    public void OneTextRepeatedAHundredThousandTimesIsRefusedAndNotAStackOverflow(string part) =>
        ReadsOrRefuses(new StringBuilder().Insert(0, part, 100_000).ToString());

    private static void ReadsOrRefuses(string text)
    {
        if (Parser.TryParseDocument(text, null, out var document, out var error))
        {
            // A type without a body before a short query reads as one definition: only documents of one kind can be printed and read again.
            if (document.Definitions.Select(definition => definition is OperationDefinitionNode or FragmentDefinitionNode).Distinct().Count() > 1)
                return;
            var printed = Printer.Print(document);
            Assert.Equal(printed, Printer.Print(Parser.ParseDocument(printed)));
            return;
        }
        Assert.StartsWith("Syntax Error: ", error.Message);
        var place = Assert.Single(error.Locations);
        Assert.InRange(place.Line, 1, text.Count(unit => unit is '\n' or '\r') + 1);
        Assert.InRange(place.Column, 1, text.Length + 1);
    }
}
