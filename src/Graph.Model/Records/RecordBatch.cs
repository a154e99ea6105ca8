using System.Text;
using Graph.Model.Ontologies;

namespace Graph.Model.Records;

/// <summary>Where a record was read.</summary>
/// <param name="File">The place of its file in the batch's <see cref="RecordBatch.Files"/>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
public readonly record struct RecordPlace(int File, int Line, int Column);

/// <summary>A node of a batch; its cells are those of its type's properties, from <paramref name="FirstCell"/> on.</summary>
/// <param name="Type">Its type.</param>
/// <param name="FirstCell">Where its cells start.</param>
/// <param name="Place">Where it was read.</param>
public readonly record struct NodeEntry(NodeType Type, int FirstCell, RecordPlace Place);

/// <summary>How far a batch is filled: see <see cref="RecordBatch.CutBack"/>.</summary>
/// <param name="Nodes">Its nodes.</param>
/// <param name="Relationships">Its relationships.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Text">Its bytes of text.</param>
public readonly record struct RecordBatchMark(int Nodes, int Relationships, int Cells, int Text);

/// <summary>
/// Records on their way to a store: cells in one array, text in one buffer, no object a record. Reused with
/// <see cref="Clear"/>. Not safe for use by several threads at once.
/// </summary>
public sealed class RecordBatch
{
    private readonly List<NodeEntry> nodes = [];
    private readonly List<RelationshipEntry> relationships = [];
    private readonly List<string> files = [];
    private readonly List<string?> sources = [];
    private Cell[] cells;
    private byte[] text;
    private int cellCount;
    private int textLength;

    /// <summary>An empty batch with little room.</summary>
    public RecordBatch() => (cells, text) = (new Cell[1024], new byte[16 * 1024]);

    /// <summary>An empty batch with as much room as another has grown to, so that it need not grow by and by.</summary>
    public RecordBatch(RecordBatch like)
    {
        (cells, text) = (new Cell[like.cells.Length], new byte[like.text.Length]);
        nodes.EnsureCapacity(like.nodes.Count);
        relationships.EnsureCapacity(like.relationships.Count);
    }

    /// <summary>The nodes.</summary>
    public IReadOnlyList<NodeEntry> Nodes => nodes;

    /// <summary>The relationships.</summary>
    public IReadOnlyList<RelationshipEntry> Relationships => relationships;

    /// <summary>The files that the places of the records refer to.</summary>
    public IReadOnlyList<string> Files => files;

    /// <summary>How many records there are.</summary>
    public int Count => nodes.Count + relationships.Count;

    /// <summary>How many bytes of text there are.</summary>
    public int TextLength => textLength;

    /// <summary>The cells of a node, one a property of its type by ordinal.</summary>
    public ReadOnlySpan<Cell> Cells(in NodeEntry node) => cells.AsSpan(node.FirstCell, node.Type.Properties.Count);

    /// <summary>The cells of a relationship, one a property of its type by ordinal; empty where it carries none.</summary>
    public ReadOnlySpan<Cell> Cells(in RelationshipEntry relationship) =>
        cells.AsSpan(relationship.FirstCell, relationship.Type.Properties?.Properties.Count ?? 0);

    /// <summary>The UTF-8 bytes of a text or list cell.</summary>
    public ReadOnlySpan<byte> Utf8(in Cell cell) => text.AsSpan(cell.Offset, cell.Length);

    /// <summary>The text of a text or list cell.</summary>
    public string Text(in Cell cell) => Encoding.UTF8.GetString(Utf8(cell));

    /// <summary>The id of a node.</summary>
    public string Id(in NodeEntry node) => Text(cells[node.FirstCell + node.Type.Id.Ordinal]);

    /// <summary>Whether two records of one batch have the same values.</summary>
    public static bool AreEqual(RecordBatch batch, ReadOnlySpan<Cell> a, ReadOnlySpan<Cell> b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            var isText = a[i].Kind is CellKind.Text or CellKind.List;
            if (a[i].Kind != b[i].Kind || (isText ? !batch.Utf8(a[i]).SequenceEqual(batch.Utf8(b[i])) : a[i].Number != b[i].Number)) return false;
        }

