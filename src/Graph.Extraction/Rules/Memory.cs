using Graph.Extraction.Names;
using Graph.Extraction.Text;

namespace Graph.Extraction.Rules;

/// <summary>Keeps what a sentence says of whom, for the pronouns and descriptions of later ones.</summary>
internal static class Memory
{
    /// <summary>Remembers those whom a sentence names.</summary>
    /// <returns>Who did what its main clause tells, with the verbs of the sentence; or null.</returns>
    public static (Party Doer, List<string> Verbs, int Sentence)? Keep(Reading reading)
    {
        var clause = reading.Clause;
        var subjects = SubjectsOf(reading, out var verbs);
        var list = 0;
        Mention? before = null;
        var parties = new List<(Party Party, Mention Mention)>();
        foreach (var mention in clause.Mentions.SelectMany(WithPossessors))
        {
            if (mention.Kind is MentionKind.Thing or MentionKind.Pronoun && mention.State is null) continue;
            if (mention.Kind == MentionKind.Name && !Parties.IsParty(mention)) continue;
            // "Jean-Noël Barrot, France's foreign minister": the office is his, and nobody else.
            if (mention is { Kind: MentionKind.Description, Role: >= 0, IsPlural: false } && clause.At(mention.First - 1) is { Text: "," }
                && clause.Ending(mention.First - 1) is { Kind: MentionKind.Name, Names: NameKind.Person })
                continue;
            if (before is not null && !IsListed(clause, before, mention)) list++;
            before = mention;
            foreach (var party in reading.Parties.Of(mention, true, []))
            {
                if (party.IsUnresolved) continue;
                parties.Add((party, mention));
                ShortForm(reading, mention, party);
            }

            var isListed = parties.Count > 1 && IsListed(clause, parties[^2].Mention, mention)
                || clause.At(mention.Last) is { Lower: "and" or "," } && clause.Starting(mention.Last + 1) is not null;
            foreach (var (party, _) in parties.Where(known => known.Mention == mention))
                reading.Discourse.Add(new(
                    party, clause.Sentence.Index, mention.First, subjects.Contains(mention),
                    [.. clause.Tokens[mention.First..mention.Last].Select(token => token.Lower)],
                    isListed ? clause.Sentence.Index * 1000 + list : -1, clause.Tokens[mention.First].Quoted));
        }

        Pairs(reading, parties);
        return parties.Find(known => subjects.Contains(known.Mention)).Party is { } doer ? (doer, verbs, clause.Sentence.Index) : null;
    }

    private static IEnumerable<Mention> WithPossessors(Mention mention) =>
        mention.Possessor is { Kind: MentionKind.Name or MentionKind.Description } possessor ? [possessor, mention] : [mention];

    private static HashSet<Mention> SubjectsOf(Reading reading, out List<string> verbs)
    {
        HashSet<Mention> subjects = [];
        verbs = [];
        for (var i = reading.Clause.First; i < reading.Clause.Tokens.Length; i++)
        {
            if (!reading.Subjects.IsVerb(i)) continue;
            verbs.Add(reading.Clause.Tokens[i].Word!.Lemma!);
            if (VerbGroup.Of(reading.Clause, i).IsFinite && subjects.Count == 0) subjects.UnionWith(reading.Subjects.Of(i));
        }

        return subjects;
    }

    private static bool IsListed(Clause clause, Mention one, Mention other)
    {
        for (var i = one.Last; i < other.First; i++)
            if (!(clause.Tokens[i] is { Text: "," or "(" or ")" or "&" } || clause.Tokens[i].IsQuote || clause.Tokens[i].Is(WordClass.Conjunction)))
                return false;
        return other.First > one.Last;
    }

    private static void ShortForm(Reading reading, Mention mention, Party party)
    {
        var clause = reading.Clause;
        if (clause.At(mention.Last) is { Text: "(" } && clause.At(mention.Last + 1) is { IsAcronym: true } form
            && clause.At(mention.Last + 2) is { Text: ")" })
            reading.Discourse.AddShortForm(form.Text, party);
    }

    private static bool MayOppose(Party party) =>
        party.State is not null || party.Kind is not (NameKind.Person or NameKind.Unknown or NameKind.Other);

    private static void Pairs(Reading reading, List<(Party Party, Mention Mention)> parties)
    {
        for (var i = 0; i + 1 < parties.Count; i++)
        {
            var (one, other) = (parties[i], parties[i + 1]);
            if (one.Mention == other.Mention && one.Party != other.Party || IsListed(reading.Clause, one.Mention, other.Mention)
                && MayOppose(one.Party) && MayOppose(other.Party))
                reading.Discourse.AddPair(one.Party, other.Party, reading.Clause.Sentence.Index);
        }
    }
}
