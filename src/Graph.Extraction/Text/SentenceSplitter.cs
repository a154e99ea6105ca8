namespace Graph.Extraction.Text;

/// <summary>Text → sentences.</summary>
internal static class SentenceSplitter
{
    /// <summary>The sentences of a text, in its order.</summary>
    public static List<Sentence> Split(SourceText text)
    {
        List<Sentence> sentences = [];
        var paragraph = 0;
        foreach (var (start, end) in Blocks.Of(text.Value))
        {
            var tokens = Tokenizer.Cut(text.Value, start, end);
            if (tokens.Count == 0) continue;
            Quotations.Mark(tokens, text.Value);
            var from = 0;
            for (var i = 0; i < tokens.Count; i++)
            {
                if (i + 1 < tokens.Count && !EndsAt(tokens, ref i)) continue;
                Add(sentences, tokens[from..(i + 1)], paragraph, isLast: i + 1 == tokens.Count);
                from = i + 1;
            }

            paragraph++;
        }

        return sentences;
    }

    private static void Add(List<Sentence> sentences, List<Token> tokens, int paragraph, bool isLast)
    {
        if (tokens.Find(token => token.IsWord) is { } first) first.BeginsSentence = true;
        var last = tokens.FindLastIndex(token => !token.IsQuote && token.Text is not (")" or "]"));
        var isRunning = last >= 0 && (IsTerminal(tokens[last]) || tokens[last].Text.EndsWith('.') || tokens[last].Text == ":" && !isLast);
        sentences.Add(new([.. tokens], sentences.Count, paragraph, isRunning));
    }

    // Whether a sentence ends at a token; closing marks after it belong to it.
    private static bool EndsAt(List<Token> tokens, ref int i)
    {
        var token = tokens[i];
        if (!IsTerminal(token)) return token.IsWord && token.Text.EndsWith('.') && EndsAfterAbbreviation(tokens[i], tokens[i + 1]);
        var after = i + 1;
        while (after < tokens.Count
            && (IsTerminal(tokens[after]) || tokens[after].Text is ")" or "]" || IsClosing(tokens[after], tokens[after - 1])))
            after++;
        if (after < tokens.Count && !Begins(tokens[after])) return false;
        i = after - 1;
        return true;
    }

    private static bool IsTerminal(Token token) => token.Text is "." or "?" or "!" or "…" or "..." or "...." or "。" or "‽";

    private static bool IsClosing(Token token, Token before) => token.IsQuote && (token.Start == before.End || token.Text is "”" or "»");

    private static bool Begins(Token token) =>
        token.IsQuote || token.IsWritten || token.IsNumber || token.Text is "(" or "[" or "—" or "–" or "-" or "•"
        || token.IsWord && !char.IsLower(token.Text[0]);

    // "U.S." ends a sentence before a word that begins one; "Mr." and "Gov." do not.
    private static bool EndsAfterAbbreviation(Token token, Token next) =>
        token.Text.Count(letter => letter == '.') > 1 && next.IsWritten
            && next.Is(WordClass.Determiner | WordClass.Pronoun | WordClass.Preposition | WordClass.Subordinator | WordClass.Possessive);
}
