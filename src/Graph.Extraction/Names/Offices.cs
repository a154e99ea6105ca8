using Graph.Extraction.Text;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Names;

/// <summary>Who held which office when: whom a text means by <c>the foreign minister of Russia</c>.</summary>
internal sealed class Offices
{
    private readonly Dictionary<(string Of, string Title), List<KnownOffice>> held = [];

    /// <summary>Gathers offices.</summary>
    public Offices(IEnumerable<KnownOffice> offices)
    {
        foreach (var office in offices)
        {
            var tokens = Tokenizer.Cut(office.Title, 0, office.Title.Length).ToArray();
            if (tokens.FirstOrDefault(token => token.IsWord) is { } first) first.BeginsSentence = true;
            var key = (UsualName(office.Of), TitleOf(tokens.Where((_, i) => !IsOf(tokens, i, office.Of))));
            if (held.TryGetValue(key, out var others)) others.Add(office);
            else held.Add(key, [office]);
        }
    }

    /// <summary>Who held an office on a day; null where nobody is known or it cannot be told which of several.</summary>
    /// <param name="of">The state or body whose office it is.</param>
    /// <param name="title">The words of the title.</param>
    /// <param name="day">The day.</param>
    public KnownName? Holder(string of, IEnumerable<Token> title, DateOnly day)
    {
        if (!held.TryGetValue((UsualName(of), TitleOf(title)), out var holders)) return null;
        var then = holders.Where(holder => (holder.Since is not { } since || since <= day) && (holder.Until is not { } until || day < until))
            .DistinctBy(holder => holder.HolderId).ToList();
        return then is [var one] ? new(one.Holder, NameKind.Person, null, one.HolderId) : null;
    }

    // "Minister of Foreign Affairs" and "foreign minister" are one office: the words that tell, in the order of the alphabet.
    private static string TitleOf(IEnumerable<Token> words) => string.Join(
        ' ',
        words.Where(word => word.IsWord && !word.IsPossessive && !word.Is(Determiner | Preposition | Conjunction) && word.Lower != "affairs")
            .Select(word => word.Lower).Distinct().Order(StringComparer.Ordinal));

    // Whether a word of a title only says whose the office is.
    private static bool IsOf(Token[] tokens, int at, string of) =>
        KnownNames.Shipped.At(tokens, at) is { Entry.Of.Kind: NameKind.State }
        || tokens[at].IsCapital && of.Split(' ').Contains(tokens[at].Text, StringComparer.OrdinalIgnoreCase);

    private static string UsualName(string name) => KnownNames.Shipped.Find(name)?.Of.Name ?? name;
}
