using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Values;

namespace Graph.Import.Feeds;

/// <summary>A node on its way into a batch: its cells by the names of its properties. Reused for all nodes of a type.</summary>
/// <param name="type">The type.</param>
internal sealed class NodeDraft(NodeType type)
{
    private readonly Cell[] cells = new Cell[type.Properties.Count];
    private readonly ListJson list = new();
    private RecordBatch batch = new();

    public NodeType Type => type;

    /// <summary>Begins a node; lists that must be there are empty until they are set.</summary>
    public NodeDraft Begin(RecordBatch target, string id)
    {
        batch = target;
        Array.Clear(cells);
        foreach (var property in type.Properties)
            if (property is { IsList: true, IsRequired: true }) cells[property.Ordinal] = batch.AddText("[]"u8, CellKind.List);
        return Set(type.Id.Name, id);
    }

    /// <summary>Text, or nothing where it is null.</summary>
    public NodeDraft Set(string property, string? text)
    {
        if (text is not null) cells[Ordinal(property)] = batch.AddText(text);
        return this;
    }

    /// <summary>A day, or nothing where it is null.</summary>
    public NodeDraft Set(string property, DateOnly? day)
    {
        if (day is { } given) cells[Ordinal(property)] = Cell.Of(given);
        return this;
    }

    /// <summary>A number.</summary>
    public NodeDraft Set(string property, double number)
    {
        cells[Ordinal(property)] = Cell.Of(number);
        return this;
    }

    /// <summary>A list of texts.</summary>
    public NodeDraft Set(string property, IReadOnlyList<string> texts)
    {
        list.Clear();
        foreach (var text in texts) list.Text(Encoding.UTF8.GetBytes(text));
        cells[Ordinal(property)] = batch.AddText(list.Close(), CellKind.List);
        return this;
    }

    /// <summary>Adds it to the batch.</summary>
    public void Add(RecordPlace place) => batch.AddNode(type, cells, place);

    private int Ordinal(string property) =>
        type.FindProperty(property)?.Ordinal ?? throw new InvalidOperationException($"{type.Name} has no property {property}.");
}
