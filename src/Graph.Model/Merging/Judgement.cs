namespace Graph.Model.Merging;

/// <summary>Somebody's judgement that two ids name one actor, or that they do not. Nodes of the ids need not be stored yet.</summary>
/// <param name="Id">Of two that are the same, the one that is merged; otherwise either.</param>
/// <param name="Other">Of two that are the same, the one that stays; otherwise the other.</param>
/// <param name="IsSame">The ids name one actor; otherwise they never do, whatever others say.</param>
public sealed record Judgement(string Id, string Other, bool IsSame)
{
    /// <summary>Why, in the words of who judged; null where nobody said.</summary>
    public string? Because { get; init; }

    /// <summary>When it was first recorded.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The name of the source that says so; null for one made by hand.</summary>
    public string? Source { get; init; }

    /// <summary>What tells it apart from others: who says what of which ids.</summary>
    public (string Id, string Other, bool IsSame, string Source) Key => (Id, Other, IsSame, Source ?? "");

    /// <summary>The judgement is about these two, in either order.</summary>
    public bool IsAbout(string one, string another) => (Id == one && Other == another) || (Id == another && Other == one);
}

/// <summary>A judgement that two are the same, which has no effect because something speaks against it.</summary>
/// <param name="Judgement">The judgement.</param>
/// <param name="Reason">What speaks against it, as a sentence without its end.</param>
public sealed record HeldJudgement(Judgement Judgement, string Reason);

/// <summary>What became of judgements.</summary>
/// <param name="Added">Not recorded before, or with another reason.</param>
/// <param name="Removed">Recorded no more.</param>
/// <param name="Merged">How many actors are merged into others now.</param>
/// <param name="Held">Of them, and of those on the same actors, all that are recorded and have no effect.</param>
public sealed record JudgementResult(long Added, long Removed, long Merged, IReadOnlyList<HeldJudgement> Held);
