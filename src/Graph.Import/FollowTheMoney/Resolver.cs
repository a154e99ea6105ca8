using System.Text.Json;

namespace Graph.Import.FollowTheMoney;

/// <summary>
/// Judgements on which ids are of one thing, as nomenklatura keeps them: <c>[target, source, judgement, score, user, created,
/// deleted]</c> a line. Ids that positive ones join are one, the target's; all others do nothing.
/// </summary>
internal sealed class Resolver
{
    private readonly Dictionary<string, string> targets = new(StringComparer.Ordinal);

    /// <summary>How many judgements there are of each kind, and deleted ones.</summary>
    public Dictionary<string, long> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Lines at fault: number, sentence, text.</summary>
    public List<(int Line, string Sentence, string Text)> Faults { get; } = [];

    /// <summary>Whether anything is joined to an id, or it to another.</summary>
    public bool Joins(string id) => targets.ContainsKey(id);

    /// <summary>The one id of all that are joined to an id.</summary>
    public string Canonical(string id)
    {
        while (targets.TryGetValue(id, out var target) && target != id) id = target;
        return id;
    }

    /// <summary>Takes a line.</summary>
    public void Add(int number, string line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        try
        {
            using var json = JsonDocument.Parse(line);
            if (Judge(json.RootElement)) return;
        }
        catch (JsonException)
        {
            // Told below, as any other line that is no judgement.
        }

        Faults.Add((number, EntityMessages.NoJudgement(), line));
    }

    private bool Judge(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Array || row.GetArrayLength() < 3) return false;
        if (row[0].ValueKind != JsonValueKind.String || row[1].ValueKind != JsonValueKind.String || row[2].ValueKind != JsonValueKind.String)
        {
            return false;
        }
        var judgement = row[2].GetString()!;
        var isDeleted = row.GetArrayLength() > 6 && row[6].ValueKind == JsonValueKind.String;
        var kind = isDeleted ? "deleted" : judgement;
        Counts[kind] = Counts.GetValueOrDefault(kind) + 1;
        if (isDeleted || judgement != "positive") return true;
        var (target, source) = (Canonical(row[0].GetString()!), Canonical(row[1].GetString()!));
        targets[target] = target;
        targets[source] = target;
        return true;
    }
}
