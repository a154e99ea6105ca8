using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Values;

namespace Graph.Api.Responses;

/// <content>Values that are at fault: whose they are, where they stand, and what is said of them.</content>
internal sealed partial class ResponseWriter
{
    private void ReadId<TReader>(ref TReader reader)
        where TReader : IValueReader, allows ref struct
    {
        Advance(ref reader);
        id = ReadText(ref reader, ScalarKind.Id);
        if (depth == 1) ItemId = id;
    }

    /// <summary>The next value as a person reads it; null where there is none.</summary>
    private static string? ReadText<TReader>(ref TReader reader, ScalarKind kind)
        where TReader : IValueReader, allows ref struct
    {
        using var text = new ResponseBuffer(64);
        reader.WriteExact(text, kind);
        return AsRead(text.ToString());
    }

    /// <summary>An id as a person reads it, of the JSON in which it is written exactly: text, or another value in a list of its own.</summary>
    private static string? AsRead(string json)
    {
        var written = JsonElement.Parse(json);
        var value = written.ValueKind == JsonValueKind.Array ? written[0] : written;
        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        };
    }

    private static string NameOf(Piece piece) => piece.Coordinate[(piece.Coordinate.IndexOf('.') + 1)..];

    /// <summary>Remembers an error; false, as null has to take the place of a value further out where the field is required.</summary>
    private bool Report(Piece piece, ValueFault? fault) => Report(
        piece,
        fault is null ? ApiMessages.MissingValue(piece.Coordinate, id)
            : piece.IsAggregate ? ApiMessages.WrongFigure(NameOf(piece), NameOf(frames[depth - 1].Piece), piece.Form, fault)
            : ApiMessages.WrongValue(piece.Coordinate, piece.Form, id, fault),
        fault?.Index);

    private bool Report(Piece piece, string message, int? at = null)
    {
        if (errors.Count == Limits.MaxErrors) return false;
        List<object> place = [.. path];
        for (var i = 0; i < depth; i++)
        {
            // The root's own key is in the path already.
            if (i > 0) place.Add(frames[i].Piece.Key);
            if (frames[i].Piece.Kind == PieceKind.List) place.Add(frames[i].Index);
        }

        place.AddRange(piece.Within);
        place.Add(piece.Key);
        if (at is { } item) place.Add(item);
        errors.Add(new(message, [.. piece.Nodes]) { Path = place });
        return false;
    }
}
