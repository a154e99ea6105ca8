using System.Text.Json.Nodes;

namespace Graph.Stores.Tests.Sources;

/// <summary>
/// What the graph must hold, from all that was ever said: every record has its list of who asserts it with which values,
/// nothing else is kept.
/// </summary>
internal sealed class PlainSources
{
    private readonly Dictionary<string, PlainRecord> records = [];

    /// <summary>A source, or nobody, says this, and where it is a source that replaces, nothing more.</summary>
    public void Import(string source, IReadOnlyList<SaidRecord> said, bool replaces)
    {
        foreach (var one in said.OrderBy(one => one.End is not null)) Put(source, one);
        if (!replaces || source.Length == 0) return;
        var listed = said.Select(one => one.Key).ToHashSet();
        foreach (var (key, record) in records.Where(pair => !listed.Contains(pair.Key)).ToList())
        {
            record.Assertions.RemoveAll(one => one.Source == source);
            if (record.Assertions.Count == 0 && record.IsRelationship) records.Remove(key);
        }

        foreach (var (key, record) in records.Where(pair => !pair.Value.IsRelationship && pair.Value.Assertions.Count == 0).ToList())
            if (!records.Values.Any(other => other.IsRelationship && (other.Start == key || other.End == key))) records.Remove(key);
    }

    /// <summary>
    /// Takes a node out: an act with all that is at it, another where nothing is. Says how many relationships of which type are there because of
    /// which it stays, and how many records are gone.
    /// </summary>
    public string Remove(string key)
    {
        if (!records.ContainsKey(key)) return "0 removed";
        var attached = records.Values.Where(other => other.IsRelationship && (other.Start == key || other.End == key)).ToList();
        if (attached.Count > 0 && records[key].Type != "Casting")
        {
            var types = attached.GroupBy(one => one.Type).OrderBy(type => type.Key, StringComparer.Ordinal);
            return string.Join(", ", types.Select(type => $"{type.Count()} {type.Key}").Append("0 removed"));
        }

        foreach (var one in attached) records.Remove(one.Key);
        records.Remove(key);
        return $"{attached.Count + 1} removed";
    }

    /// <summary>The records in the graph, derived ones among them, one text each.</summary>
    public IEnumerable<string> Lines() => records.Values.Select(record => record.Line()).Concat(Tallies()).Order(StringComparer.Ordinal);

    /// <summary>The nodes found by a word of their name or title, with how many relationships they have.</summary>
    public IEnumerable<string> Found(string word) => records.Values.Where(record => !record.IsRelationship)
        .Where(record => (record.Text("name") ?? record.Text("title")) is { } name && record.Type is not "Studio" && name.Split(' ').Contains(word))
        .Select(record => $"{record.Start.Split(':')[1]} {records.Values.Count(other => other.IsRelationship && (other.Start == record.Start || other.End == record.Start))}")
        .Order(StringComparer.Ordinal);

    private void Put(string source, SaidRecord said)
    {
        if (said.Type is "MADE_BY")
            foreach (var rival in records.Values.Where(other => other.Type == "MADE_BY" && other.Start == said.Start && other.End != said.End).ToList())
                records.Remove(rival.Key);
        if (!records.TryGetValue(said.Key, out var record)) records[said.Key] = record = new(said);
        record.Assertions.RemoveAll(one => one.Source == source);
        record.Assertions.Add((source, said.Values));
        record.Unite();
    }

    private IEnumerable<string> Tallies() =>
        from decided in records.Values
        where decided.Type == "DECIDED_BY"
        from got in records.Values
        where got.Type == "GOT_PART" && got.End == decided.Start
        group (Act: decided.Start, Day: records[decided.Start].Text("day")) by (Start: decided.End!, End: got.Start) into pair
        let acts = pair.Distinct().ToList()
        let days = acts.Select(act => act.Day).OfType<string>().Order(StringComparer.Ordinal).ToList()
        select SaidRecord.Line("CAST_BY", pair.Key.End, pair.Key.Start, new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["number"] = acts.Count,
            ["earliest"] = days.Count > 0 ? days[0] : null,
            ["latest"] = days.Count > 0 ? days[^1] : null,
        });

    private sealed class PlainRecord(SaidRecord said)
    {
        private SortedDictionary<string, JsonNode?> values = [];

        public string Key => said.Key;

        public string Type => said.Type;

        public string Start => said.Start;

        public string? End => said.End;

        public bool IsRelationship => said.End is not null;

        public List<(string Source, (string Name, object? Value)[] Values)> Assertions { get; } = [];

        public string? Text(string property) => values.GetValueOrDefault(property)?.GetValue<string>();

        public void Unite()
        {
            values = new(StringComparer.Ordinal);
            foreach (var (name, value) in Assertions.SelectMany(one => one.Values).Where(one => one.Value is not null))
            {
                if (value is string[] list)
                {
                    var before = values.GetValueOrDefault(name)?.AsArray().Select(item => item!.GetValue<string>()) ?? [];
                    values[name] = new JsonArray([.. before.Union(list).Select(item => JsonValue.Create(item))]);
                }
                else
                {
                    values[name] = value is DateOnly day ? day.ToString("yyyy-MM-dd") : JsonValue.Create(value);
                }
            }
        }

        public string Line()
        {
            if (Assertions.Count > 0) Unite();
            return SaidRecord.Line(Type, Start, End, values);
        }
    }
}
