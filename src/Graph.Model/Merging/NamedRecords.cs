using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Sources;
using Graph.Model.Values;

namespace Graph.Model.Merging;

/// <summary>A node as its sources give it, apart from those that it is merged with.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its id.</param>
/// <param name="Values">Its other values as JSON, by property; a missing one is not there.</param>
public sealed record NamedNode(NodeType Type, string Id, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Who asserts it, see <see cref="Assertions"/>.</summary>
    public string? Sources { get; init; }

    /// <summary>The sources in whose names the writer at work has listed it.</summary>
    public IReadOnlyList<int> ListedBy { get; init; } = [];

    /// <summary>Where other actors are merged into it: who, and why.</summary>
    public IReadOnlyList<MergedName> MergedFrom { get; init; } = [];

    /// <summary>How a listing knows it.</summary>
    public string ListingKey => "n\0" + Id;
}

/// <summary>An actor that is merged into another.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Because">Why, in the words of who judged.</param>
/// <param name="At">When the judgement was recorded.</param>
public sealed record MergedName(string Id, string Name, string? Because, DateTimeOffset At);

/// <summary>A relationship between the nodes that its sources name.</summary>
/// <param name="Type">Its type.</param>
/// <param name="StartType">The type of the node it starts at.</param>
/// <param name="Start">That node's id.</param>
/// <param name="EndType">The type of the node it ends at.</param>
/// <param name="End">That node's id.</param>
/// <param name="Values">Its values as JSON, by property; a missing one is not there.</param>
public sealed record NamedRelationship(
    RelationshipType Type,
    NodeType StartType,
    string Start,
    NodeType EndType,
    string End,
    IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Who asserts it, see <see cref="Assertions"/>.</summary>
    public string? Sources { get; init; }

    /// <summary>The sources in whose names the writer at work has listed it.</summary>
    public IReadOnlyList<int> ListedBy { get; init; } = [];

    /// <summary>Its start can have one of its type.</summary>
    public bool IsSingleFromStart => Type.SingleStarts.Contains(StartType);

    /// <summary>Its end can have one of its type.</summary>
    public bool IsSingleFromEnd => Type.SingleEnds.Contains(EndType);

    /// <summary>What tells it apart from others of its type between the same nodes.</summary>
    public string Identity => string.Join('\0', Type.Identifying.Select(property => Values.GetValueOrDefault(property.Name)));

    /// <summary>What tells it apart from all others.</summary>
    public RelationshipKey Key => new(Type.Ordinal, StartType.Family.Ordinal, Start, EndType.Family.Ordinal, End, Identity);

    /// <summary>How a listing knows it.</summary>
    public string ListingKey => $"r\0{Type.Name}\0{StartType.Family.Ordinal}\0{Start}\0{EndType.Family.Ordinal}\0{End}\0{Identity}";
}

/// <summary>What tells a relationship apart: type, ends and identifying values.</summary>
public readonly record struct RelationshipKey(int Type, int StartFamily, string Start, int EndFamily, string End, string Identity);

/// <summary>The values of records outside a batch: JSON by the property's name.</summary>
public static class NamedValues
{
    /// <summary>Of a record in a batch; the id is left out.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<Property> properties, RecordBatch batch, ReadOnlySpan<Cell> cells)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < cells.Length; i++)
            if (cells[i].Kind != CellKind.Null && properties[i].Name != "id") values[properties[i].Name] = ValueJson.Of(batch, cells[i]);
        return values;
    }

    /// <summary>As cells of a batch, one a property.</summary>
    public static Cell[] Cells(IReadOnlyDictionary<string, string> values, IReadOnlyList<Property> properties, RecordBatch batch)
    {
        var cells = new Cell[properties.Count];
        foreach (var property in properties)
            if (values.TryGetValue(property.Name, out var json)) cells[property.Ordinal] = ValueJson.Cell(json, property, batch);
        return cells;
    }

    /// <summary>As one text to keep.</summary>
    public static string Text(IReadOnlyDictionary<string, string> values) =>
        $"{{{string.Join(',', values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"\"{value.Key}\":{value.Value}"))}}}";

    /// <summary>From what <see cref="Text"/> gave.</summary>
    public static IReadOnlyDictionary<string, string> Read(string text)
    {
        using var json = System.Text.Json.JsonDocument.Parse(text);
        return json.RootElement.EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetRawText(), StringComparer.Ordinal);
    }

    /// <summary>Both have the same values.</summary>
    public static bool AreEqual(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> another) =>
        one.Count == another.Count && one.All(value => another.TryGetValue(value.Key, out var other) && other == value.Value);

    /// <summary>A list given as JSON has an item.</summary>
    public static bool Has(string list, string item)
    {
        using var json = System.Text.Json.JsonDocument.Parse(list);
        return json.RootElement.EnumerateArray().Any(one => one.GetRawText() == item);
    }

    /// <summary>Lists given as JSON, as one: each item once, and one item, if given, never.</summary>
    public static string United(IEnumerable<string> lists, string? without = null)
    {
        var items = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            using var json = System.Text.Json.JsonDocument.Parse(list);
            foreach (var item in json.RootElement.EnumerateArray().Select(item => item.GetRawText()))
                if (item != without && known.Add(item)) items.Add(item);
        }

        return $"[{string.Join(',', items)}]";
    }
}
