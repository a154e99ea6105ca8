namespace Graph.Extraction.Text;

/// <summary>A sentence: its tokens, and where it stands.</summary>
/// <param name="Tokens">Its tokens, signs among them.</param>
/// <param name="Index">How many sentences lie before it in the text.</param>
/// <param name="Paragraph">How many blocks of lines lie before its own.</param>
/// <param name="IsRunning">Whether it ends as a sentence does; headlines and link teasers do not.</param>
internal sealed record Sentence(Token[] Tokens, int Index, int Paragraph, bool IsRunning)
{
    /// <summary>UTF-16 index of its first character.</summary>
    public int Start => Tokens[0].Start;

    /// <summary>UTF-16 index after its last character.</summary>
    public int End => Tokens[^1].End;

    /// <summary>Whether it is put as a question.</summary>
    public bool IsQuestion => Tokens.Reverse().FirstOrDefault(token => !token.IsQuote) is { Text: "?" };
}
