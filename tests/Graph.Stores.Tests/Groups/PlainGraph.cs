namespace Graph.Stores.Tests.Groups;

/// <summary>A node as plain C#; a property that is missing is not there.</summary>
internal sealed record PlainNode(string Type, string Id, Dictionary<string, object> Values)
{
    public object? this[string property] => property == "id" ? Id : Values.GetValueOrDefault(property);
}

/// <summary>A relationship from a node to a node.</summary>
internal sealed record PlainEdge(string Type, PlainNode Start, PlainNode End, string? Mark);

/// <summary>A small graph of films made at random: many values that are alike or missing, names of other scripts, several of everything.</summary>
internal sealed class PlainGraph
{
    private static readonly string[] Names = ["Dawn", "dawn", "", "Ｄawn", "🕊", "🕊 again", "é", "Умєров", "Çırağan", "a\"b\\c", "Dawn"];
    private static readonly double[] Ratings = [0, -0.0, 1, 0.1, 0.1 + 0.2, 0.3, -2.5, 0.85, 0.9, 12_345.678];
    private static readonly double[] Scores = [.. Ratings, 1e21, 1e8, 5e-324];
    private static readonly int[] Minutes = [0, 1, 90, 91, -5, int.MaxValue];
    private static readonly long[] Budgets = [0, -7, 9_007_199_254_740_993, 9_007_199_254_740_992, long.MaxValue, long.MinValue];
    private static readonly string[] Genres = ["DRAMA", "COMEDY", "NOIR"];

    private static readonly DateOnly[] Days =
        [new(1, 1, 1), new(1900, 1, 1), new(1950, 1, 1), new(1950, 1, 2), new(1949, 12, 31), new(1960, 2, 29), new(1960, 3, 31), new(9999, 12, 31)];

    private static readonly DateTimeOffset[] Instants =
    [
        new(1950, 1, 1, 0, 0, 0, TimeSpan.Zero), new(1950, 1, 1, 0, 30, 0, TimeSpan.FromHours(1)), new(1949, 12, 31, 23, 30, 0, TimeSpan.Zero),
        new(1960, 2, 29, 12, 0, 0, 123, 456, TimeSpan.Zero), new(1960, 2, 29, 12, 0, 0, 123, 789, TimeSpan.Zero),
            new(1960, 2, 29, 12, 0, 0, 124, TimeSpan.Zero),
    ];

    // The fields of the ontology: where they lead, and along what.
    private static readonly Dictionary<string, (string Type, bool IsOut, string[] Targets)> Fields = new(StringComparer.Ordinal)
    {
        ["Film.artists"] = ("WORKED_ON", false, ["Player", "Troupe"]),
        ["Film.studio"] = ("MADE_BY", true, ["Studio"]),
        ["Film.remakeOf"] = ("REMAKE_OF", true, ["Film"]),
        ["Film.remakes"] = ("REMAKE_OF", false, ["Film"]),
        ["Film.awards"] = ("WON", true, ["Award"]),
        ["Studio.films"] = ("MADE_BY", false, ["Film"]),
        ["Award.films"] = ("WON", false, ["Film"]),
        ["Award.artists"] = ("WON", false, ["Player", "Troupe"]),
        ["Artist.films"] = ("WORKED_ON", true, ["Film"]),
        ["Artist.knows"] = ("KNOWS", true, ["Player", "Troupe"]),
        ["Artist.knownBy"] = ("KNOWS", false, ["Player", "Troupe"]),
        ["Artist.awards"] = ("WON", true, ["Award"]),
        ["Casting.casters"] = ("DECIDED_BY", true, ["Player", "Troupe"]),
        ["Casting.players"] = ("GOT_PART", false, ["Player", "Troupe"]),
    };

    private readonly List<PlainNode> nodes = [];
    private readonly List<PlainEdge> edges = [];
    private readonly Random random;

