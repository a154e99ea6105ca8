using Graph.Extraction.Names;
using Graph.Extraction.Rules;
using Graph.Extraction.Text;

namespace Graph.Extraction;

/// <summary>Reads a text and finds the acts that it reports.</summary>
internal sealed class Extractor(KnownNames names)
{
    /// <summary>What is looked up at a word that could report an act, and why it reports none.</summary>
    /// <param name="Sentence">Its sentence.</param>
    /// <param name="Cue">The word.</param>
    /// <param name="Reason">The guard.</param>
    public sealed record Refusal(Sentence Sentence, Token Cue, Guard Reason);

    /// <summary>The acts of a text in its order, and the words that only look like one.</summary>
    public (List<ReportedAct> Acts, List<Refusal> Refused) Read(SourceText text, DateOnly? day, CancellationToken cancellationToken)
    {
        List<ReportedAct> acts = [];
        List<Refusal> refused = [];
        var discourse = new Discourse { Day = day, Offices = names.Offices };
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (sentence.Tokens.Length > Limits.MaxSentenceTokens) continue;
            var clause = new Clause(sentence, names) { First = Dateline.End(sentence) };
            if (!sentence.IsRunning)
            {
                refused.AddRange(Cues(clause).Select(at => new Refusal(sentence, sentence.Tokens[at], Guard.Headline)));
                continue;
            }

            var reading = new Reading(clause, discourse, acts, text.Value);
            var deed = Memory.Keep(reading);
            SentenceRules.Apply(reading, refused);
            discourse.LastDeed = deed ?? discourse.LastDeed;
        }

        return (acts, refused);
    }

    private static IEnumerable<int> Cues(Clause clause) =>
        Enumerable.Range(0, clause.Tokens.Length).Where(at => CueTable.Shared.Verb(clause, at) is { } cue && !cue.Takes("say"));
}
