namespace Graph.Extraction.Models;

/// <summary>All that is said of a model and its proposals.</summary>
internal static class ModelMessages
{
    public const string Empty = "It is empty.";

    public const string NotInText = "Its quote does not stand in the text word for word.";

    public const string Nobody = "It names nobody.";

    public const string FoundAlready = "The rules have found it already.";

    public static string QuoteLength(int least, int most) => $"Its quote is not {least} to {most} characters long.";

    public static string NoSuchAct(string? act, IEnumerable<string> acts) => $"“{act}” is no act; there are {string.Join(", ", acts)}.";

    public static string PartyNotInQuote(string party) => $"“{party}” stands neither in its quote nor in the sentence before.";

    public static string NoAnswer(Uri address, string fault) =>
        $"The model at {address} gave no answer: {fault} The draft is made by the rules alone.";

    public static string NoJson(Uri address) =>
        $"The model at {address} answered with something else than the JSON it was asked for. The draft is made by the rules alone.";

    public static string TooSlow(Uri address, TimeSpan limit) =>
        $"The model at {address} did not answer within {limit.TotalSeconds:0} s. The draft is made by the rules alone.";

    public static string Cut(int chars) => $"Only the first {chars} characters were sent to the model.";
}
