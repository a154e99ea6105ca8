namespace Graph.Export;

/// <summary>What an export wrote, and what it could not.</summary>
/// <param name="Nodes">Nodes written.</param>
/// <param name="Relationships">Relationships written, derived tallies among them.</param>
/// <param name="LeftOut">Values, nodes and relationships left out, because they are not what the ontology says or the format has no place for
/// them.</param>
/// <param name="Sentences">What was left out, a sentence each: the first of them.</param>
/// <param name="Changed">Characters written as another, because the format forbids them.</param>
/// <param name="Notes">What else there is to say of the export, a sentence each.</param>
public sealed record ExportReport(
    long Nodes,
    long Relationships,
    long LeftOut,
    IReadOnlyList<string> Sentences,
    long Changed = 0,
    IReadOnlyList<string>? Notes = null);

/// <summary>Collects what is left out.</summary>
internal sealed class LeftOut
{
    private readonly List<string> sentences = [];

    public long Count { get; private set; }

    public IReadOnlyList<string> Sentences => sentences;

    /// <summary>Notes something left out.</summary>
    /// <param name="sentence">What, where and how to mend it.</param>
    /// <param name="things">How many.</param>
    public void Add(string sentence, long things = 1)
    {
        Count += things;
        if (sentences.Count < Limits.Sentences) sentences.Add(sentence);
    }
}
