using Graph.Extraction.Names;
using Graph.Extraction.Text;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Rules;

/// <summary>Phrases → those whom they name.</summary>
internal sealed class Parties(Clause clause, Discourse discourse, string text)
{
    private readonly Token[] tokens = clause.Tokens;

    /// <summary>Those whom phrases name, taken together.</summary>
    /// <param name="mentions">The phrases.</param>
    /// <param name="isSubject">Whether they are a subject, which tells whom pronouns mean.</param>
    /// <param name="not">Whom pronouns cannot mean.</param>
    public List<Party> Of(IEnumerable<Mention> mentions, bool isSubject, IReadOnlyList<Party>? not = null)
    {
        List<Party> parties = [];
        foreach (var mention in mentions)
            foreach (var party in Of(mention, isSubject, not ?? []))
                if (!parties.Exists(other => other.IsSame(party) && other.Start == party.Start && !other.IsPlural)) parties.Add(party);
        return parties;
    }

    /// <summary>Whom a phrase names: several where it joins demonyms or means a list.</summary>
    public List<Party> Of(Mention mention, bool isSubject, IReadOnlyList<Party> not)
    {
        var surface = Surface(mention);
        if (mention.Kind == MentionKind.Pronoun) return Pronoun(mention, surface, isSubject, not);
        if (Holder(mention, surface) is { } holder) return [holder];
        if (Reference(mention, surface, not) is { } meant) return meant;
        var party = Plain(mention, surface);
        return mention.OtherStates.Count == 0
            ? [party]
            : [.. mention.OtherStates.Prepend(mention.State!).Select(state => OfOne(party, mention, state))];
    }

    /// <summary>
    /// The party of a phrase that may name a deed or a thing: whose it is, who did it; null where it is nobody's.
    /// </summary>
    /// <param name="mention">The phrase.</param>
    /// <param name="not">Whom pronouns cannot mean.</param>
    public List<Party> Responsible(Mention mention, IReadOnlyList<Party> not)
    {
        if (mention.Possessor is { } whose && mention.Head.Is(Deed) && mention.Kind != MentionKind.Name) return Responsible(whose, not);
        if (mention is { Kind: MentionKind.Description, State: null } && mention.Head.Is(Deed) && Doer(mention) is { } agent)
            return Of(agent, false, not);
        if (mention.Kind is MentionKind.Pronoun or MentionKind.Description || mention.Kind == MentionKind.Name && IsParty(mention))
            return Of(mention, false, not);
        if (mention.Possessor is { } possessor) return Responsible(possessor, not);
        if (mention.State is { } state && mention.Head.Is(Deed | WrongThings | Craft) && StateToken(mention, state) is var at && at >= 0)
            return [StateParty(state, at)];
        return mention.Head.Is(Deed | WrongThings) && Doer(mention) is { } doer ? Of(doer, false, not) : [];
    }

    // Who did a deed by the words after it: the bombing of Kyiv by Russia, the policies of Israel.
    private Mention? Doer(Mention deed)
    {
        for (var i = deed.Last; i < deed.Last + 8 && clause.At(i) is { } token; i++)
        {
            if (clause.Covering(i) is null && !token.Is(Preposition) && !token.IsQuote) break;
            if (token.Lower == "by" && clause.Starting(i + 1) is { } doer && IsParty(doer)) return doer;
        }

        // "the policies of Israel" are Israel's; "the arrest of the mayor" is somebody else's.
        return !deed.Head.Is(WrongThings | Suffered) && deed.Of is { } of
            && (of.Known is not null || IsParty(of) && of.Kind == MentionKind.Description)
            ? of
            : null;
    }

    /// <summary>Whether a name may be somebody's who acts.</summary>
    public static bool IsParty(Mention mention) =>
        mention.Kind switch
        {
            MentionKind.Thing => false,
            MentionKind.Name =>
                mention.Names != NameKind.Other || mention.Head.Is(Body | Media | Group) || mention.Head.IsAcronym || !mention.Head.Is(Noun),
            _ => true,
        };

    /// <summary>For whom somebody speaks by title: <c>U.S. Secretary of State</c>, <c>a spokesman for the coast guard</c>.</summary>
    public Party? OnBehalfOf(Mention mention)
    {
        if (Speaks(mention) is { } direct) return direct;
        if (clause.At(mention.Last) is not { Text: "," } || clause.Starting(mention.Last + 1) is not { } apposition) return null;
        return apposition.Role >= 0 ? Speaks(apposition) : null;
    }

