using System.Globalization;
using System.Text;
using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Values;

namespace Graph.Api.RootFields.Walks;

/// <summary>Reads single values as text, which a run orders by.</summary>
internal sealed class TextReader : IDisposable
{
    private readonly ResponseBuffer scratch = new(64);

    /// <summary>The next value as text; null where there is none, or none of the form.</summary>
    public string? Read<TReader>(ref TReader row, ValueForm form)
        where TReader : IValueReader, allows ref struct
    {
        scratch.Clear();
        if (row.WriteScalar(scratch, form) is not null) return null;
        var json = scratch.WrittenSpan;
        if (json.SequenceEqual("null"u8)) return null;
        if (json[0] != '"') return Encoding.UTF8.GetString(json);
        return json.Contains((byte)'\\')
            ? JsonElement.Parse(json).GetString()
            : Encoding.UTF8.GetString(json[1..^1]);
    }

    /// <summary>The next value as a count; 0 where it is none.</summary>
    public long ReadCount<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct => row.ReadNull() ? 0 : CountOf(Read(ref row, ScalarKind.Int));

    /// <summary>A value as a count; 0 where it is none.</summary>
    public static long CountOf(string? value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count : 0;

    /// <inheritdoc/>
    public void Dispose() => scratch.Dispose();
}
