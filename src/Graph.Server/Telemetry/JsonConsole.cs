using System.Buffers;
using System.Text;
using System.Text.Json;
using Graph.GraphQL.AspNetCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Graph.Server.Telemetry;

/// <summary>
/// Writes a log entry as one line of JSON: its time, level, category, number and sentence, and what stands in the sentence under names of
/// its own, such as <c>Request</c>, the request's id.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class JsonConsole(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    /// <summary>What it is chosen by.</summary>
    public const string FormatterName = "json-lines";

    /// <summary>The sentence with holes, which every entry of a number shares.</summary>
    private const string Template = "{OriginalFormat}";

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter writer)
    {
        if (VisibleConsole.IsToldElsewhere(entry.Category, entry.EventId)) return;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("time", time.GetUtcNow());
            json.WriteString("level", entry.LogLevel.ToString());
            json.WriteString("category", entry.Category);
            json.WriteNumber("event", entry.EventId.Id);
            json.WriteString("message", entry.Formatter(entry.State, entry.Exception));
            if (entry.Exception is { } fault) json.WriteString("exception", fault.ToString());
            if (entry.State is IReadOnlyList<KeyValuePair<string, object?>> state)
            {
                foreach (var (name, value) in state)
                    if (name != Template) Write(json, name, value);
            }

            json.WriteEndObject();
        }

        writer.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<LoggedStep> steps)
    {
        json.WriteStartArray(name);
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteNumber("milliseconds", step.Milliseconds);
            json.WriteNumber("waitedMilliseconds", step.WaitedMilliseconds);
            json.WriteNumber("rows", step.Rows);
            json.WriteString("statement", step.Statement);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case IReadOnlyList<LoggedStep> steps: Write(json, name, steps); break;
            case int number: json.WriteNumber(name, number); break;
            case long number: json.WriteNumber(name, number); break;
            case double number when double.IsFinite(number): json.WriteNumber(name, number); break;
            default: json.WriteString(name, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)); break;
        }
    }
}
