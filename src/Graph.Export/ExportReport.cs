namespace Graph.Export;

/// <summary>What an export wrote, and what it could not.</summary>
/// <param name="Nodes">Nodes written.</param>
/// <param name="Relationships">Relationships written, derived tallies among them.</param>
/// <param name="LeftOut">Values, nodes and relationships left out, because they are not what the ontology says.</param>
/// <param name="Sentences">What was left out, a sentence each: the first of them.</param>
public sealed record ExportReport(long Nodes, long Relationships, long LeftOut, IReadOnlyList<string> Sentences);

/// <summary>Collects what is left out.</summary>
internal sealed class LeftOut
{
    /// <summary>Sentences kept: more of the same kind help nobody.</summary>
    private const int MostSentences = 20;

    private readonly List<string> sentences = [];

    public long Count { get; private set; }

    public IReadOnlyList<string> Sentences => sentences;

    /// <summary>Notes something left out.</summary>
    /// <param name="sentence">What, where and how to mend it.</param>
    /// <param name="things">How many.</param>
    public void Add(string sentence, long things = 1)
    {
        Count += things;
        if (sentences.Count < MostSentences) sentences.Add(sentence);
    }
}