        return true;
    }

    /// <summary>Names a file once; its index is used in <see cref="RecordPlace.File"/>.</summary>
    public int AddFile(string path)
    {
        var known = files.LastIndexOf(path);
        if (known >= 0) return known;
        files.Add(path);
        sources.Add(null);
        return files.Count - 1;
    }

    /// <summary>The source in whose name the records of a file are written; null where nobody's.</summary>
    public string? SourceOf(int file) => file < sources.Count ? sources[file] : null;

    /// <summary>Says in whose name the records of a file are written.</summary>
    public void Attribute(int file, string? source) => sources[file] = source;

    /// <summary>Keeps UTF-8 text and gives its cell.</summary>
    public Cell AddText(ReadOnlySpan<byte> utf8, CellKind kind = CellKind.Text)
    {
        utf8.CopyTo(Reserve(utf8.Length));
        var cell = Cell.Text(kind, textLength, utf8.Length);
        textLength += utf8.Length;
        return cell;
    }

    /// <summary>Keeps text and gives its cell.</summary>
    public Cell AddText(ReadOnlySpan<char> value, CellKind kind = CellKind.Text)
    {
        var written = Encoding.UTF8.GetBytes(value, Reserve(Encoding.UTF8.GetMaxByteCount(value.Length)));
        var cell = Cell.Text(kind, textLength, written);
        textLength += written;
        return cell;
    }

    /// <summary>
    /// Room at the end of the text buffer for a reader that decodes in place: write there, then
    /// <see cref="CommitText"/>.
    /// </summary>
    public Span<byte> Reserve(int length)
    {
        if (text.Length - textLength < length) Array.Resize(ref text, Math.Max(text.Length * 2, textLength + length));
        return text.AsSpan(textLength);
    }

    /// <summary>Keeps the first bytes of what <see cref="Reserve"/> gave, and gives their cell.</summary>
    public Cell CommitText(int length, CellKind kind = CellKind.Text)
    {
        var cell = Cell.Text(kind, textLength, length);
        textLength += length;
        return cell;
    }

    /// <summary>Adds a node; <paramref name="values"/> has one cell a property of the type, by ordinal.</summary>
    public void AddNode(NodeType type, ReadOnlySpan<Cell> values, RecordPlace place) =>
        nodes.Add(new(type, AddCells(values, type.Properties.Count), place));

    /// <summary>Adds a relationship; <paramref name="values"/> has one cell a property it carries, by ordinal.</summary>
    public void AddRelationship(
        RelationshipType type,
        NodeType startType,
        Cell start,
        NodeType endType,
        Cell end,
        ReadOnlySpan<Cell> values,
        RecordPlace place) =>
        relationships.Add(new(type, startType, start, endType, end, AddCells(values, type.Properties?.Properties.Count ?? 0), place));

    /// <summary>How far the batch is filled, so that it can be cut back to here.</summary>
    public RecordBatchMark Mark() => new(nodes.Count, relationships.Count, cellCount, textLength);

    /// <summary>Forgets what was added since the mark was taken; no record before it is touched.</summary>
    public void CutBack(RecordBatchMark mark)
    {
        nodes.RemoveRange(mark.Nodes, nodes.Count - mark.Nodes);
        relationships.RemoveRange(mark.Relationships, relationships.Count - mark.Relationships);
        cellCount = mark.Cells;
        textLength = mark.Text;
    }

    /// <summary>Gives a relationship the ids of other ends, of the same types.</summary>
    public void Relink(int index, Cell start, Cell end) => relationships[index] = relationships[index] with { Start = start, End = end };

    /// <summary>Makes a batch of some of its own relationships, in their order: all other records are taken out.</summary>
    /// <param name="some">Relationships that are or were in the batch since it was cleared.</param>
    public void Retain(IEnumerable<RelationshipEntry> some)
    {
        RelationshipEntry[] kept = [.. some];
        nodes.Clear();
        relationships.Clear();
        relationships.AddRange(kept);
    }

    /// <summary>Takes the values of some properties from all nodes.</summary>
    public void TakeOut(Predicate<Property> unwanted)
    {
        foreach (var node in nodes)
            foreach (var property in node.Type.Properties)
                if (unwanted(property)) cells[node.FirstCell + property.Ordinal] = default;
    }

    /// <summary>Takes out the nodes for which <paramref name="unwanted"/>, asked of each once and in order, answers true.</summary>
    public void RemoveNodes(Predicate<NodeEntry> unwanted) => nodes.RemoveAll(unwanted);

    /// <summary>The same of relationships.</summary>
    public void RemoveRelationships(Predicate<RelationshipEntry> unwanted) => relationships.RemoveAll(unwanted);

    /// <summary>Forgets all records, keeping the room they took.</summary>
    public void Clear()
    {
        nodes.Clear();
        relationships.Clear();
        files.Clear();
        sources.Clear();
        cellCount = 0;
        textLength = 0;
    }

    private int AddCells(ReadOnlySpan<Cell> values, int expected)
    {
        if (values.Length != expected)
            throw new ArgumentException($"The record has {values.Length} cells where its type has {expected} properties.", nameof(values));
        if (cells.Length - cellCount < expected) Array.Resize(ref cells, Math.Max(cells.Length * 2, cellCount + expected));
        values.CopyTo(cells.AsSpan(cellCount));
        cellCount += expected;
        return cellCount - expected;
    }
}
