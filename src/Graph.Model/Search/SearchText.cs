using System.Text;
using Graph.Model.Stores;
using Graph.Model.Text;

namespace Graph.Model.Search;

/// <summary>
/// What somebody types into a search: words, <c>"words together"</c>, <c>-words</c> to leave out. No text is at fault: a quotation mark
/// that is not closed and every other sign just part words.
/// </summary>
public sealed class SearchText
{
    /// <summary>
    /// Words searched for at once. Each is looked for in every kind of field, under all its keys; Neo4j's index takes 1,024 conditions.
    /// </summary>
    public const int MaxWords = 24;

    private SearchText(IReadOnlyList<SearchTerm> terms) => Terms = terms;

    /// <summary>Whether there is nothing to search for: no word, or left-out ones only.</summary>
    public bool IsEmpty => !Wanted.Any();

    /// <summary>What is searched for and left out, in the order typed.</summary>
    internal IReadOnlyList<SearchTerm> Terms { get; }

    /// <summary>What is searched for.</summary>
    internal IEnumerable<SearchTerm> Wanted => Terms.Where(term => !term.IsExcluded);

    /// <summary>Reads what was typed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="prefix">The last word need only be the beginning of one, unless it is quoted, left out, or a sign that is a word.</param>
    /// <exception cref="QueryRefusedException">It holds more words than are searched for at once.</exception>
    public static SearchText Of(string text, bool prefix)
    {
        var terms = new List<SearchTerm>();
        var (words, at, lastIsQuoted) = (0, 0, false);
        while (at < text.Length)
        {
            var (from, isExcluded) = (at, IsMinus(text, at));
            if (isExcluded) from++;
            var isQuoted = from < text.Length && IsQuote(text[from]) && EndOfQuote(text, from + 1) > 0;
            var end = isQuoted ? EndOfQuote(text, from + 1) : EndOfPlain(text, from);
            var inner = isQuoted ? text.AsSpan(from + 1, end - from - 1) : text.AsSpan(from, end - from);
            var added = Add(terms, inner, isExcluded, isQuoted);
            if (added > 0) lastIsQuoted = isQuoted;
            words += added;
            if (words > MaxWords) throw new QueryRefusedException(SearchMessages.TooManyWords(WordBreaks.Of(text).Count, MaxWords));
            at = isQuoted ? end + 1 : Math.Max(end, from + (isExcluded ? 0 : 1));
        }

        if (prefix && terms is [.., { IsExcluded: false, AreSigns: false } last] && !lastIsQuoted) terms[^1] = last with { IsPrefix = true };
        return new(terms);
    }

    private static int Add(List<SearchTerm> terms, ReadOnlySpan<char> text, bool isExcluded, bool isQuoted)
    {
        var places = WordBreaks.Of(text);
        for (var i = 0; i < places.Count;)
        {
            var next = i + 1;
            while (next < places.Count && (isQuoted || SearchTokens.AreJoined(places[next - 1], places[next]))) next++;
            var words = new List<WordForms>();
            for (var word = i; word < next; word++) words.Add(WordForms.Of(text[places[word].Start..places[word].End]));
            terms.Add(new(words, isExcluded, AreSigns: !isQuoted && places[i].IsSign));
            i = next;
        }

        return places.Count;
    }

    // A minus begins a word; within one, as in al-Assad, it parts two.
    private static bool IsMinus(string text, int at)
    {
        if (text[at] != '-' || (at > 0 && !char.IsWhiteSpace(text[at - 1]) && !IsQuote(text[at - 1])) || at + 1 == text.Length) return false;
        if (IsQuote(text[at + 1])) return EndOfQuote(text, at + 2) > 0;
        Rune.DecodeFromUtf16(text.AsSpan(at + 1), out var next, out _);
        return Rune.IsLetterOrDigit(next);
    }

    private static bool IsQuote(char sign) => sign is '"' or '“' or '”' or '„' or '«' or '»';

    private static int EndOfQuote(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
            if (IsQuote(text[at])) return at;
        return -1;
    }

    // To the next space, or a quotation that closes.
    private static int EndOfPlain(string text, int from)
    {
        var at = from;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && !(IsQuote(text[at]) && EndOfQuote(text, at + 1) > 0)) at++;
        return at;
    }
}
