using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Values;

namespace Graph.Stores.Tests;

/// <summary>Makes batches of legible values: <c>Node("Film", ("id", "f1"), ("minutes", 90))</c>.</summary>
public sealed class Records(Ontology ontology)
{
    public RecordBatch Batch { get; } = new();

    public Records Node(string type, params (string Name, object? Value)[] values)
    {
        var node = ontology.FindNodeType(type)!;
        Batch.AddNode(node, Cells(node.Properties, values), new(Batch.AddFile("test"), Batch.Count + 1, 1));
        return this;
    }

    /// <summary>Ends are written <c>Film:f1</c>.</summary>
    public Records Relationship(string type, string start, string end, params (string Name, object? Value)[] values)
    {
        var relationship = ontology.FindRelationship(type)!;
        var (startType, startId) = End(start);
        var (endType, endId) = End(end);
        var cells = Cells(relationship.Properties?.Properties ?? [], values);
        Batch.AddRelationship(relationship, startType, startId, endType, endId, cells, new(Batch.AddFile("test"), Batch.Count + 1, 1));
        return this;
    }

    private Cell[] Cells(IReadOnlyList<Property> properties, (string Name, object? Value)[] values)
    {
        var cells = new Cell[properties.Count];
        foreach (var (name, value) in values) cells[properties.Single(property => property.Name == name).Ordinal] = CellOf(value);
        foreach (var list in properties.Where(
            property => property is { IsList: true, IsRequired: true } && cells[property.Ordinal].Kind == CellKind.Null))
            cells[list.Ordinal] = Batch.AddText("[]", CellKind.List);
        return cells;
    }

    private Cell CellOf(object? value) => value switch
    {
        null => Cell.Null,
        string text => Batch.AddText(text),
        int number => Cell.Of(number),
        long number => Cell.Of(number),
        double number => Cell.Of(number),
        bool truth => Cell.Of(truth),
        DateOnly day => Cell.Of(day),
        DateTimeOffset instant => Cell.Of(instant),
        Array list => ListOf(list),
        _ => throw new ArgumentException(value.ToString(), nameof(value)),
    };

    private (NodeType Type, Cell Id) End(string end) => (ontology.FindNodeType(end.Split(':')[0])!, Batch.AddText(end.Split(':')[1]));

    private Cell ListOf(Array items)
    {
        var list = new ListJson();
        foreach (var item in items) list.Add(item);
        return Batch.AddText(list.Close(), CellKind.List);
    }
}
