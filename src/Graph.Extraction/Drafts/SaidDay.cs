using Graph.Extraction.Text;

namespace Graph.Extraction.Drafts;

/// <summary>The day on which something was said, as the sentence gives it: a date, a weekday before the publication, yesterday.</summary>
internal static class SaidDay
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>The day that some words give, or null where they give none or it cannot be told which.</summary>
    /// <param name="words">The sentence without what is alleged, whose days are those of the deed.</param>
    /// <param name="published">The day of publication, or null.</param>
    public static DateOnly? Of(string words, DateOnly? published)
    {
        var tokens = Tokenizer.Cut(words, 0, words.Length);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Is(WordClass.Month) && tokens[i].IsWritten && Date(tokens, i, published) is { } date) return date;
            if (published is not { } day) continue;
            if (tokens[i].Is(WordClass.Weekday) && tokens[i].IsWritten)
            {
                var back = ((int)day.DayOfWeek - Array.IndexOf(Weekdays, tokens[i].Lower) + 7) % 7;
                return day.AddDays(-back);
            }

            if (tokens[i].Lower == "yesterday") return day.AddDays(-1);
            if (tokens[i].Lower is "today") return day;
        }

        return null;
    }

    // 2 December 2025, December 2, Oct. 25; without a year, the last such day before the publication.
    private static DateOnly? Date(List<Token> tokens, int month, DateOnly? published)
    {
        var number = Array.IndexOf(Months, tokens[month].Lower[..3]) + 1;
        if (Number(tokens, month - 1) is { } before) return Make(before, number, Number(tokens, month + 1), published);
        if (Number(tokens, month + 1) is not { } after) return null;
        var year = month + 2 < tokens.Count && tokens[month + 2].Text == "," ? Number(tokens, month + 3) : Number(tokens, month + 2);
        return Make(after, number, year, published);
    }

    private static int? Number(List<Token> tokens, int at) =>
        at >= 0 && at < tokens.Count && int.TryParse(tokens[at].Text, out var number) ? number : null;

    private static DateOnly? Make(int day, int month, int? year, DateOnly? published)
    {
        if (year is < 1000 or > 9999) year = null;
        if (year is null && published is null) return null;
        var inYear = year ?? published!.Value.Year;
        if (day < 1 || day > DateTime.DaysInMonth(inYear, month)) return null;
        var date = new DateOnly(inYear, month, day);
        if (year is null && date > published && month <= 12 && DateTime.DaysInMonth(inYear - 1, month) >= day) date = new(inYear - 1, month, day);
        return date;
    }
}