    /// <summary>The name of a phrase with its title and article, and what follows "of" where that is part of who it is.</summary>
    public (int First, int Last) Span(Mention mention)
    {
        var first = mention.First;
        var last = mention.Last;
        if (mention.Of is { } of && mention.Head.Is(Role | Government | Body | Group) && !mention.Head.IsPossessive
            && mention.Kind == MentionKind.Description)
            last = Span(of).Last;
        else if (mention.Kind == MentionKind.Description && mention.Head.Is(SpeaksFor) && clause.Lower(last) == "for"
            && clause.Starting(last + 1) is { } office && IsParty(office))
            last = Span(office).Last;
        // A quotation mark that opens or closes within the phrase has its other one beside it.
        if (tokens[first..last].Count(token => token.IsQuote) % 2 == 1)
        {
            if (clause.At(last) is { IsQuote: true }) last++;
            else if (clause.At(first - 1) is { IsQuote: true }) first--;
        }

        return (first, last);
    }

    private string Surface(Mention mention)
    {
        var (first, last) = Span(mention);
        return clause.Text(text, first, last);
    }

    private Party Plain(Mention mention, string surface)
    {
        var (first, last) = Span(mention);
        var (start, end) = (tokens[first].Start, tokens[last - 1].End);
        if (mention.Known is { } known)
            return new(surface, start, end, known.Name, known.Kind) { Known = known, State = known.State ?? mention.State };
        var state = mention.State ?? mention.Of?.Known?.State ?? mention.Of?.State;
        if (mention.Names == NameKind.State || mention.Head.Is(Government) && state is not null && mention.Kind == MentionKind.Description)
            return state is null
                ? new(surface, start, end, surface, NameKind.Unknown)
                : new(surface, start, end, state, NameKind.State) { State = state };
        if (!mention.HasName)
        {
            var described = state is null || mention.Possessor is not null ? surface : StripArticle(mention);
            return new(surface, start, end, described, mention.Names) { State = state, IsPlural = mention.IsPlural, IsDescribed = true };
        }

        var bare = clause.Text(text, mention.Bare.First, mention.Bare.Last);
        // Thailand's Ministry of Foreign Affairs: without its state the name is that of many.
        if (mention.Possessor?.Known is { Kind: NameKind.State }
            && tokens[mention.Bare.First..mention.Bare.Last].All(token => token.Word is not null))
            bare = StripArticle(mention);
        if (discourse.ByShortForm(bare) is { } meant) return meant with { Surface = surface, Start = start, End = end };
        var name = mention.Bare.Last - mention.Bare.First == 1 || tokens[mention.Bare.First].Is(Particle) ? discourse.FullName(bare) : bare;
        var kind = mention.Names == NameKind.Unknown && name != bare ? NameKind.Person : mention.Names;
        if (mention.Kind == MentionKind.Description) name = StripArticle(mention);
        return new(surface, start, end, name, kind) { State = mention.State, IsPlural = mention.IsPlural };
    }

    // Colombian and Chilean leaders: Colombian leaders, Chilean leaders.
    private Party OfOne(Party party, Mention mention, string state)
    {
        var demonym = StateToken(mention, state) is >= 0 and var at ? StateParty(state, at).Surface : state;
        return party with { State = state, Name = party.Kind == NameKind.State ? state : $"{demonym} {mention.Head.Text}" };
    }

    private string StripArticle(Mention mention)
    {
        var first = mention.First;
        while (first < mention.Last - 1 && tokens[first].Is(Determiner)) first++;
        return clause.Text(text, first, mention.Last);
    }

    private List<Party> Pronoun(Mention mention, string surface, bool isSubject, IReadOnlyList<Party> not)
    {
        var (start, end) = (tokens[mention.First].Start, tokens[mention.Last - 1].End);
        var meant = mention.Head.Lower is "we" or "us" or "our" or "i" or "me" or "my"
            ? discourse.LastSpeaker is { } speaker ? [speaker] : []
            : discourse.Meant(mention.Head.Lower, clause.Sentence.Index, mention.First, isSubject, mention.Head.Quoted, not);
        return meant.Count == 0
            ? [new(surface, start, end, surface, NameKind.Unknown) { IsUnresolved = true, IsReference = true }]
            : meant.ConvertAll(party => party with { Surface = surface, Start = start, End = end, IsReference = true });
    }

    // "The foreign minister of Russia": who held that office on the day of the text, as the graph has it.
    private Party? Holder(Mention mention, string surface)
    {
        if (discourse.Day is not { } day || mention is not { Kind: MentionKind.Description, Role: >= 0, HasName: false, IsPlural: false })
            return null;
        var (first, last) = Span(mention);
        if (tokens[first].Lower is "a" or "an" || tokens[first..last].Any(token => token.Is(Former))) return null;
        // "Minister of foreign affairs of Russia": what the office is about is part of its title.
        var portfolio = mention.Of is { Known: null, State: null } about ? about : null;
        var begin = mention.PossessorLast > 0 ? mention.PossessorLast + 1 : first;
        var title = Enumerable.Range(begin, (portfolio ?? mention).Last - begin)
            .Where(i => KnownNames.Shipped.At(tokens, i) is not { Entry.Of.Kind: NameKind.State }).Select(i => tokens[i]);
        var body = portfolio is null ? mention.Of : portfolio.Of;
        body ??= clause.Lower(mention.Last) == "for" ? clause.Starting(mention.Last + 1) : mention.Possessor;
        var of = body is null ? mention.State : body.Known?.Name ?? body.State;
        if (of is null || discourse.Offices.Holder(of, title, day) is not { } holder) return null;
        return new(surface, tokens[first].Start, tokens[last - 1].End, holder.Name, holder.Kind)
        {
            Known = holder,
            State = mention.State ?? body?.State,
            IsReference = true,
        };
    }

