using Graph.Extraction.Names;
using Graph.Extraction.Text;
using static Graph.Extraction.Text.WordClass;

namespace Graph.Extraction.Rules;

/// <summary>Acts that a clause of speech makes: it says of somebody what is wrong on its face, judges them, or calls an accusation untrue.</summary>
internal static class StatementRules
{
    /// <summary>The acts of a verb of saying or calling; empty with a reason where it reports none.</summary>
    public static List<ReportedAct> Apply(Reading reading, int at, Cue cue, ref Guard? refused)
    {
        var clause = reading.Clause;
        var group = VerbGroup.Of(clause, at);
        if (group.IsPassive) return Guards.Refuse(Guard.QuoteAboutPast, ref refused);
        if (Guards.Unreal(clause, group) is { } unreal) return Guards.Refuse(unreal, ref refused);
        var isInverted = !cue.Takes("name") && Inverted(reading, at, group) is not null;
        var subject = cue.Takes("name") ? Plain(reading, at, group) : Subject(reading, at);
        if (subject.Count == 0) return Guards.Refuse(Guard.NoParty, ref refused);
        // He “claimed that …”: the words of the report, whose subject stands outside of the quotation marks.
        if (clause.Tokens[at].Quoted && clause.Tokens[subject[^1].Last - 1].Quoted) return Guards.Refuse(Guard.QuoteAboutPast, ref refused);
        if (!isInverted && Guards.IsPastQuote(reading, at, subject)) return Guards.Refuse(Guard.QuoteAboutPast, ref refused);
        if (cue.Takes("name")) return Called(reading, at, cue, subject, ref refused);
        if (Guards.Nobody(clause, subject) is { } nobody) return Guards.Refuse(nobody, ref refused);
        var (speakers, principals) = reading.Speakers(subject, Around(reading, subject));
        if (speakers.Count == 0) return Guards.Refuse(Guard.NoParty, ref refused);
        reading.Discourse.LastSpeaker = speakers[0];
        foreach (var (from, until, isIntroduced) in Regions(reading, at, group, subject, isInverted, cue))
        {
            if ((Denies(reading, at, cue, from, until, speakers, principals)
                    ?? PlainDenials.Find(reading, at, cue, from, until, speakers, principals)) is { } denial)
                return [denial];
            if (Charges.Clause(reading, from, until, [.. speakers, .. principals], anyDeed: false, Topic(reading, at, speakers)) is not { } charge
                || !isIntroduced && IsOfAnother(clause, from, charge) || IsOfItsOwn(clause, subject, charge)
                || clause.Tokens.Any(token => token.Is(Sport)))
                continue;
            if (charge.Accused.Count == 0 && speakers[0].Kind == NameKind.Media) continue;
            return [Act(reading, at, cue, charge, speakers, principals, Math.Min(until, reading.Objects.MatterEnd(charge.Verb)))];
        }

        return Guards.Refuse(Guard.NoParty, ref refused);
    }

    // "Norway postponed the talks, its minister said": who speaks is of the side that is spoken of.
    private static bool IsOfItsOwn(Clause clause, List<Mention> subject, Charge charge) =>
        clause.Lower(subject[0].First) is "its" or "their" or "his" or "her" && charge.Subject < subject[0].First;

    // "Putin, he adds, is lying": he who adds it is not the one around whom it is inserted.
    private static List<Party>? Around(Reading reading, List<Mention> subject) =>
        subject is [{ Kind: MentionKind.Pronoun } pronoun] && reading.Clause.At(pronoun.First - 1) is { Text: "," }
        && reading.Clause.Ending(pronoun.First - 1) is { Kind: MentionKind.Name } name
            ? reading.Parties.Of(name, true, [])
            : null;

    // "said of Mr. Trump": whom the pronouns of what is said mean.
    private static Party? Topic(Reading reading, int at, List<Party> speakers)
    {
        var clause = reading.Clause;
        var of = Enumerable.Range(at + 1, 8).FirstOrDefault(i => clause.Lower(i) == "of" && clause.Covering(i) is null, -1);
        if (of < 0 || clause.Tokens[of].Quoted || of > at + 1 && clause.Ending(of) is not { Kind: MentionKind.Name }) return null;
        return clause.Starting(of + 1) is { } topic && Parties.IsParty(topic) && !clause.Tokens[of + 1].IsQuote
            ? reading.Parties.Of(topic, false, speakers).FirstOrDefault()
            : null;
    }

