using Graph.Extraction.Names;
using Graph.Extraction.Text;

namespace Graph.Extraction.Rules;

/// <summary>A sentence with its phrases: what the rules look at.</summary>
internal sealed class Clause
{
    private readonly Mention?[] starting;
    private readonly Mention?[] ending;
    private readonly Mention?[] covering;

    /// <summary>Finds the phrases of a sentence.</summary>
    public Clause(Sentence sentence, KnownNames names)
    {
        Sentence = sentence;
        Tokens = sentence.Tokens;
        Mentions = new MentionFinder(Tokens, names).Find();
        (starting, ending, covering) = (new Mention?[Tokens.Length + 1], new Mention?[Tokens.Length + 1], new Mention?[Tokens.Length + 1]);
        foreach (var mention in Mentions)
        {
            (starting[mention.First], ending[mention.Last]) = (mention, mention);
            for (var i = mention.First; i < mention.Last; i++) covering[i] = mention;
        }
    }

    /// <summary>The sentence.</summary>
    public Sentence Sentence { get; }

    /// <summary>Its tokens.</summary>
    public Token[] Tokens { get; }

    /// <summary>Its noun phrases.</summary>
    public List<Mention> Mentions { get; }

    /// <summary>Where the sentence begins after a dateline: <c>SEOUL, Aug. 20 (Yonhap) --</c>.</summary>
    public int First { get; init; }

    /// <summary>The token at an index, or null outside of the sentence.</summary>
    public Token? At(int index) => index >= 0 && index < Tokens.Length ? Tokens[index] : null;

    /// <summary>The token at an index in lower case; empty outside of the sentence.</summary>
    public string Lower(int index) => At(index)?.Lower ?? "";

    /// <summary>The phrase that begins at a token, quotation marks before it passed over; or null.</summary>
    public Mention? Starting(int index)
    {
        while (At(index) is { IsQuote: true }) index++;
        return index < Tokens.Length ? starting[index] : null;
    }

    /// <summary>The phrase that ends before a token, or null.</summary>
    public Mention? Ending(int index) => index >= 0 && index <= Tokens.Length ? ending[index] : null;

    /// <summary>The phrase that a token is part of, or null.</summary>
    public Mention? Covering(int index) => index >= 0 && index < Tokens.Length ? covering[index] : null;

    /// <summary>The text of some tokens.</summary>
    public string Text(string text, int first, int last) => text[Tokens[first].Start..Tokens[last - 1].End];
}