    // Descriptions that stand for somebody named before: the paper, both sides, its neighbour.
    private List<Party>? Reference(Mention mention, string surface, IReadOnlyList<Party> not)
    {
        if (mention.HasName || mention.Known is not null || mention.Kind != MentionKind.Description) return null;
        var (start, end) = (tokens[mention.First].Start, tokens[mention.Last - 1].End);
        var (sentence, word) = (clause.Sentence.Index, mention.Head.Lower);
        if (word == "side" && tokens[mention.First].Lower is "each" or "either") word = "sides";
        // Both governments, the two countries; but not "European governments".
        var isBare = word == "sides" || tokens[mention.First..(mention.Last - 1)].All(token => token.Is(Determiner | Possessive));
        if (isBare && word is "sides" or "neighbours" or "neighbors" or "countries" or "governments" or "nations" or "states"
            && mention.State is null && mention.Of is null)
        {
            if (discourse.Pair(sentence) is { } pair && pair.One != pair.Other) return [As(pair.One), As(pair.Other)];
            return [new(surface, start, end, surface, NameKind.Unknown) { IsUnresolved = true, IsPlural = true }];
        }

        // Both companies, the two men: who were named together.
        if (mention.IsPlural && mention.State is null && mention.Of is null && discourse.LastTwo(sentence) is { } two
            && (tokens[mention.First].Lower == "both" || tokens[mention.First].Lower == "the" && clause.Lower(mention.First + 1) == "two"))
            return [As(two.One), As(two.Other)];
        if (word is "neighbour" or "neighbor" or "counterpart" or "rival" && mention.State is null && not.Count > 0)
            return discourse.OtherThan(not[0], sentence) is { } other ? [As(other)] : null;
        if (mention.State is not null || mention.Of is not null || !tokens[mention.First].Is(Determiner | Possessive)
            || tokens[mention.First].Lower is "a" or "an")
            return null;
        if (mention.IsPlural && mention.Head.Is(Group)) return null;
        var found = discourse.DescribedAs(entry => IsSuch(entry, mention.Head), sentence, mention.First);
        return found is null || not.Any(found.IsSame) ? null : [As(found)];

        Party As(Party party) => party with { Surface = surface, Start = start, End = end, IsReference = true };
    }

    private static bool IsSuch(DiscourseEntry entry, Token head)
    {
        if (entry.Words.Contains(head.Lower)) return !entry.Party.IsPlural;
        if (head.Lower is "broadcaster" or "paper" or "newspaper" or "outlet" or "channel" or "network" or "corporation")
            return entry.Party.Kind == NameKind.Media;
        return head.Lower is "company" or "firm" && entry.Party.Kind == NameKind.Company;
    }

    private Party? Speaks(Mention mention)
    {
        if (mention.Role < 0) return null;
        var words = tokens[mention.First..(mention.HasName && mention.Kind == MentionKind.Name ? mention.Bare.First : mention.Last)];
        if (!words.Any(word => word.Is(SpeaksFor)) || words.Any(word => word.Is(Former))) return null;
        if (mention.State is { } state && StateToken(mention, state) is var at && at >= 0) return StateParty(state, at);
        if (mention.Possessor is { Kind: not MentionKind.Pronoun } possessor) return Plain(possessor, Surface(possessor));
        if (clause.Lower(mention.Last) is "of" or "for" && clause.Starting(mention.Last + 1) is { } office && IsParty(office)
            && office.Kind != MentionKind.Pronoun)
            return Plain(office, Surface(office));
        return null;
    }

    /// <summary>The state whose demonym or name stands in a phrase.</summary>
    public Party OfState(Mention mention, string state) =>
        StateToken(mention, state) is >= 0 and var at
            ? StateParty(state, at)
            : new(Surface(mention), tokens[mention.First].Start, tokens[mention.Last - 1].End, state, NameKind.State) { State = state };

    private int StateToken(Mention mention, string state)
    {
        for (var i = mention.First; i < mention.Last; i++)
            if (tokens[i].IsWritten && KnownNames.Shipped.At(tokens, i) is { } found && found.Entry.Of.State == state) return i;
        return -1;
    }

    private Party StateParty(string state, int at)
    {
        var length = KnownNames.Shipped.At(tokens, at)?.Length ?? 1;
        return new(clause.Text(text, at, at + length), tokens[at].Start, tokens[at + length - 1].End, state, NameKind.State) { State = state };
    }
}
