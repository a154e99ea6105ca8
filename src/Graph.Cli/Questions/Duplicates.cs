using System.Text.Json;
using Graph.Api;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Search;

namespace Graph.Cli.Questions;

/// <summary>Two actors that may be one.</summary>
/// <param name="One">The id of one.</param>
/// <param name="Another">The id of the other.</param>
/// <param name="Score">How much speaks for it: the more the likelier.</param>
/// <param name="Reasons">What does, a few words each.</param>
internal sealed record Candidate(string One, string Another, int Score, IReadOnlyList<string> Reasons);

/// <summary>
/// Finds actors that may be one: of one type, with one number under which others know them, or a name in common, letter case, accents and the
/// order of words aside; parties that both accuse or are accused by speak for it too. What somebody has judged already is left out.
/// </summary>
internal sealed class Duplicates(Client api, Mergeable rules)
{
    /// <summary>Actors asked for at once.</summary>
    private const int Page = 1_000;

    /// <summary>Actors whose parties are asked for at once, as many as the limits of the API allow a page of parties each.</summary>
    private const int ActorsAtOnce = 100;

    /// <summary>A name that more actors have says nothing of any two of them.</summary>
    private const int MostOfOneName = 20;

    /// <summary>What one number in common is worth, in names; a name in common is worth ten parties.</summary>
    private const int OfNumber = 100, OfName = 10;

    private readonly SearchTokens tokens = new();

    /// <summary>All candidates, the likeliest first; null where the graph did not answer, which is told.</summary>
    public async Task<IReadOnlyList<Candidate>?> FindAsync(IReadOnlyList<Judgement> judgements, int most, CancellationToken cancellationToken)
    {
        if (await ActorsAsync(cancellationToken) is not { } actors) return null;
        var judged = judgements.Select(one => Pair(one.Id, one.Other)).ToHashSet();
        var found = new Dictionary<(string, string), (int Score, List<string> Reasons)>();
        var marks = actors.SelectMany(actor => actor.Marks.Select(mark => (mark.Key, mark.Reason, mark.Score, Actor: actor)));
        foreach (var group in marks.GroupBy(mark => (mark.Actor.Type, mark.Key)))
        {
            var some = group.DistinctBy(mark => mark.Actor.Id).ToList();
            if (some.Count is < 2 or > MostOfOneName) continue;
            for (var i = 0; i < some.Count; i++)
            {
                foreach (var (_, reason, score, other) in some.Skip(i + 1))
                {
                    var pair = Pair(some[i].Actor.Id, other.Id);
                    if (judged.Contains(pair) || Contradict(some[i].Actor, other)) continue;
                    if (!found.TryGetValue(pair, out var known)) known = (0, []);
                    if (!known.Reasons.Contains(reason)) found[pair] = (known.Score + score, [.. known.Reasons, reason]);
                }
            }
        }

        var best = found.OrderByDescending(pair => pair.Value.Score)
            .ThenBy(pair => pair.Key.Item1, StringComparer.Ordinal).ThenBy(pair => pair.Key.Item2, StringComparer.Ordinal).Take(Page).ToList();
        var ids = best.SelectMany(pair => new[] { pair.Key.Item1, pair.Key.Item2 }).ToHashSet(StringComparer.Ordinal);
        if (await PartiesAsync(ids, cancellationToken) is not { } parties) return null;
        var candidates = new List<Candidate>();
        foreach (var ((one, another), (score, reasons)) in best)
        {
            var shared = parties[one].Zip(parties[another], (first, second) => first.Count(second.Contains)).Sum();
            candidates.Add(new(one, another, score + shared, shared == 0 ? reasons : [.. reasons, MergeMessages.SharedParties(shared)]));
        }

        return [.. candidates.OrderByDescending(one => one.Score).ThenBy(one => one.One, StringComparer.Ordinal).Take(most)];
    }

    private static (string, string) Pair(string one, string another) => string.CompareOrdinal(one, another) < 0 ? (one, another) : (another, one);

