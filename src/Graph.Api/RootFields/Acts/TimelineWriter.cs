using System.Text;
using Graph.Api.Responses;
using Graph.GraphQL;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Values;

namespace Graph.Api.RootFields.Acts;

/// <summary>
/// Writes a timeline. Which buckets are empty is known when all rows are there, so that they are kept until then: at most
/// <see cref="Limits.MaxCountedRows"/>.
/// </summary>
internal sealed class TimelineWriter(TimelineShape shape, ResponseWriter writer, ResponseBuffer output) : IRootWriter
{
    private const string Other = "\"other\"";
    private readonly SortedDictionary<long, Series> series = [];
    private readonly SortedDictionary<(DateOnly Time, long Rank), long[]> rows = [];
    private int written;

    /// <inheritdoc/>
    public void Take<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        if (rows.Count == Limits.MaxCountedRows) throw TooMany();
        row.EnterList();
        Advance(ref row);
        var time = Day(ref row);
        Advance(ref row);
        var rank = row.ReadInt64();
        Advance(ref row);
        var text = Text(ref row, shape.Series ?? ScalarKind.String);
        Advance(ref row);
        var key = Text(ref row, shape.Series ?? ScalarKind.Id);
        Advance(ref row);
        var isOther = Text(ref row, ScalarKind.Boolean) == "true";
        series.TryAdd(rank, isOther ? new(Other, null, true) : new(text, key, false));
        var figures = new long[shape.Figures];
        for (var i = 0; i < figures.Length; i++)
        {
            Advance(ref row);
            figures[i] = row.ReadInt64();
        }

        row.LeaveList();
        rows.Add((time, rank), figures);
    }

    /// <inheritdoc/>
    public bool Complete()
    {
        if (shape.Series is null && series.Count == 0) series.Add(1, new(null, null, false));
        output.WriteByte((byte)'[');
        if (shape.IsFilled) WriteFilled();
        else foreach (var ((time, rank), figures) in rows) Write(time, series[rank], figures);
        output.WriteByte((byte)']');
        return true;
    }

    private void WriteFilled()
    {
        var first = shape.From is { } from ? (DateOnly)writer.Values[from.Index]! : rows.Count > 0 ? rows.First().Key.Time : (DateOnly?)null;
        var last = shape.To is { } to ? (DateOnly)writer.Values[to.Index]! : rows.Count > 0 ? rows.Last().Key.Time : (DateOnly?)null;
        if (first is null || last is null || series.Count == 0) return;
        var (buckets, zero) = (new List<DateOnly>(), new long[shape.Figures]);
        for (var time = first; time is { } day && day <= last; time = shape.Bucket.DayAfter(day))
        {
            buckets.Add(day);
            if (buckets.Count * series.Count > Limits.MaxCountedRows) throw TooMany();
        }

        foreach (var day in buckets)
            foreach (var (rank, of) in series) Write(day, of, rows.GetValueOrDefault((day, rank), zero));
    }

    private void Write(DateOnly time, Series of, long[] figures)
    {
        writer.CheckLength(shape.List, written);
        if (written++ > 0) output.WriteByte((byte)',');
        foreach (var part in shape.Parts)
        {
            output.WriteRaw(part.Piece.Before);
            if (part.Figure >= 0) output.WriteInt64(figures[part.Figure]);
            else if (part.Name == "time")
            {
                TimeText.WriteJson(output, new DateTimeOffset(time.ToDateTime(default), TimeSpan.Zero), TimeText.ResponseDigits);
            }
            else if (part.Name == "isOther") output.WriteBoolean(of.IsOther);
            else WriteText(part.Name == "series" ? of.Text : of.Key);
        }

        output.WriteRaw(shape.After);
    }

    private void WriteText(string? json)
    {
        if (json is null) output.WriteNull();
        else output.WriteRaw(Encoding.UTF8.GetBytes(json));
    }

    private GraphQLException TooMany() =>
        new(new GraphQLError(ApiMessages.TooManyRows(shape.List.Coordinate, shape.Bucket, Limits.MaxCountedRows), [.. shape.List.Nodes]));

    private static void Advance<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        if (!row.MoveNext()) throw new InvalidOperationException("A row of a timeline has fewer values than it should.");
    }

    private DateOnly Day<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        using var json = new ResponseBuffer(16);
        if (row.WriteScalar(json, ScalarKind.Date) is { } fault) throw AtFault(ScalarKind.Date, fault);
        return ScalarText.TryDay(json.WrittenSpan[1..^1], out var day) ? day : throw new InvalidOperationException("A row of a timeline has no day.");
    }

    // As JSON text: a series may be told apart by numbers, and is named by their text.
    private string? Text<TReader>(ref TReader row, ValueForm form)
        where TReader : IValueReader, allows ref struct
    {
        if (row.ReadNull()) return null;
        using var value = new ResponseBuffer(64);
        if (row.WriteScalar(value, form) is { } fault) throw AtFault(form, fault);
        var json = value.ToString();
        return json.StartsWith('"') || form.Kind == ScalarKind.Boolean && shape.Series?.Kind != ScalarKind.Boolean ? json : $"\"{json}\"";
    }

    private GraphQLException AtFault(ValueForm form, ValueFault fault) => new(ApiMessages.WrongValue(shape.List.Coordinate, form, null, fault));

    private sealed record Series(string? Text, string? Key, bool IsOther);
}
