using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Text;

namespace Graph.Api.Responses;

/// <content>Passages of long texts.</content>
internal sealed partial class ResponseWriter
{
    /// <summary>Writes a passage, or null where there is no text, none of these words, or no leave to tell it whole, which is an error.</summary>
    private void WritePassage<TReader>(Piece piece, ref TReader reader, ResponseBuffer output)
        where TReader : IValueReader, allows ref struct
    {
        var shape = piece.Passage!;
        string? text = null;
        using (var json = new ResponseBuffer(1024))
        {
            if (reader.WriteScalar(json, shape.Text) is { } wrong) Report(piece, wrong);
            else text = JsonElement.Parse(json.ToString()).GetString();
        }

        var (mayBeWhole, terms) = ReadTerms(shape.Excerpt, ref reader);
        var place = shape.IsAround ? ReadPlace(ref reader) : null;
        if (text is null)
        {
            output.WriteNull();
            return;
        }

        Passage? passage = null;
        if (shape.IsAround)
        {
            if (place is var (start, end)) passage = Passage.Around(text, start, end, (int)ValueOf(shape.Characters)!, mayBeWhole);
        }
        else if (mayBeWhole)
        {
            passage = Passage.Whole(text);
        }
        else
        {
            Report(piece, ApiMessages.NotWhole(piece.Coordinate, id, terms));
        }

        if (passage is null) output.WriteNull();
        else shape.Row.Write(passage, output);
    }

    /// <summary>Whether the whole text may be told; the terms, where the node itself tells them.</summary>
    private (bool MayBeWhole, string? Terms) ReadTerms<TReader>(Excerpt excerpt, ref TReader reader)
        where TReader : IValueReader, allows ref struct
    {
        (bool MayBeWhole, string? Terms)? told = null;
        foreach (var way in excerpt.Terms)
        {
            Advance(ref reader);
            if (way.Steps.Count == 0)
            {
                if (ReadText(ref reader, ScalarKind.String) is { } own) told ??= (excerpt.Whole.Contains(own), own);
                continue;
            }

            var isForbidden = ReadIsAny(ref reader);
            Advance(ref reader);
            var isAllowed = ReadIsAny(ref reader);
            if (isForbidden || isAllowed) told ??= (!isForbidden, null);
        }

        return told ?? (false, null);
    }

    private static bool ReadIsAny<TReader>(ref TReader reader)
        where TReader : IValueReader, allows ref struct
    {
        reader.EnterList();
        if (!reader.MoveNext()) return false;
        reader.Skip();
        reader.LeaveList();
        return true;
    }

    /// <summary>Where the words stand that are asked for; null where nothing of that id quotes the text, or does not say where.</summary>
    private (long Start, long End)? ReadPlace<TReader>(ref TReader reader)
        where TReader : IValueReader, allows ref struct
    {
        Advance(ref reader);
        reader.EnterList();
        if (!reader.MoveNext()) return null;
        reader.EnterList();
        if (identified)
        {
            Advance(ref reader);
            reader.Skip();
        }

        Advance(ref reader);
        var start = ReadPoint(ref reader);
        Advance(ref reader);
        var end = ReadPoint(ref reader);
        reader.LeaveList();
        reader.LeaveList();
        return start is null || end is null ? null : (start.Value, end.Value);
    }

    private static long? ReadPoint<TReader>(ref TReader reader)
        where TReader : IValueReader, allows ref struct =>
        ReadText(ref reader, ScalarKind.Int) is { } text && long.TryParse(text, out var point) ? point : null;
}
