using Graph.Extraction.Rules;

namespace Graph.Extraction;

/// <summary>All that this room says of the texts that it reads.</summary>
internal static class Messages
{
    public static string TooLong(string name, int limit) =>
        $"{name} is longer than {limit / (1024 * 1024)} MiB, more than an article has. Cut it, or draft from its parts.";

    public static string NoText(string name) => $"{name} is neither UTF-8 text nor a web page. Save it as text in UTF-8, or as HTML.";

    public static string TooDeep(string name) => $"{name}: its markup is nested too deep to find the article in it; its paragraphs are read instead.";

    public static string TooLarge(string name) => $"{name} is too large a page to find the article in it; its paragraphs are read instead.";

    public static string NotReadable(string name) =>
        $"{name}: the article could not be told from the rest of the page; its paragraphs are read instead.";

    public static string Stub(string name) => $"{name} has very little text; perhaps the page shows only the beginning to those who do not pay.";

    public static string NoDraft(string folder) => $"{folder} holds no draft. Name a folder that graph draft has written, such as drafts/NAME.";

    public static string BrokenDraft(string file, string fault) => $"{file} cannot be read: {fault} Draft the text again.";

    public static string NotTheText(string file) => $"{file} is not the text that was drafted from; put it back, or draft again.";

    /// <summary>The name of a guard, as programs read it.</summary>
    public static string CodeOf(Guard guard) => guard switch
    {
        Guard.Negated => "negated",
        Guard.Hypothetical => "hypothetical",
        Guard.Question => "question",
        Guard.Court => "court",
        Guard.OtherSense => "other-sense",
        Guard.NoParty => "no-party",
        Guard.DenyRequest => "deny-request",
        Guard.DenyReport => "deny-report",
        Guard.Headline => "headline",
        _ => "quote-about-past",
    };

    /// <summary>What a guard found, as a person reads it.</summary>
    public static string Why(Guard guard) => guard switch
    {
        Guard.Negated => "it says that this was not done",
        Guard.Hypothetical => "it says what may be or is intended, not what was done",
        Guard.Question => "it asks",
        Guard.Court => "it speaks of a suspect or a court",
        Guard.OtherSense => "the word means something else here",
        Guard.NoParty => "nobody is named who acts, or against whom",
        Guard.DenyRequest => "what is denied is a request or a plan, no accusation",
        Guard.DenyReport => "what is denied is a report that accuses nobody",
        Guard.Headline => "it is no sentence: a headline, a caption or an entry of a list",
        _ => "it tells what somebody else once said",
    };
}
