using System.Globalization;
using System.Text.Json;

namespace Graph.Stores.Tests.Groups;

/// <summary>A value of a key: a related node, or a plain value, of a stretch of time its first day; both null where there is none.</summary>
internal sealed record PlainKey(PlainNode? Node, object? Value);

/// <summary>Groups worked out in plain C#, one node after the other, as their documentation says it.</summary>
internal sealed class PlainGroups(PlainGraph graph, GroupQuestion question)
{
    /// <summary>The rows as the API writes them.</summary>
    public string[] Rows()
    {
        var groups = Nodes().SelectMany(node => Combinations(node).Select(keys => (Keys: keys, Node: node)))
            .GroupBy(row => string.Join('|', row.Keys.Select(Identity)))
            .Select(group => (group.First().Keys, Nodes: group.Select(row => row.Node).Distinct().ToList()))
            .Where(group => question.Having is null || Holds(question.Having, group.Nodes) == true)
            .ToList();
        groups.Sort((one, other) => Compare(one.Keys, one.Nodes, other.Keys, other.Nodes));
        return [.. groups.Skip(question.Offset).Take(question.Limit ?? 10_000).Select(group => Row(group.Keys, group.Nodes))];
    }

    /// <summary>A value as the API's JSON.</summary>
    public static string Json(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => $"\"{number}\"",
        double and 0 => "0",
        double number => number.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant(),
        DateOnly day => $"\"{day:yyyy-MM-dd}\"",
        DateTimeOffset instant => $"\"{instant.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff}Z\"",
        _ => JsonSerializer.Serialize(value.ToString()),
    };

    private IEnumerable<PlainNode> Nodes() =>
        graph.OfType(question.Type).Where(node => !question.OnlyDated || question.Day is not { } day || node[day] is not null);

    // Each combination of the node's values; none where a key has none and is not included.
    private IEnumerable<PlainKey[]> Combinations(PlainNode node)
    {
        IEnumerable<PlainKey[]> all = [[]];
        foreach (var key in question.Keys)
        {
            var values = ValuesOf(node, key).DistinctBy(Identity).ToList();
            if (values.Count == 0 && question.IncludeMissing != false) values.Add(new(null, null));
            all = all.SelectMany(before => values.Select(value => before.Append(value).ToArray())).ToList();
        }

        return all;
    }

    private IEnumerable<PlainKey> ValuesOf(PlainNode node, AskedKey key)
    {
        if (key.Property is not { } property)
        {
            IEnumerable<PlainNode> at = [node];
            foreach (var step in key.Way) at = at.SelectMany(one => graph.Related(one, step)).ToList();
            return at.Select(one => new PlainKey(one, null));
        }

        return node[property] switch
        {
            null => [],
            Array items => items.Cast<object>().Select(item => new PlainKey(null, item)),
            DateTimeOffset instant when key.Bucket is null => [new(null, instant.AddTicks(-(instant.UtcTicks % TimeSpan.TicksPerMillisecond)))],
            var value => [new(null, key.Bucket is { } bucket ? FirstDay(bucket, value) : value)],
        };
    }

    private static DateOnly FirstDay(string bucket, object value)
    {
        var day = value is DateTimeOffset instant ? DateOnly.FromDateTime(instant.UtcDateTime) : (DateOnly)value;
        if (bucket == "WEEK")
        {
            while (day.DayOfWeek != DayOfWeek.Monday) day = day.AddDays(-1);
            return day;
        }

        return bucket switch
        {
            "MONTH" => new(day.Year, day.Month, 1),
            "QUARTER" => new(day.Year, day.Month switch { < 4 => 1, < 7 => 4, < 10 => 7, _ => 10 }, 1),
            "YEAR" => new(day.Year, 1, 1),
            _ => day,
        };
    }

    private static string Identity(PlainKey key) => key.Node is { } node ? $"{node.Type}:{node.Id}" : Json(key.Value);

    private object? Figure(AskedFigure figure, List<PlainNode> nodes)
    {
        switch (figure.Name)
        {
            case "count": return nodes.Count;
            case "related": return nodes.SelectMany(node => graph.Related(node, figure.Of!)).Distinct().Count();
        }

        var values = nodes.Select(node => node[figure.Of!]).Where(value => value is not null).ToList();
        if (values.Count == 0) return null;
        if (figure.Name == "average") return Mean(values!);
        values.Sort(CompareValues);
        return figure.Name == "min" ? values[0] : values[^1];
    }

