namespace Graph.Model.Search;

/// <summary>The sentences in which a search is refused.</summary>
internal static class SearchMessages
{
    public static string TooManyWords(int count, int most) =>
        $"The text of this search has {count:N0} words, and at most {most} are searched for at once: leave the most common ones out.";
}
