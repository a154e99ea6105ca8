namespace Graph.Import.CodedActs;

/// <summary>What is said of rows of coded feeds.</summary>
internal static class CodedMessages
{
    public static string UnknownCode(string code) => code.Length == 0
        ? "The row has no event code."
        : $"'{code}' is no event code of CAMEO, though it begins like those of accusations.";

    public static string UnknownMode(string mode) =>
        $"'{mode}' is no mode of an accusation in PLOVER; its modes are allege, disapprove and investigate.";

    public static string EventId(string id) => id.Length == 0
        ? "The row has no event id."
        : $"The event id '{id}' is not a number.";

    public static string Day(string day, string form) => $"'{day}' is not a day of the calendar written as {form}.";

    public static string DayAfterAdded(DateOnly day, DateOnly added) =>
        $"The act is dated {day:yyyy-MM-dd}, after the day on which the row was added, {added:yyyy-MM-dd}: one of the two is wrong.";

    public static string NoParty() => "The row names neither who acts nor whom the act is against.";

    public static string Itself(string name) => $"Both sides of the row are {name}: nobody accuses himself.";

    public static string MentionWithoutSource() => "The mention names no document.";

    public static string Instant(string text) => $"'{text}' is not an instant written as 20150218230000.";

    public static string Confidence(string text) => $"'{text}' is not a confidence from 0 to 100.";
}
