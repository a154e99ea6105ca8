using Graph.Extraction.Names;

namespace Graph.Extraction.Drafts;

/// <summary>
/// A person's way through the acts of a draft that are open. It knows no terminal: what is shown and asked is another's matter. After each
/// decision it stands at the next open act.
/// </summary>
public sealed class Review
{
    private readonly Draft draft;
    private readonly Stack<(List<DraftAct> Acts, int At)> before = new();
    private List<DraftAct> acts;
    private int at = -1;

    /// <summary>Begins at the first open act.</summary>
    public Review(Draft draft)
    {
        this.draft = draft;
        acts = [.. draft.Acts];
        Next();
    }

    /// <summary>What somebody can be said to be, as in <see cref="FoundParty.Kind"/>.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        [.. Enum.GetNames<NameKind>().Where(kind => kind is not (nameof(NameKind.Unknown) or nameof(NameKind.Other)))];

    /// <summary>The act that is to be decided about, or null where none is left.</summary>
    public DraftAct? Current => at >= 0 && at < acts.Count ? acts[at] : null;

    /// <summary>How many acts are open.</summary>
    public int Open => acts.Count(act => act.Decision == Decision.Open);

    /// <summary>The draft as it is now.</summary>
    public Draft Result => draft with { Acts = [.. acts], IsReviewed = true };

    /// <summary>Takes every open act that is at least so sure; the others stay open.</summary>
    /// <returns>How many were taken.</returns>
    public int AcceptAtLeast(double confidence)
    {
        var taken = 0;
        for (var i = 0; i < acts.Count; i++)
        {
            if (acts[i].Decision != Decision.Open || acts[i].Found.Confidence < confidence) continue;
            acts[i] = acts[i] with { Decision = Decision.Accepted };
            taken++;
        }

        at = -1;
        Next();
        return taken;
    }

    /// <summary>Takes the last decision or change back.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Undo()
    {
        if (!before.TryPop(out var last)) return false;
        (acts, at) = last;
        return true;
    }

    /// <summary>Takes the act.</summary>
    public void Accept() => Decide(act => act with { Decision = Decision.Accepted });

    /// <summary>Keeps the act out, with the reason.</summary>
    public void Reject(string? reason) =>
        Decide(act => act with { Decision = Decision.Rejected, Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim() });

    /// <summary>Goes on to the next open act after this one, or to the first; none where all are decided.</summary>
    public void Next()
    {
        for (var step = 1; step <= acts.Count; step++)
        {
            var next = (at + step) % acts.Count;
            if (acts[next].Decision != Decision.Open) continue;
            at = next;
            return;
        }

        at = -1;
    }

    /// <summary>Makes it another act.</summary>
    /// <param name="kind">The act, as the ontology names it.</param>
    public void ChangeAct(string kind) => Change(act => act with { Found = act.Found with { Act = kind } });

    /// <summary>Says who is meant by the words of a party; nobody's name leaves the party unresolved.</summary>
    /// <param name="side">Which parties.</param>
    /// <param name="index">Which of them; their number for one that the text does not name.</param>
    /// <param name="name">The name.</param>
    /// <param name="id">The id of an actor of the graph, or null.</param>
    /// <param name="kind">What it is, as in <see cref="FoundParty.Kind"/>, or null.</param>
    public void Name(Side side, int index, string name, string? id, string? kind) => Change(act =>
    {
        var parties = act.Parties(side).ToList();
        if (index < 0 || index > parties.Count || index == parties.Count && name.Length == 0) return act;
        if (index == parties.Count) parties.Add(new(name, act.Found.Start, act.Found.Start, name, kind, null, id, false, false));
        parties[index] = name.Length == 0
            ? parties[index] with { IsUnresolved = true, Id = null, Kind = null, IsNamed = false }
            : parties[index] with
            {
                Name = name,
                Id = id,
                Kind = kind,
                IsUnresolved = false,
                IsNamed = true,
                State = id is null ? parties[index].State : null,
            };
        return act.With(side, parties);
    });

    /// <summary>Takes a party away.</summary>
    public void Remove(Side side, int index) => Change(act => act.With(side, [.. act.Parties(side).Where((_, i) => i != index)]));

    /// <summary>Makes of an act with several parties one for each.</summary>
    /// <returns>Whether it had several.</returns>
    public bool Split()
    {
        if (Current is not { } act) return false;
        var side = act.Found.Accused.Count > 1 ? Side.Accused : Side.Accusers;
        var parties = act.Parties(side);
        if (parties.Count < 2) return false;
        Remember();
        acts.RemoveAt(at);
        for (var i = 0; i < parties.Count; i++)
            acts.Insert(at + i, act.With(side, [parties[i]]) with { Key = $"{act.Key}-{i + 1}", Identity = $"{act.Identity}|{i + 1}" });
        return true;
    }

    private void Decide(Func<DraftAct, DraftAct> change)
    {
        Change(change);
        Next();
    }

    private void Change(Func<DraftAct, DraftAct> change)
    {
        if (Current is not { } act) return;
        Remember();
        acts[at] = change(act);
    }

    private void Remember() => before.Push(([.. acts], at));
}
