using System.Text.Json;
using Graph.Import.Pipeline;

namespace Graph.Import.FollowTheMoney;

/// <summary>An entity: a schema, and lists of texts by the names of their properties.</summary>
internal sealed class Entity
{
    private static readonly IReadOnlyList<string> Nothing = [];

    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);

    public required string Id { get; init; }

    public required string Schema { get; set; }

    /// <summary>The name that its publisher chose for it, or null.</summary>
    public string? Caption { get; set; }

    /// <summary>The datasets that name it.</summary>
    public List<string> Datasets { get; } = [];

    /// <summary>The counts of the file where it was read.</summary>
    public required FileTally Tally { get; init; }

    /// <summary>Its line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>It as text, for whoever mends it.</summary>
    public required string Source { get; init; }

    /// <summary>The values of a property.</summary>
    public IReadOnlyList<string> this[string property] => values.TryGetValue(property, out var found) ? found : Nothing;

    /// <summary>The value of a property that has just one; otherwise null.</summary>
    public string? Single(string property) => this[property] is [var only] ? only : null;

    /// <summary>The first value of a property, or null.</summary>
    public string? First(string property) => this[property] is [var first, ..] ? first : null;

    /// <summary>Adds a value that it does not have.</summary>
    public void Add(string property, string value)
    {
        if (value.Length == 0) return;
        if (!values.TryGetValue(property, out var list)) values[property] = list = [];
        if (!list.Contains(value, StringComparer.Ordinal)) list.Add(value);
    }

    /// <summary>The same entity with some of its properties only: what it takes to settle these later.</summary>
    public Entity With(params ReadOnlySpan<string> properties)
    {
        var some = new Entity { Id = Id, Schema = Schema, Tally = Tally, Line = Line, Source = Source };
        some.Datasets.AddRange(Datasets);
        foreach (var property in properties)
            foreach (var value in this[property]) some.Add(property, value);
        return some;
    }

    /// <summary>Adds all that another entity says of the same thing.</summary>
    public void Unite(Entity other)
    {
        Schema = Schemata.Closer(Schema, other.Schema);
        Caption ??= other.Caption;
        foreach (var dataset in other.Datasets.Where(dataset => !Datasets.Contains(dataset, StringComparer.Ordinal))) Datasets.Add(dataset);
        foreach (var (property, list) in other.values)
            foreach (var value in list) Add(property, value);
    }

    /// <summary>Reads an object of the model.</summary>
    /// <param name="json">The object; it has an id and a schema.</param>
    /// <param name="tally">The counts of its file.</param>
    /// <param name="line">Its line.</param>
    /// <param name="source">The line as text.</param>
    public static Entity Of(JsonElement json, FileTally tally, int line, string source)
    {
        var entity = new Entity
        {
            Id = json.GetProperty("id").GetString()!,
            Schema = json.GetProperty("schema").GetString()!,
            Caption = json.TryGetProperty("caption", out var caption) && caption.ValueKind == JsonValueKind.String ? caption.GetString() : null,
            Tally = tally,
            Line = line,
            Source = source,
        };
        if (json.TryGetProperty("datasets", out var datasets) && datasets.ValueKind == JsonValueKind.Array)
            entity.Datasets.AddRange(Texts(datasets));
        if (!json.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object) return entity;
        foreach (var property in properties.EnumerateObject())
            foreach (var value in Texts(property.Value)) entity.Add(property.Name, value);
        return entity;
    }

    // A reference may be written out as the whole entity that it leads to.
    private static IEnumerable<string> Texts(JsonElement list)
    {
        if (list.ValueKind == JsonValueKind.String) return [list.GetString()!];
        if (list.ValueKind != JsonValueKind.Array) return [];
        return list.EnumerateArray().Select(item => item.ValueKind switch
        {
            JsonValueKind.String => item.GetString()!,
            JsonValueKind.Object when item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String => id.GetString()!,
            _ => "",
        }).Where(text => text.Length > 0);
    }
}