    /// <summary>Who says what a verb of saying reports: before it, or after it where the words that are said stand before.</summary>
    public static List<Mention> Subject(Reading reading, int at)
    {
        var group = VerbGroup.Of(reading.Clause, at);
        return Inverted(reading, at, group) is { } inverted ? Joined(reading.Clause, inverted) : Plain(reading, at, group);
    }

    private static List<Mention> Plain(Reading reading, int at, VerbGroup group) =>
        group.IsGerund || group.IsInfinitive ? SharedSubjects.Participle(reading, group) : reading.Subjects.Of(at);

    private static ReportedAct Act(Reading reading, int at, Cue cue, Charge charge, List<Party> speakers, List<Party> principals, int until) =>
        VerbRules.Make(reading, at, cue, "statement", speakers, charge.Accused, principals, (charge.Verb, until)) with
        {
            Act = charge.IsDeed ? cue.Act : "CRITICIZE",
            IsHedged = charge.IsHedged || reading.Clause.Tokens[at].Is(Hedge),
            IsStatement = true,
            Confidence = 0.7,
        };

    // "said X": the speaker after the verb, where what was said stands before it.
    private static Mention? Inverted(Reading reading, int at, VerbGroup group)
    {
        var clause = reading.Clause;
        if (group.First != at || clause.Starting(at + 1) is not { Kind: not MentionKind.Thing } after) return null;
        var before = clause.At(at - 1);
        if (before is null || !before.IsQuote && before.Text != "," || !clause.Tokens[at].Is(VerbForm.Past | VerbForm.Third)) return null;
        // "the general, said the rebels had looted": what follows is the subject of what is said.
        if (before.Text == "," && reading.Subjects.Of(at).Count > 0 && clause.At(after.Last) is { } next
            && (next.Is(Auxiliary | Modal) || reading.Subjects.IsVerb(after.Last)))
            return null;
        if (clause.Tokens[at].Is(Auxiliary) || clause.Tokens[at].Word!.Lemma is "tell") return null;
        return Named(clause, after);
    }

    /// <summary>The name where an office stands before it: <c>Guyana's president, Irfaan Ali</c>; else the phrase itself.</summary>
    public static Mention Named(Clause clause, Mention phrase) =>
        phrase is { Role: >= 0, Kind: MentionKind.Description, IsPlural: false } && clause.At(phrase.Last) is { Text: "," }
        && clause.Starting(phrase.Last + 1) is { Kind: MentionKind.Name } name && !name.Head.Is(Role | Body | Time)
        && name.Names is NameKind.Person or NameKind.Unknown && clause.At(name.Last) is { Text: "," or "." }
            ? name
            : phrase;

    private static List<Mention> Joined(Clause clause, Mention first)
    {
        List<Mention> all = [first];
        while (clause.Lower(all[^1].Last) == "and" && clause.Starting(all[^1].Last + 1) is { Kind: not MentionKind.Thing } next) all.Add(next);
        return all;
    }

    // Where the words that are said may stand: after the verb, before the speaker, or around both.
    // Without "that", a colon or a quotation mark the clause that is said begins right after the verb.
    private static bool IsOfAnother(Clause clause, int from, Charge charge) =>
        clause.Tokens[from..charge.Subject].Any(token => token.Text == ",")
        // "said the army chief, Asim Munir, was lying": an office before the name.
        && !(clause.Starting(from) is { Role: >= 0, Kind: MentionKind.Description } && clause.At(charge.Subject - 1) is { Text: "," }
            && clause.Tokens[from..charge.Subject].Count(token => token.Text == ",") == 1);

    private static IEnumerable<(int From, int Until, bool IsIntroduced)> Regions(
        Reading reading, int at, VerbGroup group, List<Mention> subject, bool isInverted, Cue cue)
    {
        var clause = reading.Clause;
        var begin = isInverted ? at : Math.Min(subject[0].First, group.First);
        var before = clause.At(begin - 1);
        var isAfter = before is not null && (before.Text == "," || before.IsQuote);
        if (!isInverted)
        {
            var from = AfterAddressee(reading, at + 1, cue);
            if (clause.At(from) is { Text: "," } && isAfter)
            {
                // "China's ships, they said, had blocked": the sentence without what is inserted.
                yield return (clause.First, clause.Tokens.Length, true);
            }
            else if (from < clause.Tokens.Length)
                yield return (from, clause.Tokens.Length, clause.Lower(from - 1) is "that" or ":" || clause.At(from) is { IsQuote: true });
        }

        if (isAfter) yield return (clause.First, begin - 1, true);
        // "European governments, says Putin, hinder the work": what is said goes on after the speaker.
        if (isInverted && isAfter && GoesOn(reading, subject[^1].Last)) yield return (clause.First, clause.Tokens.Length, true);
    }

