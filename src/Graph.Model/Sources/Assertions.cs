using System.Globalization;
using System.Text.Json;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Values;

namespace Graph.Model.Sources;

/// <summary>
/// Who asserts one record, and with which values. A store keeps it with the record as a text, which both stores read and write
/// alike: nothing at all where nobody asserts it by name, which is so of everything imported without a source; the number of its
/// only source, whose values are those in the graph; otherwise a list of sources with the values each gives.
/// </summary>
/// <remarks>
/// The order is that in which the sources were imported last. Of a property the value of the latest that gives one stands, of a
/// list what all give together. A record that nobody asserts but on which relationships of others hang has an empty list.
/// </remarks>
public sealed class Assertions
{
    /// <summary>The number that stands for whoever imported a record without naming a source: it never takes anything back.</summary>
    public const int Nobody = 0;

    /// <summary>The text of a record that none asserts any more.</summary>
    public const string None = "[]";

    /// <summary>What the texts of records with several sources, or none, begin with.</summary>
    public const char ListStart = '[';

    private readonly List<Assertion> all = [];

    private Assertions()
    {
    }

    /// <summary>The text of a record that only this source asserts; null for <see cref="Nobody"/>.</summary>
    public static string? Sole(int source) => source == Nobody ? null : source.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the text of a record with several sources names one of them.</summary>
    public static bool Names(string text, int source)
    {
        using var list = JsonDocument.Parse(text);
        return list.RootElement.EnumerateArray().Any(one => one[0].GetInt32() == source);
    }

    /// <summary>The sources that a text names; none where nobody asserts the record by name.</summary>
    public static IReadOnlyList<int> SourcesOf(string? text)
    {
        if (text is null) return [];
        if (text[0] != ListStart) return [int.Parse(text, CultureInfo.InvariantCulture)];
        using var list = JsonDocument.Parse(text);
        return [.. list.RootElement.EnumerateArray().Select(one => one[0].GetInt32()).Where(source => source != Nobody)];
    }

    /// <summary>Reads what a store keeps.</summary>
    /// <param name="text">The text kept with the record.</param>
    /// <param name="properties">The properties of the record.</param>
    /// <param name="batch">Holds the text of the cells.</param>
    /// <param name="stored">The values in the graph, one cell a property.</param>
    public static Assertions Read(string? text, IReadOnlyList<Property> properties, RecordBatch batch, ReadOnlySpan<Cell> stored)
    {
        var assertions = new Assertions();
        if (text is null || text[0] != ListStart)
        {
            assertions.Put(text is null ? Nobody : int.Parse(text, CultureInfo.InvariantCulture), properties, batch, stored);
            return assertions;
        }

        using var list = JsonDocument.Parse(text);
        foreach (var one in list.RootElement.EnumerateArray())
            assertions.all.Add(new(one[0].GetInt32(), one[1].EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetRawText())));
        return assertions;
    }

    /// <summary>The source asserts the record with these values, and nothing else of it; it is the latest now.</summary>
    public void Put(int source, IReadOnlyList<Property> properties, RecordBatch batch, ReadOnlySpan<Cell> cells)
    {
        Remove(source);
        var values = new Dictionary<string, string>();
        for (var i = 0; i < cells.Length; i++)
        {
            // A stamp is the store's own, and the id is the same whoever gives it.
            if (cells[i].Kind == CellKind.Null || properties[i].IsImportStamp || properties[i].Name == "id") continue;
            values[properties[i].Name] = ValueJson.Of(batch, cells[i]);
        }

        all.Add(new(source, values));
    }

    /// <summary>The source asserts the record no more; false where it did not.</summary>
    public bool Remove(int source) => all.RemoveAll(one => one.Source == source) > 0;

    /// <summary>Leaves what some sources assert; what others and nobody say is forgotten.</summary>
    /// <returns>Something was forgotten.</returns>
    public bool Retain(IReadOnlySet<int> sources) => all.RemoveAll(one => !sources.Contains(one.Source)) > 0;

    /// <summary>Nobody asserts the record.</summary>
    public bool IsEmpty => all.Count == 0;

    /// <summary>The text to keep, once the graph holds what <see cref="Unite"/> gives.</summary>
    public string? Text()
    {
        if (all.Count == 0) return None;
        if (all.Count == 1) return Sole(all[0].Source);
        var each = all.Select(one => (one.Source, Values: string.Join(',', one.Values.Select(value => $"\"{value.Key}\":{value.Value}"))));
        return $"[{string.Join(',', each.Select(one => $"[{one.Source.ToString(CultureInfo.InvariantCulture)},{{{one.Values}}}]"))}]";
    }

    /// <summary>The values that the sources give together, one cell a property; of the id, what is in the graph.</summary>
    /// <param name="properties">The properties of the record.</param>
    /// <param name="batch">Takes the text of the cells.</param>
    /// <param name="stored">The values in the graph, of the same batch: these stand where nobody asserts the record.</param>
    public Cell[] Unite(IReadOnlyList<Property> properties, RecordBatch batch, ReadOnlySpan<Cell> stored)
    {
        if (IsEmpty) return stored.ToArray();
        var cells = new Cell[properties.Count];
        foreach (var property in properties)
        {
            var given = all.Select(one => one.Values.GetValueOrDefault(property.Name)).OfType<string>().ToList();
            if (property.Name == "id" || property.IsImportStamp) cells[property.Ordinal] = stored[property.Ordinal];
            else if (given.Count > 0) cells[property.Ordinal] = ValueJson.Cell(property.IsList ? Together(given) : given[^1], property, batch);
        }

        return cells;
    }

    private static string Together(List<string> lists)
    {
        if (lists.Count == 1) return lists[0];
        var items = new List<string>();
        foreach (var list in lists)
        {
            using var json = JsonDocument.Parse(list);
            foreach (var item in json.RootElement.EnumerateArray().Select(item => item.GetRawText()))
                if (!items.Contains(item, StringComparer.Ordinal)) items.Add(item);
        }

        return $"[{string.Join(',', items)}]";
    }

    private sealed record Assertion(int Source, Dictionary<string, string> Values);
}