    private static bool Contradict(Actor one, Actor another) =>
        one.Numbers.Any(number => another.Numbers.TryGetValue(number.Key, out var other) && other != number.Value);

    private async Task<List<Actor>?> ActorsAsync(CancellationToken cancellationToken)
    {
        var actors = new List<Actor>();
        var read = await api.EachRowAsync(NameQueries.Page(rules.Target, Page), Page, long.MaxValue, Take, cancellationToken);
        return read == RowsRead.All ? actors : null;

        void Take(JsonElement row)
        {
            if (api.Ontology.FindNodeType(row.GetProperty("__typename").GetString()!) is { } type) actors.Add(Of(type, row));
        }
    }

    private Actor Of(NodeType type, JsonElement row)
    {
        var numbers = Mergeable.Identifiers(type).Select(property => (property.Name, Value: row.GetProperty(property.Name).GetString()))
            .Where(number => number.Value is not null)
            .ToDictionary(number => number.Name, number => number.Value!, StringComparer.Ordinal);
        var names = type.Properties.Where(property => property is { IsList: true, SearchAs: SearchRole.Alias })
            .SelectMany(property => row.GetProperty(property.Name).EnumerateArray())
            .Select(name => name.GetString()!).Prepend(row.GetProperty(type.Caption.Name).GetString()!);
        return new(
            row.GetProperty(type.Id.Name).GetString()!,
            type,
            numbers,
            [
                .. numbers.Select(number => ($"{number.Key}\0{number.Value}", MergeMessages.OneNumber(number.Key, number.Value), OfNumber)),
                .. names.Select(name => (Key: Folded(name), Name: name)).Where(name => name.Key.Length > 0).DistinctBy(name => name.Key)
                    .Select(name => (name.Key, MergeMessages.OneName(name.Name), OfName)),
            ]);
    }

    // By the keys under which a search finds a text, whatever its spelling.
    private string Folded(string name)
    {
        const string key = "_d";
        tokens.Add(SearchRole.Text, name);
        var found = (tokens.Take() ?? "").Split(' ').Where(token => token.StartsWith(key, StringComparison.Ordinal));
        return string.Join(' ', found.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    // Whom actors act against, and by whom they are acted against, as the kept count knows: for each actor a set a field. Null where the graph
    // did not answer.
    private async Task<ILookup<string, HashSet<string>>?> PartiesAsync(HashSet<string> ids, CancellationToken cancellationToken)
    {
        var tally = api.Ontology.Tally?.Relationship;
        var fields = rules.Target.Relationships.Where(field => field.Relationship == tally).Select(field => field.Name).ToList();
        var found = new List<(string Id, HashSet<string> Parties)>();
        var asked = string.Join(' ', fields.Select(field => $"{field}(limit: {Page}) {{ id }}"));
        var rows = $"{rules.Target.Plural}(where: {{ id: {{ in: $ids }} }}, limit: {ActorsAtOnce})";
        var query = $"query ($ids: [ID!]!) {{ rows: {rows} {{ id {asked} }} }}";
        foreach (var some in fields.Count == 0 ? [] : ids.Chunk(ActorsAtOnce))
        {
            var variables = new Dictionary<string, object?>(StringComparer.Ordinal) { ["ids"] = some };
            if (await api.AskAsync(query, variables, cancellationToken) is not { } answer) return null;
            foreach (var row in answer.GetProperty("rows").EnumerateArray())
                found.AddRange(fields.Select(field => (row.GetProperty("id").GetString()!, Ids(row, field).ToHashSet(StringComparer.Ordinal))));
        }

        return found.ToLookup(one => one.Id, one => one.Parties, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Ids(JsonElement row, string field) =>
        row.GetProperty(field).EnumerateArray().Select(other => other.GetProperty("id").GetString()!);

    private sealed record Actor(string Id, NodeType Type, Dictionary<string, string> Numbers, List<(string Key, string Reason, int Score)> Marks);
}