    private PlainGraph(int seed)
    {
        random = new(seed);
        for (var i = 0; i < 70; i++) AddFilm($"f{i:00}");
        for (var i = 0; i < 9; i++) Add("Player", $"p{i}", ("name", Some(Names)), ("born", Maybe(Days)));
        for (var i = 0; i < 4; i++) Add("Troupe", $"t{i}", ("name", Some(Names)), ("size", Maybe(Minutes)));
        for (var i = 0; i < 4; i++) Add("Studio", $"s{i}", ("name", Some(Names)));
        for (var i = 0; i < 4; i++) Add("Award", $"a{i}", ("name", Some(Names)));
        for (var i = 0; i < 30; i++) Add("Casting", $"c{i:00}", ("day", Maybe(Days)));
        Relate("WORKED_ON", 110, ["Player", "Troupe"], ["Film"], marks: ["lead", "writer", null]);
        Relate("MADE_BY", 50, ["Film"], ["Studio"], isSingle: true);
        Relate("REMAKE_OF", 25, ["Film"], ["Film"], isSingle: true);
        Relate("KNOWS", 25, ["Player", "Troupe"], ["Player", "Troupe"]);
        Relate("WON", 45, ["Film", "Player", "Troupe"], ["Award"]);
        Relate("DECIDED_BY", 40, ["Casting"], ["Player", "Troupe"]);
        Relate("GOT_PART", 40, ["Player", "Troupe"], ["Casting"], marks: ["lead", null]);
    }

    /// <summary>The graph that a number stands for; the same in every run.</summary>
    public static PlainGraph Of(int seed) => new(seed);

    /// <summary>The nodes of a type.</summary>
    public IEnumerable<PlainNode> OfType(string type) => nodes.Where(node => node.Type == type);

    /// <summary>The fields of a type or interface that lead to other nodes, with what they lead to.</summary>
    public static IEnumerable<(string Name, string Target)> FieldsOf(string type) =>
        Fields.Where(field => field.Key.StartsWith(Declarer(type) + ".", StringComparison.Ordinal))
            .Select(field => (field.Key.Split('.')[1], field.Value.Targets.Length > 1 ? "Artist" : field.Value.Targets[0]));

    /// <summary>The different nodes that a field leads to.</summary>
    public IEnumerable<PlainNode> Related(PlainNode node, string field)
    {
        var (type, isOut, targets) = Fields[$"{Declarer(node.Type)}.{field}"];
        var ends = isOut
            ? edges.Where(edge => edge.Type == type && edge.Start == node).Select(edge => edge.End)
            : edges.Where(edge => edge.Type == type && edge.End == node).Select(edge => edge.Start);
        return ends.Where(end => targets.Contains(end.Type)).Distinct();
    }

    /// <summary>The same for a store.</summary>
    public Records ToRecords()
    {
        var records = new Records(StoreTest.Films);
        foreach (var node in nodes) records.Node(node.Type, [("id", node.Id), .. node.Values.Select(pair => (pair.Key, (object?)pair.Value))]);
        foreach (var edge in edges)
        {
            (string, object?)[] marks = edge.Mark is null ? [] : [("role", edge.Mark)];
            records.Relationship(edge.Type, $"{edge.Start.Type}:{edge.Start.Id}", $"{edge.End.Type}:{edge.End.Id}", marks);
        }

        return records;
    }

    private static string Declarer(string type) => type is "Player" or "Troupe" ? "Artist" : type;

    private void AddFilm(string id) => Add(
        "Film",
        id,
        ("title", Some(Names)),
        ("released", Maybe(Days)),
        ("premiere", Maybe(Instants)),
        ("minutes", Maybe(Minutes)),
        ("budget", Maybe(Budgets)),
        ("rating", Maybe(Ratings)),
        ("colour", Maybe([true, false])),
        ("genre", Maybe(Genres)),
        ("genres", Enumerable.Range(0, random.Next(4)).Select(_ => Some(Genres)).ToArray()),
        ("scores", random.Next(4) == 0 ? null : Enumerable.Range(0, random.Next(3)).Select(_ => Some(Scores)).ToArray()));

    private void Add(string type, string id, params (string Name, object? Value)[] values) => nodes.Add(
        new(type, id, values.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => pair.Value!, StringComparer.Ordinal)));

    private void Relate(string type, int count, string[] from, string[] to, bool isSingle = false, string?[]? marks = null)
    {
        var (starts, ends) = (nodes.Where(node => from.Contains(node.Type)).ToArray(), nodes.Where(node => to.Contains(node.Type)).ToArray());
        for (var i = 0; i < count; i++)
        {
            var edge = new PlainEdge(type, Some(starts), Some(ends), marks is null ? null : Some(marks));
            if (edges.Contains(edge) || (isSingle && edges.Exists(other => other.Type == type && other.Start == edge.Start))) continue;
            edges.Add(edge);
        }
    }

    private T Some<T>(T[] values) => values[random.Next(values.Length)];

    private object? Maybe<T>(T[] values)
        where T : notnull => random.Next(4) == 0 ? null : Some(values);
}
