using Graph.Extraction.Names;
using Graph.Extraction.Text;

namespace Graph.Extraction.Rules;

/// <summary>A sentence as it is being read: what the rules look at, and what was found before it.</summary>
internal sealed class Reading
{
    /// <summary>Begins to read a sentence.</summary>
    public Reading(Clause clause, Discourse discourse, List<ReportedAct> acts, string text)
    {
        (Clause, Discourse, Acts, Text) = (clause, discourse, acts, text);
        Subjects = new(clause);
        Objects = new(clause);
        Parties = new(clause, discourse, text);
    }

    /// <summary>The sentence with its phrases.</summary>
    public Clause Clause { get; }

    /// <summary>Who was spoken of.</summary>
    public Discourse Discourse { get; }

    /// <summary>The acts found so far in the text, this sentence's among them.</summary>
    public List<ReportedAct> Acts { get; }

    /// <summary>The last of them, the latest first: what somebody answers was said not long before.</summary>
    public IEnumerable<ReportedAct> Recent
    {
        get
        {
            for (var i = Acts.Count - 1; i >= 0 && i >= Acts.Count - Limits.MaxActsBack; i--) yield return Acts[i];
        }
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Who does what a verb says.</summary>
    public Subjects Subjects { get; }

    /// <summary>What stands after a verb.</summary>
    public Objects Objects { get; }

    /// <summary>Whom phrases name.</summary>
    public Parties Parties { get; }

    /// <summary>Those who are named by the subject, each with whom it speaks for.</summary>
    /// <param name="subject">The phrases of the subject.</param>
    /// <param name="not">Whom its pronouns cannot mean.</param>
    public (List<Party> Parties, List<Party> For) Speakers(List<Mention> subject, IReadOnlyList<Party>? not = null)
    {
        // What somebody wrote or did speaks for them: the ministry's letter.
        var named = Parties.Of(subject.Select(Speaker), true, not);
        return (named, [.. subject.Select(Parties.OnBehalfOf).OfType<Party>()]);
    }

    private static Mention Speaker(Mention mention) =>
        mention is { Kind: MentionKind.Thing, Possessor: { } whose } && mention.Head.Is(WordClass.Writing | WordClass.Deed) ? whose : mention;

    /// <summary>
    /// Who did a deed that the sentence, or the one before it, has told: the subject of a verb of the same stem, or of the main clause.
    /// </summary>
    /// <param name="deed">The phrase that names the deed.</param>
    /// <param name="not">Who did not.</param>
    public Party? LastDoer(Mention deed, List<Party> not)
    {
        var stem = deed.Head.Lower[..Math.Min(4, deed.Head.Lower.Length)];
        for (var i = Clause.First; i < deed.First; i++)
            if (Subjects.IsVerb(i) && Clause.Tokens[i].Lower.StartsWith(stem, StringComparison.Ordinal) && Doers(Subjects.Of(i), not) is { } doer)
                return doer;
        return Discourse.LastDeed is { } last && last.Sentence >= Clause.Sentence.Index - 1 && !not.Exists(last.Doer.IsSideOf)
            && (deed.Head.Is(WordClass.WrongThings) && last.Verbs.Exists(verb =>
                    verb is "strike" or "launch" or "hit" or "shell" || Lexicon.Shared.Lemma(verb).Is(WordClass.WrongDeeds))
                || last.Verbs.Exists(verb => verb.StartsWith(stem[..3], StringComparison.Ordinal))
                || deed.Head.Lower is "move" or "decision" or "action" or "actions" or "moves")
            ? last.Doer
            : null;
    }

    private Party? Doers(List<Mention> subject, List<Party> not) =>
        Parties.Of(subject, true).Find(party => party.Kind != NameKind.Unknown && !not.Exists(party.IsSame));
}
