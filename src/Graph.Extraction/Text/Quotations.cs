namespace Graph.Extraction.Text;

/// <summary>Tells which tokens of a paragraph lie between quotation marks.</summary>
internal static class Quotations
{
    /// <summary>
    /// Marks them. Marks that do not say whether they open or close (<c>"</c>) alternate; an open quotation ends with its paragraph.
    /// </summary>
    public static void Mark(List<Token> tokens, string text)
    {
        var closing = '\0';
        foreach (var token in tokens)
        {
            token.Quoted = closing != '\0';
            if (!token.IsQuote) continue;
            var mark = token.Text[0];
            if (closing != '\0')
            {
                if (mark != closing && !(closing == '”' && mark is '“' or '"' && ClosesHere(text, token))) continue;
                closing = '\0';
                token.Quoted = false;
            }
            else closing = Closing(mark, text, token);
        }
    }

    private static bool ClosesHere(string text, Token token) => token.Start > 0 && !char.IsWhiteSpace(text[token.Start - 1]);

    private static char Closing(char mark, string text, Token token) => mark switch
    {
        '"' or '＂' => mark,
        '“' or '„' or '‟' => '”',
        '«' => '»',
        '‘' when token.End < text.Length && char.IsLetterOrDigit(text[token.End]) => '’',
        _ => '\0',
    };
}
