using System.Globalization;
using System.Text;
using System.Text.Json;
using Graph.Model.Merging;
using Graph.Model.Values;

namespace Graph.Import.FollowTheMoney;

/// <summary>
/// Judgements on which ids are of one thing, as nomenklatura keeps them: <c>[target, source, judgement, score, user, created,
/// deleted]</c> a line. Positive ones say that two are the same, and negative ones that they are not; all others, and deleted ones, say nothing.
/// </summary>
internal sealed class Resolver
{
    private readonly Dictionary<string, string> targets = new(StringComparer.Ordinal);
    private readonly List<Judgement> judgements = [];
    private readonly Dictionary<string, string> actors = new(StringComparer.Ordinal);

    /// <summary>Whether anything is joined to an id, or it to another.</summary>
    public bool Joins(string id) => targets.ContainsKey(id);

    /// <summary>The one id of all that are joined to an id.</summary>
    public string Canonical(string id)
    {
        while (targets.TryGetValue(id, out var target) && target != id) id = target;
        return id;
    }

    /// <summary>The ids that judgements speak of and that nobody has said to be an actor's.</summary>
    public IEnumerable<string> Open =>
        judgements.SelectMany(one => new[] { one.Id, one.Other }).Where(id => !actors.ContainsKey(id)).Distinct(StringComparer.Ordinal);

    /// <summary>An id of the judgements is that of an actor whom the graph knows by another, or by the same.</summary>
    public void Name(string id, string actor) => actors[id] = actor;

    /// <summary>The judgements, by the ids of the graph's actors; those on two ids of one actor are left out.</summary>
    public IEnumerable<Judgement> Judgements => judgements
        .Select(one => one with { Id = actors.GetValueOrDefault(one.Id, one.Id), Other = actors.GetValueOrDefault(one.Other, one.Other) })
        .Where(one => one.Id != one.Other);

    /// <summary>Takes a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="kind">What it is counted as.</param>
    /// <returns>Null, or what is wrong with it: the number of its item, from 1, and a sentence.</returns>
    public (int Item, string Sentence)? Add(string line, out string kind)
    {
        kind = "";
        try
        {
            using var json = JsonDocument.Parse(line);
            return Add(json.RootElement, out kind);
        }
        catch (JsonException)
        {
            return (1, EntityMessages.NoJudgement());
        }
    }

    private (int, string)? Add(JsonElement row, out string kind)
    {
        kind = "";
        if (row.ValueKind != JsonValueKind.Array || row.GetArrayLength() < 3) return (1, EntityMessages.NoJudgement());
        if (Text(row, 0) is not { Length: > 0 } target) return (1, EntityMessages.NoJudgement());
        if (Text(row, 1) is not { Length: > 0 } source) return (2, EntityMessages.NoJudgement());
        if (Text(row, 2) is not ("positive" or "negative" or "unsure" or "no_judgement")) return (3, EntityMessages.NoJudgement());
        if (target == source) return (2, EntityMessages.JudgedAboutItself(target));
        kind = Text(row, 6) is null ? Text(row, 2)! : "deleted";
        if (kind is not ("positive" or "negative")) return null;
        var isSame = kind == "positive";
        judgements.Add(new(source, target, isSame) { Because = Because(row), At = Instant(Text(row, 5)) });
        if (isSame) Join(Canonical(target), Canonical(source));
        return null;
    }

    private void Join(string target, string source)
    {
        targets[target] = target;
        targets[source] = target;
    }

    private static string? Because(JsonElement row)
    {
        var score = row.GetArrayLength() > 3 && row[3].ValueKind == JsonValueKind.Number
            ? row[3].GetDouble().ToString(CultureInfo.InvariantCulture)
            : null;
        return Text(row, 4) is { Length: > 0 } user ? EntityMessages.JudgedBy(user, score) : null;
    }

    private static string? Text(JsonElement row, int item) =>
        row.GetArrayLength() > item && row[item].ValueKind == JsonValueKind.String ? row[item].GetString() : null;

    // Written without an offset, and in UTC; a minute may be all there is.
    private static DateTimeOffset Instant(string? text)
    {
        const DateTimeStyles style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (text is null) return default;
        if (ScalarText.TryInstant(Encoding.UTF8.GetBytes(text), out var instant)) return instant;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, style, out instant) ? instant : default;
    }
}
