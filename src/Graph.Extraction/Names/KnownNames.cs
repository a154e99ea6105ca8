using Graph.Extraction.Text;

namespace Graph.Extraction.Names;

/// <summary>Somebody who is known by name before a text is read.</summary>
/// <param name="Name">The usual name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">The state of a body by its usual name, a state's own, or null.</param>
/// <param name="Id">Its id in a graph, or null.</param>
/// <param name="Iso3">A state's code, or null.</param>
internal sealed record KnownName(string Name, NameKind Kind, string? State, string? Id = null, string? Iso3 = null);

/// <summary>An entry of the gazetteer: a name, and whether it only says whose something is.</summary>
/// <param name="Of">Who is named.</param>
/// <param name="IsDemonym">Whether it is an adjective, such as <c>Thai</c>.</param>
internal sealed record NameEntry(KnownName Of, bool IsDemonym);

/// <summary>The gazetteer: states, bodies, groups and outlets from tables, and actors of a graph.</summary>
internal sealed class KnownNames
{
    private static readonly Lazy<KnownNames> Tables = new(() => new(LoadTables()));

    // By first word in lower case: the names that begin with it, longest first, as words.
    private readonly Dictionary<string, List<(string[] Words, NameEntry Entry)>> byFirst = [];

    private KnownNames(IEnumerable<(string Name, NameEntry Entry)> names)
    {
        foreach (var (name, entry) in names) Add(name, entry);
        foreach (var first in byFirst.Keys.ToList()) byFirst[first] = [.. byFirst[first].OrderByDescending(name => name.Words.Length)];
    }

    /// <summary>Who held which office when.</summary>
    public Offices Offices { get; private init; } = new([]);

    /// <summary>The tables alone.</summary>
    public static KnownNames Shipped => Tables.Value;

    /// <summary>The tables, and before them the actors of a graph.</summary>
    /// <param name="actors">Names and other names of actors, with whom they name.</param>
    /// <param name="offices">The offices that they held.</param>
    public static KnownNames With(IEnumerable<(string Name, KnownName Actor)> actors, IEnumerable<KnownOffice> offices) =>
        new([.. actors.Select(actor => (actor.Name, new NameEntry(actor.Actor, false))), .. LoadTables()]) { Offices = new(offices) };

    /// <summary>The longest name that begins at a token, and after how many tokens it ends; null where none begins.</summary>
    public (NameEntry Entry, int Length)? At(Token[] tokens, int at)
    {
        if (!byFirst.TryGetValue(tokens[at].Lower, out var candidates)) return null;
        foreach (var (words, entry) in candidates)
        {
            if (at + words.Length > tokens.Length) continue;
            var i = 1;
            while (i < words.Length && tokens[at + i].Lower == words[i]) i++;
            if (i == words.Length && IsWritten(tokens, at, words.Length)) return (entry, words.Length);
        }

        return null;
    }

    /// <summary>Who bears exactly this name, or null.</summary>
    public NameEntry? Find(string name)
    {
        var tokens = Tokenizer.Cut(name, 0, name.Length).ToArray();
        return tokens.Length > 0 && At(tokens, 0) is { } found && found.Length == tokens.Length ? found.Entry : null;
    }

    // Names are capitalised; US is one and us is none.
    private static bool IsWritten(Token[] tokens, int at, int length) =>
        length == 1 && tokens[at].Word is { } word && word.Is(WordClass.Pronoun | WordClass.Auxiliary)
            ? tokens[at].IsAcronym
            : Enumerable.Range(at, length).Any(i => tokens[i].IsWritten || tokens[i].IsNumber);

    private void Add(string name, NameEntry entry)
    {
        string[] words = [.. Tokenizer.Cut(name, 0, name.Length).Select(token => token.Lower)];
        if (words is ["the", .. var rest] && rest.Length > 0) words = rest;
        if (words.Length == 0) return;
        if (!byFirst.TryGetValue(words[0], out var list)) byFirst.Add(words[0], list = []);
        if (!list.Exists(other => other.Words.SequenceEqual(words)
            && (!entry.IsDemonym || other.Entry.IsDemonym || other.Entry.Of.Name == entry.Of.Name)))
            list.Add((words, entry));
    }

    private static IEnumerable<(string Name, NameEntry Entry)> LoadTables()
    {
        Dictionary<string, string> states = [];
        foreach (var line in Resources.Lines("states.tsv"))
        {
            var cells = line.Split('\t');
            var state = new KnownName(cells[1], NameKind.State, cells[1], null, cells[0].Length > 0 ? cells[0] : null);
            if (cells[0].Length > 0) states.Add(cells[0], cells[1]);
            yield return (cells[1], new(state, false));
            foreach (var name in Cells(cells[2])) yield return (name, new(state, false));
            foreach (var name in Cells(cells[4])) yield return (name, new(state, false));
            foreach (var name in Cells(cells[3])) yield return (name, new(state, true));
            foreach (var name in Cells(cells[3]).Where(name => name[^1] is 'n' or 'i' or 'b' or 'k')) yield return (name + "s", new(state, true));
        }

        foreach (var line in Resources.Lines("bodies.tsv"))
        {
            var cells = line.Split('\t');
            var body = new KnownName(cells[1], KindOf(cells[0]), cells.Length > 3 && cells[3].Length > 0 ? states[cells[3]] : null);
            yield return (cells[1], new(body, false));
            foreach (var name in Cells(cells.Length > 2 ? cells[2] : "")) yield return (name, new(body, false));
        }
    }

    private static IEnumerable<string> Cells(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static NameKind KindOf(string label) => label switch
    {
        "ALLIANCE" => NameKind.Alliance,
        "GOVERNMENT_BODY" => NameKind.GovernmentBody,
        "MEDIA" => NameKind.Media,
        "PARTY" => NameKind.Party,
        "COMPANY" => NameKind.Company,
        "GROUP" => NameKind.Group,
        _ => NameKind.Other,
    };
}
