using System.Text;
using Graph.Model.Values;

namespace Graph.Import.FollowTheMoney;

/// <summary>Days of which perhaps only the month or year is known.</summary>
internal static class PartialDay
{
    /// <summary>A whole day, with or without a time after it; null for anything else.</summary>
    public static DateOnly? Whole(string? text) =>
        text is { Length: >= 10 } && (text.Length == 10 || text[10] is 'T' or ' ')
            && ScalarText.TryDay(Encoding.ASCII.GetBytes(text[..10]), out var day) ? day : null;

    /// <summary>A day; of a month or year its first.</summary>
    public static DateOnly? First(string? text) => text?.Length switch
    {
        4 => Whole(text + "-01-01"),
        7 => Whole(text + "-01"),
        _ => Whole(text),
    };

    /// <summary>The day after the last: after a day, or after the month or year that is meant.</summary>
    public static DateOnly? After(string? text)
    {
        if (First(text) is not { } first || first.Year == DateOnly.MaxValue.Year) return null;
        return text!.Length switch
        {
            4 => first.AddYears(1),
            7 => first.AddMonths(1),
            _ => first.AddDays(1),
        };
    }
}