    private static bool GoesOn(Reading reading, int at)
    {
        var clause = reading.Clause;
        for (var steps = 0; steps < 10 && clause.At(at) is { } token && token.Text != ","; steps++)
        {
            if (token.Is(Preposition) && !token.Is(Subordinator) && clause.Starting(at + 1) is { } place) at = place.Last;
            else if (reading.Objects.IsTime(at) || token.IsNumber || token.Is(Adverb)) at++;
            else return false;
        }

        return clause.At(at) is { Text: "," } && clause.At(at + 1) is { } next && (next.IsQuote || reading.Subjects.IsVerb(at + 1));
    }

    // Past whom it is told to, when and where.
    private static int AfterAddressee(Reading reading, int at, Cue cue)
    {
        var clause = reading.Clause;
        if (cue.Takes("addressee") && clause.Starting(at) is { } addressee) at = addressee.Last;
        for (var steps = 0; steps < 10 && clause.At(at) is { } token; steps++)
        {
            if (token.Lower == "that" || token.Text == ":") return at + 1;
            if (reading.Objects.IsTime(at)) at++;
            else if (token.Is(Preposition) && !token.Is(Subordinator) && clause.Starting(at + 1) is { } place) at = place.Last;
            else if (token.Is(Adverb) && clause.Covering(at) is null) at++;
            else break;
        }

        return at;
    }

    // "called the claims false", "called the army the attacker", "described him as a liar".
    private static List<ReportedAct> Called(Reading reading, int at, Cue cue, List<Mention> subject, ref Guard? refused)
    {
        var clause = reading.Clause;
        // "an accusation Beijing called contrary to the facts": what is called so stands before.
        if (DenialRules.IsRelative(reading, at) && clause.Tokens[(at + 1)..Math.Min(at + 8, clause.Tokens.Length)].Any(token => token.Is(Untrue))
            && reading.Recent.Any(act => act.Sentence == clause.Sentence))
            return reading.Speakers(subject) is { Parties.Count: > 0 } deniers
                ? [DenialRules.Make(reading, at, cue, "statement", deniers.Parties, deniers.For, null, (0, 0))]
                : Guards.Refuse(Guard.NoParty, ref refused);
        // "for what she called a disgrace": whose it is, the verb before says.
        if (clause.Lower(subject[0].First - 1) == "what") return Guards.Refuse(Guard.OtherSense, ref refused);
        if (clause.Lower(at + 1) is "that" or "this" && (clause.Starting(at + 1) is null or { Head.Lower: "this" or "that" }))
            return CalledSo(reading, at, cue, subject, ref refused);
        if (clause.Starting(at + 1) is not { Kind: not MentionKind.Pronoun } called) return CalledPronoun(reading, at, cue, subject, ref refused);
        var (speakers, principals) = reading.Speakers(subject);
        if (speakers.Count == 0) return Guards.Refuse(Guard.NoParty, ref refused);
        var end = Math.Min(reading.Objects.MatterEnd(called.Last), called.Last + 12);
        var predicate = Enumerable.Range(called.First, end - called.First).Where(i => i >= called.Last || clause.Covering(i) is null)
            .Select(i => clause.Tokens[i]).ToList();
        if (called.Head.Is(Accusing | Denied) && predicate.Exists(token => token.Is(Untrue)))
            return [DenialRules.Make(reading, at, cue, "statement", speakers, principals, called, (called.First, called.Last))];
        var isCulprit = predicate.Exists(token => token.Is(Culprit | WrongThings | Pretexts));
        if (!isCulprit && !predicate.Exists(token => token.Is(Judged))) return Guards.Refuse(Guard.NoParty, ref refused);
        var accused = reading.Parties.Responsible(called, speakers);
        if (accused.Count == 0 && VerbRules.Doer(reading, called, speakers) is { } doer) accused = [doer];
        if (accused.Count == 0 && clause.At(VerbGroup.Of(clause, at).First - 1) is { } joint && joint.Is(Conjunction)
            && reading.Recent.FirstOrDefault(act => act.Sentence == clause.Sentence
                && act.Accusers.Any(accuser => speakers.Exists(accuser.IsSame))) is { } same)
            accused = [.. same.Accused];
        accused.RemoveAll(party => speakers.Exists(party.IsSideOf));
        if (accused.Count == 0) return Guards.Refuse(Guard.NoParty, ref refused);
        var act = VerbRules.Make(reading, at, cue, "statement", speakers, accused, principals, (called.First, end));
        return [act with { Act = isCulprit ? cue.Act : "CRITICIZE", Confidence = 0.75 }];
    }

