using System.Globalization;
using System.Text;

namespace Graph.Stores.Tests.Groups;

/// <summary>A key: a property, a stretch of time of one, or the way to related nodes.</summary>
internal sealed record AskedKey(string? Property, string? Bucket, string[] Way);

/// <summary>A figure: <c>count</c>, or <c>related</c>, <c>min</c>, <c>max</c>, <c>average</c> of a field.</summary>
internal sealed record AskedFigure(string Name, string? Of);

/// <summary>An order: by a figure, or by a key.</summary>
internal sealed record AskedOrder(AskedFigure? Figure, int Key, bool Descending);

/// <summary>A condition on groups: a comparison of a figure, or several together.</summary>
internal sealed record AskedHaving(string Word, AskedFigure? Figure, string? Operator, object? Value, AskedHaving[] Parts);

/// <summary>A question of groups, made at random, and as the API is asked it.</summary>
internal sealed record GroupQuestion(
    string Type, bool OnlyDated, AskedKey[] Keys, bool? IncludeMissing, AskedHaving? Having, AskedOrder[] Sort, int? Limit, int Offset,
        AskedFigure[] Figures)
{
    private static readonly Dictionary<string, string[]> Properties = new(StringComparer.Ordinal)
    {
        ["Film"] = ["id", "title", "released", "premiere", "minutes", "budget", "rating", "colour", "genre", "genres", "scores"],
        ["Casting"] = ["id", "day"],
        ["Player"] = ["name", "born"],
        ["Troupe"] = ["name", "size"],
        ["Award"] = ["name"],
        ["Studio"] = ["name"],
    };

    private static readonly HashSet<string> Numbers = ["minutes", "budget", "rating", "size"];
    private static readonly HashSet<string> Days = ["released", "day", "born"];
    private static readonly HashSet<string> Times = [.. Days, "premiere"];

    /// <summary>A day of the type, by which a condition leaves nodes out.</summary>
    public string? Day => Properties[Type].FirstOrDefault(Days.Contains);

    public static GroupQuestion Of(Random random)
    {
        var type = Some(random, ["Film", "Film", "Film", "Casting", "Casting", "Player", "Troupe", "Award", "Studio"]);
        var figures = Enumerable.Range(0, random.Next(1, 5)).Select(_ => FigureOf(random, type)).ToArray();
        var keys = Enumerable.Range(0, Some(random, [1, 1, 2, 2, 3])).Select(_ => KeyOf(random, type)).ToArray();
        return new(
            type,
            random.Next(3) == 0,
            keys,
            Some<bool?>(random, [null, true, false]),
            random.Next(2) == 0 ? null : HavingOf(random, type, 2),
            [.. Enumerable.Range(0, random.Next(3))
                .Select(_ => new AskedOrder(random.Next(3) == 0 ? null : FigureOf(random, type), random.Next(keys.Length), random.Next(2) == 0))],
            Some<int?>(random, [null, 100, 5, 1, 0, 10_000]),
            Some(random, [0, 0, 0, 1, 4]),
            figures);
    }

    /// <summary>The question in the API's language.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("{ groups: ").Append(char.ToLowerInvariant(Type[0])).Append(Type.AsSpan(1)).Append("Groups(");
        text.Append("by: [").AppendJoin(", ", Keys.Select(Written)).Append(']');
        if (OnlyDated && Day is { } day) text.Append(", where: { ").Append(day).Append(": { isNull: false } }");
        if (IncludeMissing is { } include) text.Append(", includeMissing: ").Append(include ? "true" : "false");
        if (Having is { } having) text.Append(", having: ").Append(Written(having));
        if (Sort.Length > 0) text.Append(", sort: [").AppendJoin(", ", Sort.Select(Written)).Append(']');
        text.Append(", limit: ").Append(Limit?.ToString(CultureInfo.InvariantCulture) ?? "null").Append(", offset: ").Append(Offset);
        text.Append(") { keys { text id type time }");
        for (var i = 0; i < Figures.Length; i++) text.Append($" figure{i}: {Figures[i].Name}{(Figures[i].Of is { } of ? $"(of: {Constant(of)})" : "")}");
        return text.Append(" } }").ToString();
    }

    private static string Written(AskedKey key) => key switch
    {
        { Bucket: { } bucket } => $"{{ time: {{ property: {Constant(key.Property!)}, bucket: {bucket} }} }}",
        { Property: { } property } => $"{{ property: {Constant(property)} }}",
        { Way: [var only] } => $"{{ related: {{ to: {Constant(only)} }} }}",
        { Way: var way } => $"{{ related: {{ to: {Constant(way[0])}, then: [{string.Join(", ", way.Skip(1).Select(Constant))}] }} }}",
    };

    private static string Written(AskedOrder order)
    {
        var direction = order.Descending ? "DESC" : "ASC";
        return order.Figure switch
        {
            null => $"{{ key: {{ at: {order.Key}, order: {direction} }} }}",
            { Of: { } of, Name: var name } => $"{{ {name}: {{ of: {Constant(of)}, order: {direction} }} }}",
            _ => $"{{ count: {direction} }}",
        };
    }

    private static string Written(AskedHaving having)
    {
        if (having.Word == "NOT") return $"{{ NOT: {Written(having.Parts[0])} }}";
        if (having.Figure is not { } figure) return $"{{ {having.Word}: [{string.Join(", ", having.Parts.Select(Written))}] }}";
        var operators = $"{{ {having.Operator}: {Written(having.Value)} }}";
        return figure.Of is { } of ? $"{{ {figure.Name}: [{{ of: {Constant(of)}, is: {operators} }}] }}" : $"{{ count: {operators} }}";
    }

    private static string Written(object? value) => value switch
    {
        null => "null",
        object[] list => $"[{string.Join(", ", list.Select(Written))}]",
        _ => PlainGroups.Json(value),
    };

    private static string Constant(string field) => string.Concat(field.Select(letter => char.IsUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}"));

    private static AskedKey KeyOf(Random random, string type)
    {
        var fields = PlainGraph.FieldsOf(type).ToArray();
        var times = Properties[type].Where(Times.Contains).ToArray();
        switch (random.Next(4))
        {
            case 0 when times.Length > 0:
                return new(Some(random, times), Some(random, ["DAY", "WEEK", "MONTH", "QUARTER", "YEAR"]), []);
            case 1 or 2 when fields.Length > 0:
                var (name, at) = Some(random, fields);
                List<string> way = [name];
                while (way.Count < 3 && random.Next(2) == 0)
                {
                    (name, at) = Some(random, PlainGraph.FieldsOf(at).ToArray());
                    way.Add(name);
                }

                return new(null, null, [.. way]);
            default:
                return new(Some(random, Properties[type]), null, []);
        }
    }

    private static AskedFigure FigureOf(Random random, string type)
    {
        var (numbers, ordered) =
            (Properties[type].Where(Numbers.Contains).ToArray(),
                Properties[type].Where(one => Numbers.Contains(one) || Times.Contains(one)).ToArray());
        var fields = PlainGraph.FieldsOf(type).ToArray();
        return random.Next(6) switch
        {
            0 when numbers.Length > 0 => new("average", Some(random, numbers)),
            1 when ordered.Length > 0 => new("min", Some(random, ordered)),
            2 when ordered.Length > 0 => new("max", Some(random, ordered)),
            3 or 4 when fields.Length > 0 => new("related", Some(random, fields).Name),
            _ => new("count", null),
        };
    }

    private static AskedHaving HavingOf(Random random, string type, int depth)
    {
        if (depth > 0 && random.Next(2) == 0)
        {
            var word = Some(random, ["AND", "OR", "NOT"]);
            return new(word, null, null, null, [.. Enumerable.Range(0, word == "NOT" ? 1 : random.Next(1, 3)).Select(_ => HavingOf(random, type, depth - 1))]);
        }

        var figure = FigureOf(random, type);
        if (random.Next(6) == 0) return new("", figure, Some(random, ["eq", "gt"]), null, []);
        if (random.Next(6) == 0) return new("", figure, "in", new object[] { ValueFor(random, figure), ValueFor(random, figure) }, []);
        return new("", figure, Some(random, ["eq", "lt", "lte", "gt", "gte"]), ValueFor(random, figure), []);
    }

    private static object ValueFor(Random random, AskedFigure figure) => figure switch
    {
        { Name: "count" or "related" } => random.Next(5),
        { Name: "average" } => Some(random, [0, 0.3, 1, -2.5, 45.5, 0.85]),
        { Of: "premiere" } => new DateTimeOffset(1950, 1, 1, 0, 0, 0, TimeSpan.Zero),
        { Of: "minutes" or "size" } => Some(random, [0, 1, 90]),
        { Of: "budget" } => Some(random, [0L, -7L, 9_007_199_254_740_993]),
        { Of: "rating" } => Some(random, [0, 0.1, 0.3, 1e21]),
        _ => Some(random, [new DateOnly(1950, 1, 1), new DateOnly(1960, 2, 29)]),
    };

    private static T Some<T>(Random random, T[] values) => values[random.Next(values.Length)];
}
