using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.Model.Merging;
using Graph.Model.Values;

namespace Graph.Model.Changes;

/// <summary>Judgements among the changes: their reason and time as the values of a record.</summary>
internal static class JudgementText
{
    private const string At = "at";

    private const string Because = "because";

    /// <summary>What is kept of a judgement.</summary>
    public static RecordState StateOf(Judgement judgement)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { [At] = Quoted(TimeText.Of(judgement.At)) };
        if (judgement.Because is { } reason) values[Because] = Quoted(reason);
        return RecordState.Of(values, sources: null);
    }

    /// <summary>The judgement of which something was kept.</summary>
    public static Judgement Read(ChangedRecord record, RecordState? state)
    {
        var values = state?.Read();
        return new(record.Start, record.End!, record.Type == ChangedRecord.Same)
        {
            Source = record.Identity.Length == 0 ? null : record.Identity,
            Because = values?.GetValueOrDefault(Because) is { } because ? JsonSerializer.Deserialize<string>(because) : null,
            At = values?.GetValueOrDefault(At) is { } at ? JsonSerializer.Deserialize<DateTimeOffset>(at) : default,
        };
    }

    private static string Quoted(string text)
    {
        using var json = new ResponseBuffer(256);
        json.WriteString(text);
        return json.ToString();
    }
}
