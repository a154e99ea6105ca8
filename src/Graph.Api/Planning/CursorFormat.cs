using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Values;
using SortKey = Graph.Model.Queries.SortKey;

namespace Graph.Api.Planning;

/// <summary>
/// The form of a list's cursors: base64url of a JSON list, first a mark of the list and its order, then the row's value for
/// each sort key. A cursor of another list, or of the same in another order, has another mark.
/// </summary>
internal sealed class CursorFormat
{
    private readonly IReadOnlyList<SortKey> sort;

    /// <summary>The cursors of a list.</summary>
    /// <param name="field">The list: type and field.</param>
    /// <param name="sort">Its order.</param>
    public CursorFormat(string field, IReadOnlyList<SortKey> sort)
    {
        this.sort = sort;
        var order = string.Join(',', sort.Select(key => $"{Name(key)}{(key.Descending ? '-' : '+')}"));
        Mark = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{field}:{order}")).AsSpan(0, MarkBytes));
        Prefix = Encoding.UTF8.GetBytes($"[\"{Mark}\"");
        Kinds = [.. sort.Select(key => key.Kind)];
    }

    // 48 bits: two orders of one API never share a mark by chance, and cursors stay short.
    private const int MarkBytes = 6;

    /// <summary>Tells this list and order from others.</summary>
    public string Mark { get; }

    /// <summary>How the JSON of every cursor begins.</summary>
    public byte[] Prefix { get; }

    /// <summary>The kind of each value.</summary>
    public IReadOnlyList<ScalarKind> Kinds { get; }

    /// <summary>The columns that a row's cursor is made of.</summary>
    public IEnumerable<Column> Columns => sort.Select(key => (Column)(key switch
    {
        RelatedCountSort count => new RelatedCountColumn(count.Field),
        RelatedSort related => new RelatedKeyColumn(related),
        _ => new PropertyColumn(((PropertySort)key).Property),
    }));

    /// <summary>Reads a cursor.</summary>
    /// <returns>The values, null ones as null; null when it is of another list or order.</returns>
    /// <exception cref="FormatException">It is no cursor.</exception>
    public object?[]? Read(string cursor)
    {
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(cursor));
            var items = json.RootElement.EnumerateArray().ToList();
            if (items.Count == 0 || items[0].ValueKind != JsonValueKind.String) throw new FormatException();
            if (items[0].GetString() != Mark) return null;
            if (items.Count != sort.Count + 1) throw new FormatException();
            return [.. sort.Select((key, i) => Value(items[i + 1], key))];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or OverflowException)
        {
            throw new FormatException(null, fault);
        }
    }

    private static object? Value(JsonElement json, SortKey key)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return key.MayBeMissing ? null : throw new FormatException();
        if (json.ValueKind == JsonValueKind.Array) return Stored(json, key.Kind);
        return key.Kind switch
        {
            ScalarKind.Int => json.GetInt32(),
            ScalarKind.BigInt when long.TryParse(
                json.GetString(),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var whole) => whole,
            ScalarKind.Float => json.GetDouble(),
            ScalarKind.Boolean => json.GetBoolean(),
            ScalarKind.Date when ScalarText.TryDay(Encoding.UTF8.GetBytes(json.GetString()!), out var day) => day,
            // To the last digit: a database of other origin may keep more of them than an import reads.
            ScalarKind.DateTime => DateTimeOffset.Parse(json.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            ScalarKind.BigInt or ScalarKind.Date => throw new FormatException(),
            _ => json.GetString()!,
        };
    }

    // What a store holds instead of a value of the kind is compared as it is stored: see IValueReader.WriteExact.
    private static object Stored(JsonElement list, ScalarKind kind)
    {
        if (list.GetArrayLength() != 1) throw new FormatException();
        var value = list[0];
        if (value.ValueKind == JsonValueKind.Number) return value.TryGetInt64(out var number) ? number : value.GetDouble();
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        if (kind is ScalarKind.Id or ScalarKind.String or ScalarKind.Enum) throw new FormatException();
        var text = value.GetString() ?? throw new FormatException();
        return kind == ScalarKind.Float && double.TryParse(text, CultureInfo.InvariantCulture, out var special) ? special : text;
    }

    private static string Name(SortKey key) => key switch
    {
        PropertySort sort => $"{sort.Property.Subject}.{sort.Property.Property.Name}",
        RelatedCountSort count => $"{count.Field.Name}#",
        RelatedSort related => $"{related.Field.Name}.{Name(related.Key)}",
        _ => key.ToString(),
    };
}
