using Graph.Api.Responses;
using Graph.GraphQL.Json;
using Graph.Model.Queries;
using Graph.Model.Search;

namespace Graph.Api.RootFields.Search;

/// <summary>Writes a search, whose answer is one row: see <see cref="SearchQuery"/>.</summary>
internal sealed class SearchWriter(SearchShape shape, Parameter typed, ResponseWriter writer, ResponseBuffer output) : IRootWriter
{
    // A text that is refused is refused by the store, in its sentence: there are no rows then.
    private readonly Lazy<SearchText> text = new(() => SearchQuery.SearchTextOf(writer.ValueOf(typed)), LazyThreadSafetyMode.None);
    private readonly ResponseBuffer[] parts = [.. shape.Pieces.Select(_ => new ResponseBuffer())];
    private readonly ResponseBuffer first = new(64);
    private readonly ResponseBuffer last = new(64);
    private bool failed;
    private bool hasMore;
    private int count;

    /// <inheritdoc/>
    public void Take<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        row.EnterList();
        row.MoveNext();
        if (!row.ReadNull()) ReadHits(ref row);
        if (!failed)
        {
            row.MoveNext();
            var total = row.ReadNull() ? 0 : row.ReadInt64();
            Each(SearchPart.TotalCount, (_, part) => part.WriteInt64(total));
            row.MoveNext();
            if (!row.ReadNull()) ReadFacets(ref row);
            row.MoveNext();
            if (row.ReadNull()) Each(SearchPart.Suggestions, static (_, part) => part.WriteRaw("[]"u8));
            else ReadSuggestions(ref row);
            Each(SearchPart.PageInfo, (piece, part) => WritePageInfo(piece.PageInfo!, part));
        }

        row.LeaveList();
    }

    /// <inheritdoc/>
    public bool Complete()
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (!failed)
            {
                output.WriteRaw(shape.Pieces[i].Piece.Before);
                output.WriteRaw(parts[i].WrittenSpan);
            }

            parts[i].Dispose();
        }

        first.Dispose();
        last.Dispose();
        if (!failed) output.WriteRaw(shape.After);
        return !failed;
    }

    private void Each(SearchPart kind, Action<SearchPiece, ResponseBuffer> write)
    {
        for (var i = 0; i < parts.Length; i++)
            if (shape.Pieces[i].Part == kind) write(shape.Pieces[i], parts[i]);
    }

    private void ReadHits<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        using var hit = new SearchHitReader(shape, text.Value, writer);
        var limit = shape.Page.Limit is { } parameter ? (int)writer.ValueOf(parameter)! : int.MaxValue;
        Each(SearchPart.Hits, static (_, part) => part.WriteByte((byte)'['));
        row.EnterList();
        while (row.MoveNext())
        {
            if (count == limit)
            {
                hasMore = true;
                row.Skip();
                continue;
            }

            if (shape.Page.Limit is null) writer.CheckLength(shape.Root, count);
            if (!hit.Read(ref row, count))
            {
                failed = true;
                row.LeaveList();
                return;
            }

            Each(SearchPart.Hits, (piece, part) =>
            {
                if (count > 0) part.WriteByte((byte)',');
                SearchObjects.Write(piece.Item!, hit, part);
            });
            Keep(hit.Cursor, last);
            if (count++ == 0) Keep(hit.Cursor, first);
        }

        Each(SearchPart.Hits, static (_, part) => part.WriteByte((byte)']'));
    }

    private static void Keep(ResponseBuffer cursor, ResponseBuffer kept)
    {
        kept.Truncate(0);
        kept.WriteRaw(cursor.WrittenSpan);
    }

    private void ReadFacets<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        var facets = new List<(string Type, long Count)>();
        row.EnterList();
        while (row.MoveNext())
        {
            row.EnterList();
            row.MoveNext();
            var type = shape.Ontology.NodeTypes[(int)row.ReadInt64()].Name;
            row.MoveNext();
            facets.Add((type, row.ReadInt64()));
            row.LeaveList();
        }

        Each(SearchPart.Facets, (piece, part) => SearchObjects.Write(piece.Item!, facets, part));
    }

    private void ReadSuggestions<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        var near = new List<NearName>();
        row.EnterList();
        while (row.MoveNext())
        {
            row.EnterList();
            row.MoveNext();
            var type = shape.Ontology.NodeTypes[(int)row.ReadInt64()];
            row.MoveNext();
            var degree = row.ReadInt64();
            row.MoveNext();
            var caption = SearchObjects.ReadTexts(type.Caption, ref row);
            var names = new List<string>();
            row.MoveNext();
            row.EnterList();
            foreach (var property in type.Named())
            {
                row.MoveNext();
                names.AddRange(SearchObjects.ReadTexts(property, ref row));
            }

            row.LeaveList();
            row.LeaveList();
            if (caption is [var known]) near.Add(new(known, degree, names));
        }

        var suggested = Suggestions.Of(text.Value, near);
        Each(SearchPart.Suggestions, (_, part) =>
        {
            part.WriteByte((byte)'[');
            for (var i = 0; i < suggested.Count; i++)
            {
                if (i > 0) part.WriteByte((byte)',');
                part.WriteString(suggested[i]);
            }

            part.WriteByte((byte)']');
        });
    }

    private void WritePageInfo(PageInfoShape info, ResponseBuffer part)
    {
        foreach (var (fact, before) in info.Facts)
        {
            part.WriteRaw(before);
            if (fact == PageFact.HasNextPage) part.WriteBoolean(hasMore);
            else if (fact == PageFact.HasPreviousPage) part.WriteBoolean(shape.Page.After is not null);
            else if (count == 0) part.WriteNull();
            else ResponseWriter.WriteCursor(part, fact == PageFact.StartCursor ? first : last);
        }

        part.WriteRaw(info.After);
    }
}
