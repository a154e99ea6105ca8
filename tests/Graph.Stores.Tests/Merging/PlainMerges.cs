using System.Text.Json.Nodes;
using Graph.Stores.Tests.Sources;

namespace Graph.Stores.Tests.Merging;

/// <summary>Two ids are judged the same, the first merged into the second, or not the same.</summary>
internal sealed record Judged(string Id, string Other, bool IsSame);

/// <summary>What the graph must hold: worked out anew each time, from all that sources say and all that was judged.</summary>
internal sealed class PlainMerges
{
    private readonly Dictionary<string, (SaidRecord First, List<(string Source, (string Name, object? Value)[] Values)> Assertions)> records = [];

    public HashSet<Judged> Judgements { get; } = [];

    /// <summary>The same, to come back to.</summary>
    public PlainMerges Copy()
    {
        var copy = new PlainMerges();
        foreach (var (key, (first, assertions)) in records) copy.records[key] = (first, [.. assertions]);
        copy.Judgements.UnionWith(Judgements);
        return copy;
    }

    /// <summary>A source, or nobody, says this, and where it is a source, nothing more.</summary>
    public void Import(string source, IReadOnlyList<SaidRecord> said)
    {
        foreach (var one in said.OrderBy(one => one.End is not null))
        {
            if (one.Type == "LIES_IN")
                foreach (var key in records.Where(pair => pair.Value.First is { Type: "LIES_IN" } first && first.Start == one.Start && first.End != one.End).Select(pair => pair.Key).ToList())
                    records.Remove(key);
            if (!records.TryGetValue(one.Key, out var record)) records[one.Key] = record = (one, []);
            record.Assertions.RemoveAll(assertion => assertion.Source == source);
            record.Assertions.Add((source, one.Values));
            if (record.Assertions.Count == 1) records[one.Key] = (one, record.Assertions);
        }

        if (source.Length == 0) return;
        var listed = said.Select(one => one.Key).ToHashSet();
        foreach (var (key, record) in records.Where(pair => !listed.Contains(pair.Key)).ToList())
        {
            if (record.Assertions.Count == 1 && record.Assertions[0].Source == source)
            {
                records[key] = record with { First = record.First with { Values = record.Assertions[0].Values } };
            }
            record.Assertions.RemoveAll(one => one.Source == source);
            if (record.Assertions.Count == 0 && record.First.End is not null) records.Remove(key);
        }

        foreach (var (key, record) in records.Where(pair => pair.Value.First.End is null && pair.Value.Assertions.Count == 0).ToList())
            if (!records.Values.Any(other => other.First.End is { } end && (other.First.Start == key || end == key))) records.Remove(key);
    }

    /// <summary>All records of the graph, one text each, tallies among them.</summary>
    public IReadOnlyList<string> Lines()
    {
        var (nodes, relationships) = Shown();
        return [.. nodes.Select(node => SaidRecord.Line(node.Key.Split(':')[0], node.Key, "", node.Value)), .. relationships.Select(one => SaidRecord.Line(one.Type, one.Start, one.End, one.Values)), .. Tallies(nodes, relationships)];
    }

