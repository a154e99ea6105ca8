using Graph.Extraction.Text;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Names;

/// <summary>What a phrase names, as far as its own words show: by the gazetteer, a title, or the noun at its end.</summary>
internal static class MentionShape
{
    /// <summary>The phrase between two tokens, or null where none is left of it.</summary>
    public static Mention? Of(Token[] tokens, (NameEntry Entry, int Length)?[] known, int first, int last)
    {
        while (last > first && !tokens[last - 1].IsWord) last--;
        while (first < last && tokens[first].IsQuote) first++;
        if (first >= last) return null;
        var head = tokens[last - 1];
        var mention = new Mention(first, last) { Head = head };
        if (head.Is(Pronoun) && last - first == 1 && known[first] is null || head.Lower is "other" or "another" && last - first == 2)
        {
            mention.Kind = MentionKind.Pronoun;
            mention.IsPlural = head.Lower is "they" or "them" or "themselves" or "we" or "us" or "other" or "another";
            return mention;
        }

        var begin = Possessor(tokens, known, mention);
        while (begin < last && (tokens[begin].Is(Determiner) && !tokens[begin].IsCapital || tokens[begin].IsQuote)) begin++;
        if (begin >= last) begin = last - 1;
        FindStates(tokens, known, mention, begin);
        // "the paramilitary Rapid Support Forces": what is known of them says more than the adjective.
        var from = begin;
        while (from < last - 1 && known[from] is null && tokens[from] is { IsWord: true, IsCapital: false } word && !word.Is(Role | Title | Former))
            from++;
        if (known[from] is { } whole && from + whole.Length == last && (from == begin || !whole.Entry.IsDemonym))
            Know(mention, whole.Entry, from);
        else Describe(tokens, known, mention, begin);
        return mention;
    }

    // Sets the possessor and gives the index after it.
    private static int Possessor(Token[] tokens, (NameEntry Entry, int Length)?[] known, Mention mention)
    {
        for (var i = mention.Last - 1; i > mention.First; i--)
        {
            if (!tokens[i].IsPossessive || IsOfName(tokens, i, mention.Last)) continue;
            mention.PossessorLast = i;
            mention.Possessor = Of(tokens, known, mention.First, i);
            return i + 1;
        }

        if (!tokens[mention.First].Is(Possessive) || mention.Last - mention.First == 1) return mention.First;
        mention.PossessorLast = mention.First + 1;
        mention.Possessor = new(mention.First, mention.First + 1)
        {
            Head = tokens[mention.First],
            Kind = MentionKind.Pronoun,
            IsPlural = tokens[mention.First].Lower == "their",
        };
        return mention.First + 1;
    }

    // The People's Party, the Workers' Union: the possessive is part of the name.
    private static bool IsOfName(Token[] tokens, int at, int last) =>
        tokens[at - 1].IsCapital && tokens[at - 1].Is(Group | Person) && at + 1 < last && tokens[at + 1].IsCapital;

    private static void FindStates(Token[] tokens, (NameEntry Entry, int Length)?[] known, Mention mention, int begin)
    {
        List<string> states = [];
        for (var i = begin; i < mention.Last; i++)
            if (known[i] is { } name && name.Entry.Of is { State: { } state, Kind: NameKind.State }
                && (i + name.Length < mention.Last || name.Entry.IsDemonym))
                states.Add(state);
        mention.State = states.FirstOrDefault() ?? mention.Possessor?.Known?.State;
        if (states.Count < 2 || states[0] == states[1]) return;
        if (tokens[begin..mention.Last].Any(token => token.Lower == "and")) mention.OtherStates = states[1..];
        // The Greek Cypriot side, Bosnian Serb lawmakers: neither state's.
        else if (known[begin] is { Entry.IsDemonym: true } first && known[begin + first.Length] is { Entry.IsDemonym: true })
            mention.State = mention.Possessor?.Known?.State;
    }

    private static void Know(Mention mention, NameEntry entry, int begin)
    {
        if (entry.IsDemonym && mention.Head.Lower.EndsWith('s') && mention.Head.Lower is not "states")
        {
            // Ukrainians, Filipinos: people of a state.
            (mention.Kind, mention.Names, mention.IsPlural, mention.State) = (MentionKind.Description, NameKind.Group, true, entry.Of.State);
            return;
        }

        (mention.Kind, mention.Names, mention.Known, mention.Bare) = (MentionKind.Name, entry.Of.Kind, entry.Of, (begin, mention.Last));
        mention.State ??= entry.Of.State;
    }

    private static void Describe(Token[] tokens, (NameEntry Entry, int Length)?[] known, Mention mention, int begin)
    {
        var last = mention.Last;
        var head = mention.Head;
        for (var i = begin; i < last; i++)
            if (tokens[i].Is(Role) && (i + 1 < last || !head.IsCapital || mention.Role >= 0 || i == begin)) mention.Role = i;
        var name = NameStart(tokens, known, begin, last);
        if (head.IsCapital && !head.Is(Body | Role | Media) && name < last)
        {
            mention.Kind = MentionKind.Name;
            // Georgian Dream: a single word after a demonym is a name with it, unless an office stands before it.
            var isWhole = last - name == 1 && mention.Role < 0 && name > begin && known[begin] is { Entry.IsDemonym: true };
            mention.Bare = (isWhole ? begin : name, last);
            mention.Names = isWhole ? NameKind.Other : KindOfName(tokens, mention, begin, name, known);
            return;
        }

        if (head.IsCapital && head.Is(Body | Media))
        {
            (mention.Kind, mention.Bare) = (MentionKind.Name, (begin, last));
            mention.Names = head.Is(Government) && mention.State is not null && !HasOwnName(tokens, known, begin, last) ? NameKind.State
                : head.Is(Media) && !head.Is(Body) ? NameKind.Media
                : BodyKind(head, mention);
            return;
        }

        mention.IsPlural = head.Is(Group) || head.Lower.EndsWith('s') && !head.Lower.EndsWith("ss", StringComparison.Ordinal)
            || tokens[mention.First].Lower is "both" or "two";
        mention.Kind = head.Is(Role | Body | Group | Person | Title) || IsSortOfPeople(head) ? MentionKind.Description : MentionKind.Thing;
        mention.Names = head.Is(Group) || IsSortOfPeople(head) ? NameKind.Group
            : head.Is(Government) ? mention.State is null ? NameKind.Other : NameKind.State
            : head.Is(Role | Person | Title) ? mention.IsPlural ? NameKind.Group : NameKind.Person
            : head.Is(Body) ? BodyKind(head, mention)
            : NameKind.Unknown;
        // A party or group by its own name: the Georgian Dream party, the opposition Democrats party.
        var from = begin;
        while (from < last && !(tokens[from].IsCapital && known[from] is not { Entry.Of.Kind: NameKind.State })) from += known[from]?.Length ?? 1;
        if (mention.Kind == MentionKind.Description && from < last - 1) mention.Bare = (from, last);
    }

