using System.Text.Json;
using Graph.Import.Pipeline;

namespace Graph.Import.Wikidata;

/// <summary>A tenure: an office, and the days from which and until which somebody held it, as far as they are known.</summary>
internal readonly record struct Tenure(string Office, DateOnly? Since, DateOnly? Until);

/// <summary>An item, as far as the graph has a place for it.</summary>
internal sealed class Item
{
    private const string InstanceOf = "P31", Human = "Q5", PositionHeld = "P39", DayOfBirth = "P569", Start = "P580", End = "P582";

    /// <summary>Precisions of time: of a year, of a month, of a day.</summary>
    private const int OfYear = 9, OfDay = 11;

    private Item(string id, FileTally tally, int line) => (Id, Tally, Line) = (id, tally, line);

    /// <summary>Its number, such as Q7747.</summary>
    public string Id { get; }

    /// <summary>The counts of its file.</summary>
    public FileTally Tally { get; }

    /// <summary>Its line, from 1.</summary>
    public int Line { get; }

    /// <summary>It is a human.</summary>
    public bool IsHuman { get; private set; }

    /// <summary>Its label in English, else in any language, else the first that it has; null where it has none.</summary>
    public string? Label { get; private set; }

    /// <summary>All its other names.</summary>
    public IReadOnlyList<string> Aliases { get; private set; } = [];

    /// <summary>Of a human, the day of birth where it is known to the day.</summary>
    public DateOnly? Born { get; private set; }

    /// <summary>Of a human, the offices that it held.</summary>
    public IReadOnlyList<Tenure> Tenures { get; private set; } = [];

    /// <summary>Reads an item; null where it has no id.</summary>
    public static Item? Of(JsonElement json, FileTally tally, int line)
    {
        if (json.ValueKind != JsonValueKind.Object || Text(json, "id") is not { Length: > 0 } id) return null;
        var item = new Item(id, tally, line) { Label = LabelOf(json), IsHuman = Values(json, InstanceOf).Any(value => EntityOf(value) == Human) };
        if (item.IsHuman) item.ReadHuman(json);
        return item;
    }

    /// <summary>The id and label of an item; null where it has no label.</summary>
    public static (string Id, string Label)? Name(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && Text(json, "id") is { } id && LabelOf(json) is { } label ? (id, label) : null;

    private void ReadHuman(JsonElement json)
    {
        Aliases = [.. Labels(json).Concat(Others(json)).Distinct(StringComparer.Ordinal).Where(name => name != Label)];
        Born = Values(json, DayOfBirth).Select(value => DayOf(value, OfDay)).FirstOrDefault(day => day is not null);
        var tenures = new List<Tenure>();
        foreach (var statement in Statements(json, PositionHeld))
        {
            if (Text(statement, "rank") == "deprecated") Tally.LeaveOut("deprecated");
            else if (Value(statement, "mainsnak") is { } value && EntityOf(value) is { } office)
                tenures.Add(new(office, Qualifier(statement, Start), Qualifier(statement, End)));
            else Tally.LeaveOut("office not named");
        }

        Tenures = tenures;
    }

    /// <summary>The day of a qualifier that has just one value known at least to the year.</summary>
    private static DateOnly? Qualifier(JsonElement statement, string property)
    {
        if (!statement.TryGetProperty("qualifiers", out var qualifiers) || qualifiers.ValueKind != JsonValueKind.Object) return null;
        if (!qualifiers.TryGetProperty(property, out var snaks) || snaks.ValueKind != JsonValueKind.Array) return null;
        var days = snaks.EnumerateArray().Select(ValueOf).Where(value => value is not null).Select(value => DayOf(value!.Value, OfYear))
            .Where(day => day is not null).ToList();
        return days is [var only] ? only : null;
    }

    /// <summary>The day of a time; of a month or year its first. Null where it is known less, or lies before our era.</summary>
    private static DateOnly? DayOf(JsonElement value, int least)
    {
        if (value.ValueKind != JsonValueKind.Object || Text(value, "time") is not ['+', ..] time || time.Length < 11) return null;
        if (!value.TryGetProperty("precision", out var given) || !given.TryGetInt32(out var precision) || precision < least) return null;
        var parts = time[1..time.IndexOf('T')].Split('-');
        if (parts.Length != 3 || !int.TryParse(parts[0], out var year) || !int.TryParse(parts[1], out var month)
            || !int.TryParse(parts[2], out var day))
        {
            return null;
        }
        if (precision < OfDay) day = 1;
        if (precision == OfYear) month = 1;
        return year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? null
            : new DateOnly(year, month, day);
    }

    private static string? LabelOf(JsonElement json)
    {
        if (!json.TryGetProperty("labels", out var labels) || labels.ValueKind != JsonValueKind.Object) return null;
        foreach (var language in (string[])["en", "mul"])
            if (labels.TryGetProperty(language, out var label) && Text(label, "value") is { Length: > 0 } name) return name;
        return Labels(json).FirstOrDefault();
    }

    private static IEnumerable<string> Labels(JsonElement json) =>
        Map(json, "labels").Select(label => Text(label, "value")).OfType<string>().Where(name => name.Length > 0);

    private static IEnumerable<string> Others(JsonElement json) => Map(json, "aliases")
        .SelectMany(list => list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(alias => Text(alias, "value")) : [])
        .OfType<string>().Where(name => name.Length > 0);

    /// <summary>The values of a map; an empty one may be written as an empty list.</summary>
    private static IEnumerable<JsonElement> Map(JsonElement json, string name) =>
        json.TryGetProperty(name, out var map) && map.ValueKind == JsonValueKind.Object ? map.EnumerateObject().Select(entry => entry.Value) : [];

    private static IEnumerable<JsonElement> Statements(JsonElement json, string property) =>
        json.TryGetProperty("claims", out var claims) && claims.ValueKind == JsonValueKind.Object
        && claims.TryGetProperty(property, out var statements) && statements.ValueKind == JsonValueKind.Array
            ? statements.EnumerateArray().Where(statement => statement.ValueKind == JsonValueKind.Object)
            : [];

    private static IEnumerable<JsonElement> Values(JsonElement json, string property) => Statements(json, property)
        .Where(statement => Text(statement, "rank") != "deprecated")
        .Select(statement => Value(statement, "mainsnak")).Where(value => value is not null).Select(value => value!.Value);

    private static JsonElement? Value(JsonElement statement, string snak) => statement.TryGetProperty(snak, out var found) ? ValueOf(found) : null;

    private static JsonElement? ValueOf(JsonElement snak) =>
        snak.ValueKind == JsonValueKind.Object && Text(snak, "snaktype") is "value" or null
        && snak.TryGetProperty("datavalue", out var data) && data.ValueKind == JsonValueKind.Object && data.TryGetProperty("value", out var value)
            ? value
            : null;

    /// <summary>The item that a value is; old dumps give its number alone.</summary>
    private static string? EntityOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return null;
        if (Text(value, "id") is { } id) return id;
        return value.TryGetProperty("numeric-id", out var number) && number.TryGetInt64(out var digits) ? $"Q{digits}" : null;
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
