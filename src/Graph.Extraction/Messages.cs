namespace Graph.Extraction;

/// <summary>All that this room says of the texts that it reads.</summary>
internal static class Messages
{
    public static string TooLong(string name, int limit) => $"{name} is longer than {limit / (1024 * 1024)} MiB, more than an article has. Cut it, or draft from its parts.";

    public static string NoText(string name) => $"{name} is neither UTF-8 text nor a web page. Save it as text in UTF-8, or as HTML.";

    public static string TooDeep(string name) => $"{name}: its markup is nested too deep to find the article in it; its paragraphs are read instead.";

    public static string NotReadable(string name) => $"{name}: the article could not be told from the rest of the page; its paragraphs are read instead.";

    public static string Stub(string name) => $"{name} has very little text; perhaps the page shows only the beginning to those who do not pay.";

    public static string OtherLanguage(string name, string language) =>
        $"{name} is written in another language than English ({(language == "und" ? "not one that is known here" : language)}); the rules read English alone, so nothing is drafted.";

    public static string NoDraft(string folder) => $"{folder} holds no draft. Name a folder that graph draft has written, such as drafts/NAME.";

    public static string BrokenDraft(string file, string fault) => $"{file} cannot be read: {fault} Draft the text again.";

    public static string NotTheText(string file) => $"{file} is not the text that was drafted from; put it back, or draft again.";
}