    /// <summary>The actors that a word of their name or another name finds, with how many relationships each has.</summary>
    public IEnumerable<string> Found(string word)
    {
        var (nodes, relationships) = Shown();
        return nodes.Where(node => node.Key[0] is 'P' or 'S' && !node.Key.StartsWith("Place", StringComparison.Ordinal) && Words(node.Value).Contains(word)).Select(node =>
            $"{IdOf(node.Key)} {relationships.Count(one => one.Start == node.Key || one.End == node.Key)}")
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Which id stands for which other.</summary>
    public Dictionary<string, string> Canonical()
    {
        var nodes = records.Values.Where(record => record.First.End is null)
            .ToDictionary(record => IdOf(record.First.Start), record => (Type: record.First.Type, Values: Values(record)));
        var groups = new List<HashSet<string>>();
        var effective = new List<Judged>();
        foreach (var judgement in Judgements.Where(one => one.IsSame).OrderBy(one => one.Id, StringComparer.Ordinal)
            .ThenBy(one => one.Other, StringComparer.Ordinal))
        {
            var (one, another) = (Group(judgement.Id), Group(judgement.Other));
            if (one != another)
            {
                var all = one.Concat(another).ToList();
                var stored = all.Where(nodes.ContainsKey).Select(id => nodes[id]).ToList();
                if (stored.Select(node => node.Type).Distinct().Count() > 1 || stored.Select(node => node.Values.GetValueOrDefault("wikidata")?.ToString()).OfType<string>().Distinct().Count() > 1
                    || Judgements.Any(apart => !apart.IsSame && all.Contains(apart.Id) && all.Contains(apart.Other))) continue;
                one.UnionWith(another);
                groups.Remove(another);
            }

            effective.Add(judgement);
        }

        var canonical = nodes.Keys.ToDictionary(id => id, id => id);
        foreach (var group in groups)
        {
            var stored = group.Where(nodes.ContainsKey).Order(StringComparer.Ordinal).ToList();
            if (stored.Count < 2) continue;
            var stays = stored.Find(id => !effective.Any(one => one.Id == id)) ?? stored[0];
            foreach (var id in stored) canonical[id] = stays;
        }

        return canonical;

        HashSet<string> Group(string id)
        {
            if (groups.Find(group => group.Contains(id)) is { } known) return known;
            groups.Add([id]);
            return groups[^1];
        }
    }

    private (Dictionary<string, SortedDictionary<string, JsonNode?>> Nodes,
        List<(string Type, string Start, string End, SortedDictionary<string, JsonNode?> Values)> Relationships) Shown()
    {
        var canonical = Canonical();
        var nodes = new Dictionary<string, SortedDictionary<string, JsonNode?>>();
        foreach (var group in records.Values.Where(record => record.First.End is null).GroupBy(record => Shown(record.First.Start)))
        {
            var values = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
            var names = new List<string>();
            foreach (var record in group.OrderBy(record => record.First.Start != group.Key)
                .ThenBy(record => record.First.Start, StringComparer.Ordinal))
            {
                var own = Values(record);
                if (record.First.Start != group.Key && own.TryGetValue("name", out var other)) names.Add((string)other!);
                if (own.TryGetValue("aliases", out var aliases)) names.AddRange(aliases!.AsArray().Select(item => (string)item!).Where(item => record.First.Start == group.Key || names.Contains(item) || item != (string)values["name"]!));
                foreach (var (name, value) in own) values.TryAdd(name, value);
                if (names.Count > 0) names.RemoveAll(name => record.First.Start != group.Key && name == (string)values["name"]! && !(Values(group.First(first => first.First.Start == group.Key)).GetValueOrDefault("aliases")?.AsArray().Any(item => (string)item! == name) ?? false));
            }

            if (values.ContainsKey("aliases")) values["aliases"] = new JsonArray([.. names.Distinct().Select(name => JsonValue.Create(name))]);
            values["id"] = IdOf(group.Key);
            nodes[group.Key] = values;
        }

        var relationships = new Dictionary<string, (string Type, string Start, string End, SortedDictionary<string, JsonNode?> Values)>();
        foreach (var record in records.Values.Where(record => record.First.End is not null)
            .OrderBy(record => Shown(record.First.Start) != record.First.Start).ThenBy(record => Shown(record.First.End!) != record.First.End)
            .ThenBy(record => record.First.Start, StringComparer.Ordinal).ThenBy(record => record.First.End, StringComparer.Ordinal))
        {
            var (start, end, values) = (Shown(record.First.Start), Shown(record.First.End!), Values(record));
            if (start == end && record.First.Start != record.First.End) continue;
            var key = record.First.Type == "LIES_IN" ? $"{start} lies in" : (record.First with { Start = start, End = end }).Key;
            if (!relationships.TryGetValue(key, out var known)) relationships[key] = known = (record.First.Type, start, end, []);
            foreach (var (name, value) in values) known.Values.TryAdd(name, value);
        }

        return (nodes, [.. relationships.Values]);

        string Shown(string end) => $"{end.Split(':')[0]}:{canonical.GetValueOrDefault(IdOf(end), IdOf(end))}";
    }

    private static SortedDictionary<string, JsonNode?> Values((
        SaidRecord First, List<(string Source, (string Name, object? Value)[] Values)> Assertions) record)
    {
        var values = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (name, value) in record.Assertions.Count == 0 ? record.First.Values : record.Assertions.SelectMany(one => one.Values))
        {
            if (value is string[] list)
                values[name] =
                    new JsonArray([.. (values.GetValueOrDefault(name)?.AsArray().Select(item => (string)item!) ?? []).Union(list)
                        .Select(item => JsonValue.Create(item))]);
            else if (value is not null) values[name] = value is DateOnly day ? day.ToString("yyyy-MM-dd") : JsonValue.Create(value);
        }

        return values;
    }

    private static IEnumerable<string> Tallies(
        Dictionary<string, SortedDictionary<string, JsonNode?>> nodes,
        List<(string Type, string Start, string End, SortedDictionary<string, JsonNode?> Values)> relationships) =>
        from made in relationships
        where made.Type == "MADE" && (string)nodes[made.End]["act"]! == "ACCUSE"
        from against in relationships
        where against.Type == "AGAINST" && against.Start == made.End
        group (Act: made.End, Day: (string?)nodes[made.End].GetValueOrDefault("saidOn")) by (made.Start, against.End) into pair
        let acts = pair.Distinct().ToList()
        let days = acts.Select(act => act.Day).OfType<string>().Order(StringComparer.Ordinal).ToList()
        select SaidRecord.Line("ACCUSED", pair.Key.Start, pair.Key.End, new(StringComparer.Ordinal)
        {
            ["accusations"] = acts.Count,
            ["first"] = days.Count > 0 ? days[0] : null,
            ["last"] = days.Count > 0 ? days[^1] : null,
        });

    private static IEnumerable<string> Words(SortedDictionary<string, JsonNode?> values) =>
        new[] { values.GetValueOrDefault("name") }.Concat(values.GetValueOrDefault("aliases")?.AsArray() ?? []).Where(text => text is not null).SelectMany(text => ((string)text!).Split(' '));

    private static string IdOf(string end) => end.Split(':')[1];
}
