using System.Globalization;

namespace Graph.Import.Tests.Feeds;

/// <summary>A row of GDELT 2.0, in which only some cells matter to a test; the other sixty are as in any file.</summary>
internal sealed record GdeltRow
{
    public string Id { get; init; } = "1";

    public string Day { get; init; } = "20250601";

    public string Code { get; init; } = "112";

    /// <summary>Code, name, country, known group, type.</summary>
    public (string Code, string Name, string Country, string Group, string Type) One { get; init; } = ("RUS", "RUSSIA", "RUS", "", "");

    public (string Code, string Name, string Country, string Group, string Type) Other { get; init; } = ("UKR", "UKRAINE", "UKR", "", "");

    public string Added { get; init; } = "20250601120000";

    public string Url { get; init; } = "https://www.example.org/a";

    public override string ToString()
    {
        var cells = new string[61];
        Array.Fill(cells, "");
        (cells[0], cells[1], cells[26], cells[59], cells[60]) = (Id, Day, Code, Added, Url);
        Side(cells, 5, One);
        Side(cells, 15, Other);
        return string.Join('\t', cells) + "\n";
    }

    /// <summary>A mention of it.</summary>
    public string Mention(string url, int confidence, string language = "") => string.Join(
        '\t',
        Id,
        Added,
        Added,
        "1",
        "example.net",
        url,
        "1",
        "-1",
        "2",
        "3",
        "1",
        confidence.ToString(CultureInfo.InvariantCulture),
        "100",
        "0",
        language,
        "") + "\n";

    private static void Side(string[] cells, int first, (string Code, string Name, string Country, string Group, string Type) side) =>
        (cells[first], cells[first + 1], cells[first + 2], cells[first + 3], cells[first + 7]) = side;
}
