namespace Graph.Import.Wikidata;

/// <summary>What is said of items.</summary>
internal static class ItemMessages
{
    public static string NotJson() => "This line is not JSON; each line must be one whole item, as a dump or wbgetentities gives it.";

    public static string NoId() => "The item has no 'id', or is no object.";
}
