using System.Text.Json.Nodes;
using Graph.Model.Changes;
using Graph.Model.Stores;
using Graph.Stores.Tests.Sources;

namespace Graph.Stores.Tests.Changes;

/// <summary>Follows a graph by its changes alone, as somebody's copy of it does: after each step it holds what the graph shows, tallies left out.</summary>
internal sealed class Mirror(IGraphStore store)
{
    private readonly Dictionary<ChangedRecord, Dictionary<string, string>> records = [];
    private ChangeCursor place = ChangeCursor.Start;

    /// <summary>Reads on, some changes a page, and compares.</summary>
    /// <param name="shown">What the graph shows, a record a line.</param>
    public async Task FollowAsync(string[] shown)
    {
        while (true)
        {
            var page = await ChangeFeed.ReadAsync(store, place, types: null, first: 7, CancellationToken.None);
            Assert.True(page.Changes.Count <= 7);
            foreach (var told in page.Changes) Take(told);
            place = page.Next;
            if (!page.HasMore) break;
        }

        Assert.Equal(place, await ChangeFeed.EndAsync(store, CancellationToken.None));
        var tally = store.Ontology.Tally?.Relationship.Name + " ";
        Assert.Equal(shown.Where(line => !line.StartsWith(tally, StringComparison.Ordinal)), records.Select(pair => Line(pair.Key, pair.Value, shown)).Order(StringComparer.Ordinal));
    }

    private void Take(ToldChange told)
    {
        var (record, from, to) = (told.Change.Record, told.Change.From, told.Change.To);
        Assert.Equal(from is not null, records.ContainsKey(record));
        if (to is null)
        {
            records.Remove(record);
            return;
        }

        var values = from is null ? records[record] = [] : records[record];
        if (told.Values is null) values["?"] = "";
        foreach (var (name, old, now) in told.Values ?? [])
        {
            if (!values.ContainsKey("?")) Assert.Equal(old, values.GetValueOrDefault(name));
            if (now is null) values.Remove(name);
            else values[name] = now;
        }
    }

    private string Line(ChangedRecord record, Dictionary<string, string> known, string[] shown)
    {
        var isNode = record.Kind == RecordKind.Node;
        var (start, end) = ($"{(isNode ? record.Type : record.StartType)}:{record.Start}", isNode ? "" : $"{record.EndType}:{record.End}");
        if (known.ContainsKey("?")) return Read(record, $"{record.Type} {start} {end} ", shown);
        var values = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        if (isNode) values["id"] = record.Start;
        foreach (var (name, value) in known)
            if (name != "importedAt") values[name] = JsonNode.Parse(value);
        return SaidRecord.Line(record.Type, start, end, values);
    }

    // Of what a first import added the values are read from the graph.
    private string Read(ChangedRecord record, string start, string[] shown)
    {
        var identity = (store.Ontology.FindRelationship(record.Type)?.Identifying ?? []).Zip(record.Identity.Split('\0'));
        return shown.FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal) && identity.All(one =>
            one.Second.Length == 0 ? !line.Contains($"{one.First.Name}=", StringComparison.Ordinal) : line.Contains($"{one.First.Name}={one.Second}", StringComparison.Ordinal))) ?? start;
    }
}
