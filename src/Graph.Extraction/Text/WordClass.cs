namespace Graph.Extraction.Text;

/// <summary>What a word does in a sentence, or what kind of thing it names: the sections of <c>words.txt</c>. A word may be several.</summary>
[Flags]
internal enum WordClass : ulong
{
    None = 0,
    Determiner = 1ul << 0,
    Possessive = 1ul << 1,
    Pronoun = 1ul << 2,
    Relative = 1ul << 3,
    Preposition = 1ul << 4,
    Conjunction = 1ul << 5,
    Subordinator = 1ul << 6,
    Auxiliary = 1ul << 7,
    Be = 1ul << 8,
    Have = 1ul << 9,
    Modal = 1ul << 10,
    Negation = 1ul << 11,
    Adverb = 1ul << 12,
    Time = 1ul << 13,
    Weekday = 1ul << 14,
    Month = 1ul << 15,
    Abbreviation = 1ul << 16,
    Title = 1ul << 17,
    Role = 1ul << 18,
    SpeaksFor = 1ul << 19,
    Former = 1ul << 20,
    Body = 1ul << 21,
    Media = 1ul << 22,
    Group = 1ul << 23,
    Person = 1ul << 24,
    Noun = 1ul << 25,
    Asks = 1ul << 26,
    Denied = 1ul << 27,
    Press = 1ul << 28,
    Accusing = 1ul << 29,
    Deed = 1ul << 30,
    Court = 1ul << 31,
    Judged = 1ul << 32,
    Culprit = 1ul << 33,
    Untrue = 1ul << 34,
    WrongThings = 1ul << 35,
    Hedge = 1ul << 36,
    WrongDeeds = 1ul << 38,
    WrongAlways = 1ul << 39,

    Withholds = 1ul << 40,
    Government = 1ul << 41,
    Relays = 1ul << 43,
    Draws = 1ul << 44,
    Makes = 1ul << 45,
    Adjective = 1ul << 46,
    Pacts = 1ul << 37,
    Carries = 1ul << 47,
    Portfolio = 1ul << 48,
    Asserts = 1ul << 49,
    Fails = 1ul << 50,
    Particle = 1ul << 51,
    Writing = 1ul << 52,
    Craft = 1ul << 53,
    Assembly = 1ul << 54,
    Suffered = 1ul << 55,
    Owed = 1ul << 56,
    HoldsBack = 1ul << 57,
    Pretexts = 1ul << 58,
    Finds = 1ul << 42,
    Outlaws = 1ul << 59,
    Equips = 1ul << 60,
    Intends = 1ul << 61,
    Sport = 1ul << 62,

    /// <summary>Words that may be the head of a noun phrase.</summary>
    Nominal = Noun | Body | Group | Person | Role | Title | Media | Asks | Denied | Press | Accusing | Deed | WrongThings | Culprit | Time,

    /// <summary>Words that stand between phrases.</summary>
    Function = Preposition | Conjunction | Subordinator | Auxiliary | Modal | Negation | Relative,
}

/// <summary>Forms of a verb.</summary>
[Flags]
internal enum VerbForm
{
    None = 0,
    Base = 1,
    Third = 2,
    Past = 4,
    Participle = 8,
    Gerund = 16,
}

/// <summary>A word as the lexicon knows it.</summary>
/// <param name="Text">The word, in lower case.</param>
/// <param name="Classes">What it does or names.</param>
/// <param name="Lemma">The base form of the verb that it is a form of, or null.</param>
/// <param name="Forms">Which forms of that verb it is.</param>
internal sealed record Word(string Text, WordClass Classes, string? Lemma, VerbForm Forms)
{
    /// <summary>Whether it is one of these.</summary>
    public bool Is(WordClass classes) => (Classes & classes) != WordClass.None;
}
