using System.Text.Json;
using System.Text.Json.Serialization;

namespace Graph.Model.Runs;

/// <summary>A run that changes a graph, and what it did, as the graph keeps it.</summary>
public sealed record ImportRun
{
    /// <summary>Runs that a graph keeps: an import an hour for a year. The oldest go first.</summary>
    public const int Kept = 10_000;

    private static readonly JsonSerializerOptions Form = new() { Converters = { new JsonStringEnumConverter<RunOutcome>() } };

    /// <summary>Its number, from 1 in the order of the runs; 0 until the graph has given it one.</summary>
    public long Id { get; init; }

    /// <summary>What was run: <c>import</c>, <c>remove</c>, <c>merge</c>, <c>unmerge</c>, <c>undo</c>.</summary>
    public required string Command { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while it is at work, and where it was killed.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it ended; null as <see cref="EndedAt"/> is.</summary>
    public RunOutcome? Outcome { get; init; }

    /// <summary>The sources that it imported, or removed; what is nobody's is not among them.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The run that it took back; null where it took none back.</summary>
    public long? Undoes { get; init; }

    /// <summary>Records read.</summary>
    public long Read { get; init; }

    /// <summary>Records not stored before.</summary>
    public long Added { get; init; }

    /// <summary>Records stored before with other properties, or now with those of other sources.</summary>
    public long Changed { get; init; }

    /// <summary>Records removed.</summary>
    public long Removed { get; init; }

    /// <summary>Records stored before just so.</summary>
    public long Unchanged { get; init; }

    /// <summary>Records rejected.</summary>
    public long Rejected { get; init; }

    /// <summary>The run as a text, which stores keep.</summary>
    public string Text() => JsonSerializer.Serialize(this, Form);

    /// <summary>Reads what <see cref="Text"/> gave; null where another program has written it.</summary>
    public static ImportRun? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<ImportRun>(text, Form);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
