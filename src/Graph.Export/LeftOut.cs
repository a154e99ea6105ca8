namespace Graph.Export;

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
