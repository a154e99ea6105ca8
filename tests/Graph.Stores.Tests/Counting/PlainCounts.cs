namespace Graph.Stores.Tests.Counting;

/// <summary>Who the parties of an act are, and figures over acts, worked out in plain C#.</summary>
internal sealed class PlainCounts(PlainNews news)
{
    private const int MostBodies = 4;

    public IEnumerable<string> By(PlainNewsAct act, string rollUp)
    {
        if (rollUp == "NONE") return act.By;
        var principals = act.OnBehalfOf.Count > 0 ? act.OnBehalfOf : act.By.SelectMany(actor => Principals(actor, act.Day));
        return Rolled(principals, rollUp);
    }

    public IEnumerable<string> Against(PlainNewsAct act, string rollUp) =>
        rollUp == "NONE" ? act.Against : Rolled(act.Against.SelectMany(actor => Principals(actor, act.Day)), rollUp);

    public static int Claims(IEnumerable<PlainNewsAct> acts) => acts.Select(act => act.Claim ?? "own " + act.Id).Distinct().Count();

    public static int Evidence(IEnumerable<PlainNewsAct> acts) => acts.SelectMany(act => act.Evidence).Distinct().Count();

    /// <summary>Compares by code point; a missing text is the greatest.</summary>
    public static int Compare(string? one, string? other) => (one, other) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ => one.EnumerateRunes().Select(rune => rune.Value).SequenceCompare(other.EnumerateRunes().Select(rune => rune.Value)),
    };

    private HashSet<string> Rolled(IEnumerable<string> principals, string rollUp) =>
        [.. rollUp == "STATE" ? principals.SelectMany(States) : principals];

    private IEnumerable<string> Principals(string actor, DateOnly? day)
    {
        var held = news.Actors[actor].Terms.Where(term => day is not null && !(term.Since > day) && !(term.Until <= day))
            .SelectMany(term => term.StandsFor).ToHashSet();
        return held.Count > 0 ? held : [actor];
    }

    private IEnumerable<string> States(string actor)
    {
        HashSet<string> here = [actor];
        for (var steps = 0; steps <= MostBodies; steps++)
        {
            var states = here.Where(one => news.Actors[one].Type == "State").ToList();
            if (states.Count > 0) return states;
            here = [.. here.SelectMany(one => news.Actors[one].BelongsTo)];
        }

        return [actor];
    }
}

internal static class Sequences
{
    /// <summary>Compares item by item; what ends first is the lesser.</summary>
    public static int SequenceCompare(this IEnumerable<int> one, IEnumerable<int> other)
    {
        var (left, right) = (one.ToList(), other.ToList());
        for (var i = 0; i < left.Count && i < right.Count; i++)
            if (left[i] != right[i]) return left[i].CompareTo(right[i]);
        return left.Count.CompareTo(right.Count);
    }
}
