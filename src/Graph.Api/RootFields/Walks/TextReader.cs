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
        where TReader : IValueReader, allows ref struct =>
        row.ReadNull() || !long.TryParse(Read(ref row, ScalarKind.Int), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)
            ? 0
            : count;

    /// <inheritdoc/>
    public void Dispose() => scratch.Dispose();
}
