using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Import.Feeds;

/// <summary>Adds the relationships of feeds to batches.</summary>
/// <param name="types">The types that they connect.</param>
internal sealed class FeedLinks(FeedTypes types)
{
    private readonly Dictionary<string, RelationshipType> relationships = new(StringComparer.Ordinal);
    private readonly Cell[] cells = new Cell[8];

    /// <summary>A relationship that carries nothing, or of which nothing is said.</summary>
    public void Add(RecordBatch batch, string name, (NodeType Type, string Id) start, (NodeType Type, string Id) end, RecordPlace place)
    {
        var type = Of(name);
        cells.AsSpan().Clear();
        Add(batch, type, start, end, place);
    }

    /// <summary>One with a property.</summary>
    public void Add(
        RecordBatch batch,
        string name,
        (NodeType Type, string Id) start,
        (NodeType Type, string Id) end,
        string property,
        string? value,
        RecordPlace place)
    {
        var type = Of(name);
        cells.AsSpan().Clear();
        if (value is not null) cells[type.Properties!.Find(property)!.Ordinal] = batch.AddText(value);
        Add(batch, type, start, end, place);
    }

    /// <summary>One that holds from a day until another.</summary>
    public void Add(
        RecordBatch batch,
        string name,
        (NodeType Type, string Id) start,
        (NodeType Type, string Id) end,
        (DateOnly? Since, DateOnly? Until) days,
        RecordPlace place)
    {
        var type = Of(name);
        cells.AsSpan().Clear();
        if (days.Since is { } since) cells[type.Properties!.Find("since")!.Ordinal] = Cell.Of(since);
        if (days.Until is { } until) cells[type.Properties!.Find("until")!.Ordinal] = Cell.Of(until);
        Add(batch, type, start, end, place);
    }

    /// <summary>Says which dataset a node is from, where the ontology has a place for it.</summary>
    public void AddSource(RecordBatch batch, (NodeType Type, string Id) node, string dataset, RecordPlace place)
    {
        if (types.Domain.NamesDatasets(node.Type)) Add(batch, "FROM", node, (types.Dataset, dataset), place);
    }

    private void Add(RecordBatch batch, RelationshipType type, (NodeType Type, string Id) start, (NodeType Type, string Id) end, RecordPlace place) =>
        batch.AddRelationship(
            type,
            start.Type,
            batch.AddText(start.Id),
            end.Type,
            batch.AddText(end.Id),
            cells.AsSpan(0, type.Properties?.Properties.Count ?? 0),
            place);

    private RelationshipType Of(string name)
    {
        if (!relationships.TryGetValue(name, out var type)) relationships[name] = type = types.Relationship(name);
        return type;
    }
}
