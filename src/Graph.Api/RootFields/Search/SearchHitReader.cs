using Graph.Api.Responses;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Search;

namespace Graph.Api.RootFields.Search;

/// <summary>A hit as it is read from its row; used again for the next one.</summary>
internal sealed class SearchHitReader(SearchShape shape, SearchText text, ResponseWriter writer) : IDisposable
{
    private readonly List<ResponseBuffer> nodes = [.. shape.Selections.Select(_ => new ResponseBuffer())];

    /// <summary>Its cursor, as JSON.</summary>
    public ResponseBuffer Cursor { get; } = new(64);

    /// <summary>Its id, as JSON.</summary>
    public ResponseBuffer Id { get; } = new(64);

    /// <summary>Its caption, as JSON.</summary>
    public ResponseBuffer Caption { get; } = new(64);

    /// <summary>Its type.</summary>
    public NodeType Type { get; private set; } = null!;

    /// <summary>Its grade, from 0.</summary>
    public int Grade { get; private set; }

    /// <summary>The properties in which words were found.</summary>
    public List<(string Name, Snippet Found)> Fields { get; } = [];

    /// <summary>One of its nodes, as JSON.</summary>
    public ResponseBuffer Node(int at) => nodes[at];

    /// <summary>Reads the row before which the reader stands; false where a node in it has to be null.</summary>
    public bool Read<TReader>(ref TReader row, int index)
        where TReader : IValueReader, allows ref struct
    {
        row.EnterList();
        ReadCursor(ref row);
        row.MoveNext();
        Id.Truncate(0);
        if (row.WriteScalar(Id, ScalarKind.Id) is { } fault) Id.WriteString(fault.Found);
        row.MoveNext();
        Caption.Truncate(0);
        if (row.WriteScalar(Caption, Type.Caption.Form) is not null || Caption.WrittenSpan.SequenceEqual("null"u8))
        {
            Caption.Truncate(0);
            Caption.WriteRaw(Id.WrittenSpan);
        }

        ReadFields(ref row);
        var isWhole = ReadNodes(ref row, index);
        row.LeaveList();
        return isWhole;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var buffer in nodes.Append(Cursor).Append(Id).Append(Caption)) buffer.Dispose();
    }

    private void ReadCursor<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        Cursor.Truncate(0);
        Cursor.WriteRaw(shape.Cursor.Prefix);
        Cursor.WriteByte((byte)',');
        row.MoveNext();
        Grade = (int)row.ReadInt64();
        Cursor.WriteInt64(Grade);
        Cursor.WriteByte((byte)',');
        row.MoveNext();
        Cursor.WriteInt64(row.ReadInt64());
        Cursor.WriteByte((byte)',');
        row.MoveNext();
        row.WriteExact(Cursor, ScalarKind.Id);
        Cursor.WriteByte((byte)',');
        row.MoveNext();
        var type = row.ReadInt64();
        Type = shape.Ontology.NodeTypes[(int)type];
        Cursor.WriteInt64(type);
        Cursor.WriteByte((byte)']');
    }

    private void ReadFields<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        Fields.Clear();
        row.MoveNext();
        if (row.ReadNull()) return;
        row.EnterList();
        foreach (var property in Type.Searched())
        {
            row.MoveNext();
            if (Snippet.Of(text, property.SearchAs!.Value, SearchObjects.ReadTexts(property, ref row)) is { } found)
                Fields.Add((property.Name, found));
        }

        row.LeaveList();
    }

    private bool ReadNodes<TReader>(ref TReader row, int index)
        where TReader : IValueReader, allows ref struct
    {
        foreach (var piece in shape.Pieces)
        {
            foreach (var value in piece.Item?.Facts ?? [])
            {
                if (value.Node is not var (at, byType)) continue;
                row.MoveNext();
                nodes[at].Truncate(0);
                if (!writer.WriteNode(shape.Root, piece.Piece, index, value.Piece, byType[Type.Ordinal]!, ref row, nodes[at])) return false;
            }
        }

        return true;
    }
}