    // "called that an absurd lie".
    private static List<ReportedAct> CalledSo(Reading reading, int at, Cue cue, List<Mention> subject, ref Guard? refused)
    {
        var clause = reading.Clause;
        var (speakers, principals) = reading.Speakers(subject);
        var isUntrue = Enumerable.Range(at + 2, 6).Select(clause.At).OfType<Token>().TakeWhile(token => token.Text is not ("." or ";" or ","))
            .Any(token => token.Is(Untrue));
        return speakers.Count > 0 && isUntrue && reading.Recent.Any(act => act.Act != "DENY" && clause.Sentence.Index - act.Sentence.Index <= 1)
            ? [DenialRules.Make(reading, at, cue, "statement", speakers, principals, null, (at + 1, at + 2))]
            : Guards.Refuse(Guard.NoParty, ref refused);
    }

    private static List<ReportedAct> CalledPronoun(Reading reading, int at, Cue cue, List<Mention> subject, ref Guard? refused)
    {
        var clause = reading.Clause;
        if (clause.Starting(at + 1) is not { } called) return Guards.Refuse(Guard.NoParty, ref refused);
        var (speakers, principals) = reading.Speakers(subject);
        var predicate = Enumerable.Range(called.Last, 6).Select(clause.At).OfType<Token>()
            .TakeWhile(token => token.Text is not ("." or ";")).ToList();
        if (speakers.Count == 0 || !predicate.Exists(token => token.Is(Culprit | Judged | Untrue))) return Guards.Refuse(Guard.NoParty, ref refused);
        if (called.Head.Lower is "it" or "this" or "that" or "them" && predicate.Exists(token => token.Is(Untrue))
            && reading.Recent.Any(act => clause.Sentence.Index - act.Sentence.Index <= 2))
            return [DenialRules.Make(reading, at, cue, "statement", speakers, principals, called, (called.First, called.Last))];
        if (called.Head.Lower is not ("him" or "her" or "them")) return Guards.Refuse(Guard.NoParty, ref refused);
        var accused = reading.Parties.Of(called, false, speakers);
        if (accused.Exists(party => party.IsUnresolved)) return Guards.Refuse(Guard.NoParty, ref refused);
        var act = VerbRules.Make(reading, at, cue, "statement", speakers, accused, principals, (called.Last, called.Last + predicate.Count));
        return [act with { Act = predicate.Exists(token => token.Is(Culprit)) ? cue.Act : "CRITICIZE", Confidence = 0.65 }];
    }

    // "said the claims are false", "it is a figment of their imagination".
    private static ReportedAct? Denies(Reading reading, int at, Cue cue, int from, int until, List<Party> speakers, List<Party> principals)
    {
        var clause = reading.Clause;
        for (var i = Math.Max(from, 0); i < Math.Min(until, clause.Tokens.Length); i++)
        {
            if (clause.Tokens[i].Word is not { Lemma: "be" } || clause.Covering(i) is not null) continue;
            var subject = reading.Subjects.Of(i);
            if (subject.Count == 0 || subject[0].First < from) continue;
            var isIt = subject[0].Kind == MentionKind.Pronoun && subject[0].Head.Lower is "it" or "this" or "that" or "these" or "they";
            if (!isIt && !subject[0].Head.Is(Accusing)) return null;
            var untrue = Enumerable.Range(i + 1, 5).Select(clause.At).OfType<Token>()
                .TakeWhile(token => token.Text is not ("," or "." or ";") && !token.Is(Negation)).Any(token => token.Is(Untrue));
            if (!untrue || isIt && !reading.Recent.Any(act => act.Act != "DENY" && clause.Sentence.Index - act.Sentence.Index <= 3)) return null;
            var matter = isIt ? (i + 1, Math.Min(until, reading.Objects.MatterEnd(i + 1))) : (subject[0].First, subject[0].Last);
            return DenialRules.Make(reading, at, cue, "statement", speakers, principals, subject[0], matter);
        }

        return null;
    }
}
