using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Model.Sources;

/// <summary>
/// Cuts stored records down to what some sources say of them, so that a reader of these sources alone learns nothing that others say: a
/// record that none of them asserts is left out, one that others assert too has the values that these give.
/// </summary>
/// <param name="sources">The numbers of the sources.</param>
public sealed class RecordsOfSources(IReadOnlySet<int> sources)
{
    /// <summary>How many records are handed on together, and how much text: both bound memory.</summary>
    private const int FullRecords = 10_000, FullTextBytes = 16_000_000;

    private readonly RecordBatch batch = new();

    /// <summary>Whether any source is known at all; otherwise nothing can be asserted by them.</summary>
    public bool Any => sources.Count > 0;

    /// <summary>The records, into which a store reads values before they are added.</summary>
    public RecordBatch Batch => batch;

    /// <summary>There are as many as are handed on together.</summary>
    public bool IsFull => batch.Count >= FullRecords || batch.TextLength >= FullTextBytes;

    /// <summary>What a store keeps of records that only one of the sources asserts.</summary>
    public IReadOnlyList<string> Soles => [.. sources.Order().Select(source => Assertions.Sole(source)!)];

    /// <summary>Adds a stored node, as the sources give it.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="text">Who asserts it, as the store keeps it.</param>
    /// <param name="stored">Its values in the graph, cells of <see cref="Batch"/>.</param>
    public void Add(NodeType type, string? text, Cell[] stored)
    {
        if (Of(text, type.Properties, stored) is { } cells) batch.AddNode(type, cells, default);
    }

    /// <summary>Adds a stored relationship, as the sources give it.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="start">The node at its start: type and id, a cell of <see cref="Batch"/>.</param>
    /// <param name="end">The same of its end.</param>
    /// <param name="text">Who asserts it, as the store keeps it.</param>
    /// <param name="stored">Its values in the graph, cells of <see cref="Batch"/>.</param>
    public void Add(RelationshipType type, (NodeType Type, Cell Id) start, (NodeType Type, Cell Id) end, string? text, Cell[] stored)
    {
        if (Of(text, type.Properties?.Properties ?? [], stored) is { } cells)
            batch.AddRelationship(type, start.Type, start.Id, end.Type, end.Id, cells, default);
    }

    /// <summary>Adds the nodes that are one with others, each as the sources give it.</summary>
    public void Add(IEnumerable<Member> members)
    {
        foreach (var raw in members.Select(member => member.Raw))
        {
            var stored = NamedValues.Cells(raw.Values, raw.Type.Properties, batch);
            stored[raw.Type.Id.Ordinal] = batch.AddText(raw.Id);
            Add(raw.Type, raw.Sources, stored);
        }
    }

    /// <summary>Adds the relationships that sources give such nodes.</summary>
    public void Add(IEnumerable<NamedRelationship> relationships)
    {
        foreach (var one in relationships)
        {
            var stored = NamedValues.Cells(one.Values, one.Type.Properties?.Properties ?? [], batch);
            Add(one.Type, (one.StartType, batch.AddText(one.Start)), (one.EndType, batch.AddText(one.End)), one.Sources, stored);
        }
    }

    /// <summary>Hands the records on, if there are any, and begins anew.</summary>
    public async ValueTask SendAsync(Func<RecordBatch, CancellationToken, ValueTask> take, CancellationToken cancellationToken)
    {
        if (batch.Count > 0) await take(batch, cancellationToken);
        batch.Clear();
    }

    private Cell[]? Of(string? text, IReadOnlyList<Property> properties, Cell[] stored)
    {
        if (text is null) return null;
        if (text[0] != Assertions.ListStart)
        {
            return sources.Contains(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)) ? stored : null;
        }
        var assertions = Assertions.Read(text, properties, batch, stored);
        var isShared = assertions.Retain(sources);
        if (assertions.IsEmpty) return null;
        var united = assertions.Unite(properties, batch, stored);
        if (!isShared) return united;
        foreach (var property in properties)
            if (property.IsImportStamp) united[property.Ordinal] = Cell.Null;
        return united;
    }
}
