namespace Graph.Extraction.Text;

/// <summary>The place and agency before a report's first sentence: <c>SEOUL, Aug. 20 (Yonhap) --</c>.</summary>
internal static class Dateline
{
    /// <summary>Tokens that a dateline has at most.</summary>
    private const int MaxTokens = 14;

    /// <summary>The token after a dateline; 0 where a sentence has none.</summary>
    public static int End(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        for (var i = 1; i < tokens.Length - 1 && i < MaxTokens; i++)
        {
            if (tokens[i].Text is "--" or "—" or "–" or "-")
                return tokens[0].IsAcronym || tokens[i - 1].Text == ")"
                    || tokens[..i].All(token => token.IsWritten || !token.IsWord || token.IsNumber)
                    ? i + 1
                    : 0;
            if (tokens[i].IsQuote || tokens[i].Is(WordClass.Auxiliary | WordClass.Determiner) && tokens[i].Lower != "the") return 0;
        }

        return 0;
    }
}