    // The Kurdistan Regional Government is none of the state that it lies in.
    private static bool HasOwnName(Token[] tokens, (NameEntry Entry, int Length)?[] known, int begin, int last)
    {
        for (var i = begin; i < last; i += known[i]?.Length ?? 1)
            if (known[i] is null && tokens[i] is { IsCapital: true, Word: null }) return true;
        return false;
    }

    private static NameKind BodyKind(Token head, Mention mention) => head.Lower switch
    {
        "party" => NameKind.Party,
        "union" or "alliance" or "bloc" when mention.State is null => NameKind.Alliance,
        "company" or "corporation" or "firm" or "bank" or "airline" or "manufacturer" or "conglomerate" => NameKind.Company,
        "broadcaster" or "newspaper" or "paper" or "channel" or "magazine" => NameKind.Media,
        _ when mention.State is not null => NameKind.GovernmentBody,
        "group" or "movement" or "front" or "militia" => NameKind.Group,
        _ => NameKind.Other,
    };

    // Where the bare name begins: after titles, offices with their portfolio, demonyms, and lower-case words.
    private static int NameStart(Token[] tokens, (NameEntry Entry, int Length)?[] known, int begin, int last)
    {
        var start = begin;
        for (var i = begin; i < last; i++)
        {
            var token = tokens[i];
            if (known[i] is { } name && i + name.Length < last && (name.Entry.IsDemonym || name.Entry.Of.Kind == NameKind.State || start == i))
            {
                if (start != i && !name.Entry.IsDemonym && i > begin && tokens[i - 1].IsCapital && !tokens[i - 1].Is(Role | Title)
                    && tokens[i - 1].Lower != "of")
                    continue;
                start = i + name.Length;
                i = start - 1;
            }
            else if (start < i && (token.IsQuote || token.Is(Particle) && i + 1 < last)) continue;
            // Ministry of External Affairs: the body's name goes on.
            else if (start < i && IsWithinBody(tokens, start, i)) continue;
            else if (!token.IsCapital && !(token.IsWritten && token.Is(Particle)) || token.Is(Title | Role) && i + 1 < last
                || token.Is(Portfolio) && AfterOffice(tokens, begin, i))
            {
                start = i + 1;
            }
        }

        return start;
    }

    private static bool IsWithinBody(Token[] tokens, int start, int at) =>
        Array.FindIndex(tokens, start, at - start, token => token.IsCapital && token.Is(Body)) is >= 0 and var body
        && (tokens[at].Lower is "of" or "for" or "the" or "and"
            || tokens[at].IsCapital && !tokens[at].Is(SpeaksFor) && tokens[body..at].Any(token => token.Lower == "of"));

    private static bool AfterOffice(Token[] tokens, int begin, int at) => tokens[begin..at].Any(token => token.Is(Role));

    private static NameKind KindOfName(Token[] tokens, Mention mention, int begin, int name, (NameEntry Entry, int Length)?[] known)
    {
        if (known[name] is { } entry && name + entry.Length == mention.Last)
        {
            mention.Known = entry.Entry.IsDemonym ? null : entry.Entry.Of;
            return entry.Entry.Of.Kind;
        }

        if (tokens[begin..name].Any(token => token.Is(Role | Title))) return NameKind.Person;
        if (tokens[begin..name].Any(token => token.Is(Media))) return NameKind.Media;
        if (tokens[begin..name].Any(token => token.Is(Body | Group))) return NameKind.Group;
        if (tokens[name..mention.Last].Any(token => token.Is(Body)) && mention.State is not null) return NameKind.GovernmentBody;
        if (tokens[name..mention.Last].Any(token => token.Is(Body | Noun | Group | Media))) return NameKind.Other;
        if (mention.Last - name == 1) return mention.Head.IsAcronym ? NameKind.Other : NameKind.Unknown;
        return tokens[name..mention.Last].All(token => token.IsCapital || token.IsQuote || token.Is(Particle)) && tokens[mention.First].Lower != "the"
            ? NameKind.Person
            : NameKind.Other;
    }

    private static bool IsSortOfPeople(Token head) =>
        head.Word is null && !head.IsCapital && head.Lower.Length > 5
        && (head.Lower.EndsWith("ists", StringComparison.Ordinal) || head.Lower.EndsWith("ers", StringComparison.Ordinal)
            || head.Lower.EndsWith("ors", StringComparison.Ordinal)
            || head.Lower.EndsWith("ians", StringComparison.Ordinal) || head.Lower.EndsWith("ants", StringComparison.Ordinal));
}
