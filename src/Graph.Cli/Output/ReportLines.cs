using System.Text.Json;

namespace Graph.Cli.Output;

/// <summary>Acts as lines for people: who against whom, on which day, about what, in whose words.</summary>
internal static class ReportLines
{
    /// <summary>The day and the caption of an act; one without a day says so.</summary>
    public static string DayAndCaption(JsonElement act) => $"{DayOf(act)}  {Caption(act)}";

    /// <summary>The day of an act.</summary>
    public static string DayOf(JsonElement act) => act.GetProperty("on").GetString() ?? Messages.Undated;

    /// <summary>The words of each piece of evidence that was asked for, in quotation marks.</summary>
    public static IEnumerable<string> Words(JsonElement act) =>
        act.TryGetProperty("evidence", out var evidence) ? evidence.EnumerateArray().Select(one => $"“{Caption(one)}”") : [];

    /// <summary>Who acts against whom, each end by name.</summary>
    public static string Arrow(string by, string against) => $"{by} → {against}";

    /// <summary>What a node is called.</summary>
    public static string Caption(JsonElement node) => node.GetProperty("caption").GetString() ?? "";
}
