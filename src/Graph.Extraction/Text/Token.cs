namespace Graph.Extraction.Text;

/// <summary>A word, number or sign of a text.</summary>
/// <param name="Start">UTF-16 index of its first character.</param>
/// <param name="End">UTF-16 index after its last character.</param>
/// <param name="Text">The token without invisible characters.</param>
/// <param name="Lower">The same in lower case, with straight apostrophes and hyphens.</param>
/// <param name="Word">What the lexicon knows of it, or null.</param>
/// <param name="IsWord">Whether it is a word or number, and no sign.</param>
internal sealed record Token(int Start, int End, string Text, string Lower, Word? Word, bool IsWord)
{
    /// <summary>Whether it lies between quotation marks.</summary>
    public bool Quoted { get; set; }

    /// <summary>Whether it is a quotation mark.</summary>
    public bool IsQuote => Text.Length == 1 && Tokenizer.IsQuotationMark(Text[0]);

    /// <summary>Whether it is written as names are.</summary>
    public bool IsCapital => IsWritten && !(BeginsSentence && Word is not null);

    /// <summary>Whether it begins with a capital, wherever it stands; <c>al-Qaeda</c> does too.</summary>
    public bool IsWritten =>
        IsWord && (char.IsUpper(Text[0]) || Text.Length > 3 && Text.StartsWith("al-", StringComparison.Ordinal) && char.IsUpper(Text[3]));

    /// <summary>Whether it is the first word of its sentence, whose capital says nothing where the word is a common one.</summary>
    public bool BeginsSentence { get; set; }

    /// <summary>Whether all its letters are capitals, and there are several.</summary>
    public bool IsAcronym =>
        IsWord && Text.Length > 1 && Text.All(letter => char.IsUpper(letter) || letter is '.' or '-' || char.IsDigit(letter))
        && char.IsUpper(Text[0]);

    /// <summary>Whether it is written with digits.</summary>
    public bool IsNumber => char.IsDigit(Text[0]);

    /// <summary>Whether it is a possessive 's, or an apostrophe after an s.</summary>
    public bool IsPossessive => Lower is "'s" or "'";

    /// <summary>Whether the lexicon knows it as one of these.</summary>
    public bool Is(WordClass classes) => Word is { } word && (word.Classes & classes) != WordClass.None;

    /// <summary>Whether it may be one of these forms of a verb.</summary>
    public bool Is(VerbForm forms) => Word is { } word && (word.Forms & forms) != VerbForm.None;
}
