using System.Text.Json;
using Graph.Api.Responses;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Search;

namespace Graph.Api.RootFields.Search;

/// <summary>Writes the objects of the search's own types.</summary>
internal static class SearchObjects
{
    /// <summary>Writes a hit.</summary>
    public static void Write(SearchObject shape, SearchHitReader hit, ResponseBuffer output)
    {
        foreach (var value in shape.Facts)
        {
            output.WriteRaw(value.Piece.Before);
            switch (value.Fact)
            {
                case SearchFact.Cursor: ResponseWriter.WriteCursor(output, hit.Cursor); break;
                case SearchFact.Type: output.WriteString(hit.Type.Name); break;
                case SearchFact.Id: output.WriteRaw(hit.Id.WrittenSpan); break;
                case SearchFact.Caption: output.WriteRaw(hit.Caption.WrittenSpan); break;
                case SearchFact.Score: output.WriteInt64(SearchGrades.Count - hit.Grade); break;
                case SearchFact.Node: output.WriteRaw(hit.Node(value.Node!.Value.At).WrittenSpan); break;
                default: WriteList(value.Inner!, hit.Fields, output, WriteField); break;
            }
        }

        output.WriteRaw(shape.After);
    }

    /// <summary>Writes the facets.</summary>
    public static void Write(SearchObject shape, IReadOnlyList<(string Type, long Count)> facets, ResponseBuffer output) =>
        WriteList(shape, facets, output, static (fact, facet, output, _) =>
        {
            if (fact == SearchFact.Type) output.WriteString(facet.Type);
            else output.WriteInt64(facet.Count);
        });

    /// <summary>The texts of the next value; none where it is missing or not of its property's form.</summary>
    public static IReadOnlyList<string> ReadTexts<TReader>(Property property, ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        using var json = new ResponseBuffer();
        if (row.WriteScalar(json, property.Form) is not null) return [];
        var value = JsonElement.Parse(json.WrittenSpan);
        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => [.. value.EnumerateArray().Select(item => item.GetString()!)],
            _ => [],
        };
    }

    private static void WriteField(SearchFact fact, (string Name, Snippet Found) field, ResponseBuffer output, SearchObject? inner)
    {
        switch (fact)
        {
            case SearchFact.Name: output.WriteString(field.Name); break;
            case SearchFact.Snippet: output.WriteString(field.Found.Text); break;
            default:
                WriteList(inner!, field.Found.Ranges, output,
                    static (fact, range, output, _) => output.WriteInt64(fact == SearchFact.Start ? range.Start : range.End));
                break;
        }
    }

    private static void WriteList<T>(
        SearchObject shape, IReadOnlyList<T> items, ResponseBuffer output, Action<SearchFact, T, ResponseBuffer, SearchObject?> write)
    {
        output.WriteByte((byte)'[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) output.WriteByte((byte)',');
            foreach (var value in shape.Facts)
            {
                output.WriteRaw(value.Piece.Before);
                write(value.Fact, items[i], output, value.Inner);
            }

            output.WriteRaw(shape.After);
        }

        output.WriteByte((byte)']');
    }
}
