namespace Graph.Import.Feeds;

/// <summary>What is said of feeds of any form.</summary>
internal static class FeedMessages
{
    public static string OtherDomain() =>
        "Feeds are about accusations, and the ontology in use has no place for them; use the ontology that ships with the product.";

    public static string LineTooLong(int limit) => $"The line is longer than {limit:N0} bytes, as no row of a feed is.";

    public static string NotUtf8() => "The row is not UTF-8, so that nobody can say what it names; fetch the file anew, or convert it.";

    public static string ControlCharacter(byte character) =>
        $"The row holds the control character U+{character:X4}, which no cell can; the file is damaged.";

    public static string Columns(int found, string expected) =>
        $"The row has {found} {(found == 1 ? "column" : "columns")}, and {expected} are needed: tabs separate them, whatever is in quotation marks.";
}