    // As decimals, so that nothing is lost.
    private static double Mean(List<object> values)
    {
        var sum = values.Sum(value => decimal.Parse(Json(value).Trim('"'), NumberStyles.Float, CultureInfo.InvariantCulture));
        var mean = sum / values.Count;

        // Of a mean so large a float has no ninth decimal; it is the sum as a float that is divided.
        return Math.Abs(mean) > 1e9m ? Float(sum) / values.Count : Float(Math.Round(mean, 9, MidpointRounding.AwayFromZero));
    }

    private static double Float(decimal number) => double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private bool? Holds(AskedHaving having, List<PlainNode> nodes)
    {
        if (having.Figure is { } asked)
        {
            var figure = Figure(asked, nodes);
            if (having.Value is null) return having.Operator == "eq" ? figure is null : null;
            if (having.Operator == "in") return figure is null ? null : ((object[])having.Value).Any(value => CompareValues(figure, value) == 0);
            if (figure is null) return null;
            var order = CompareValues(figure, having.Value);
            return having.Operator switch { "eq" => order == 0, "lt" => order < 0, "lte" => order <= 0, "gt" => order > 0, _ => order >= 0 };
        }

        var parts = having.Parts.Select(part => Holds(part, nodes)).ToList();
        return having.Word switch
        {
            "NOT" => !parts[0],
            "AND" => parts.Contains(false) ? false : parts.Contains(null) ? null : true,
            _ => parts.Contains(true) ? true : parts.Contains(null) ? null : false,
        };
    }

    private int Compare(PlainKey[] keys, List<PlainNode> nodes, PlainKey[] otherKeys, List<PlainNode> otherNodes)
    {
        AskedOrder[] sort = question.Sort.Length > 0 ? question.Sort : [new(new("count", null), 0, true)];
        foreach (var order in sort)
        {
            var result = order.Figure is { } figure
                ? CompareValues(Figure(figure, nodes), Figure(figure, otherNodes))
                : CompareKeys(keys[order.Key], otherKeys[order.Key]);
            if (result != 0) return order.Descending ? -result : result;
        }

        return keys.Zip(otherKeys, CompareKeys).FirstOrDefault(result => result != 0);
    }

    private static int CompareKeys(PlainKey one, PlainKey other)
    {
        if (one.Node is null && other.Node is null) return CompareValues(one.Value, other.Value);
        var captions = CompareValues(one.Node is { } node ? Caption(node) : null, other.Node is { } second ? Caption(second) : null);
        return captions != 0 ? captions : CompareValues(one.Node?.Id, other.Node?.Id);
    }

    // Missing values are the greatest; text goes by code point, of which the bytes of UTF-32 have the order.
    private static int CompareValues(object? one, object? other)
    {
        if (one is null || other is null) return (one is null).CompareTo(other is null);
        if (one is string text)
        {
            return text.EnumerateRunes().Select(rune => rune.Value).SequenceCompare(((string)other).EnumerateRunes().Select(rune => rune.Value));
        }
        return one is DateTimeOffset instant
            ? instant.UtcTicks.CompareTo(((DateTimeOffset)other).UtcTicks)
            : ((IComparable)one).CompareTo(Convert.ChangeType(other, one.GetType(), CultureInfo.InvariantCulture));
    }

    private static string Caption(PlainNode node) => (string)(node["title"] ?? node["name"] ?? node.Id);

    private string Row(PlainKey[] keys, List<PlainNode> nodes) =>
        $"[{string.Join(",", keys.Select(Printed).Concat(question.Figures.Select(figure => Json(Figure(figure, nodes)))))}]";

    private static string Printed(PlainKey key)
    {
        if (key.Node is { } node) return $"[{Json(Caption(node))},{Json(node.Id)},\"{node.Type}\",null]";
        var (text, time) = (Json(key.Value), "null");
        if (key.Value is DateOnly day) time = $"\"{day:yyyy-MM-dd}T00:00:00.000Z\"";
        if (key.Value is DateTimeOffset) time = text;
        return $"[{(key.Value is int or double or bool ? JsonSerializer.Serialize(text) : text)},null,null,{time}]";
    }
}

internal static class Sequences
{
    /// <summary>Compares item by item; the shorter of two that begin alike comes first.</summary>
    public static int SequenceCompare(this IEnumerable<int> one, IEnumerable<int> other)
    {
        var (first, second) = (one.ToArray(), other.ToArray());
        return first.AsSpan().SequenceCompareTo(second);
    }
}
