namespace Graph.Extraction.Drafts;

/// <summary>An act of a draft: what was found, and what was decided about it.</summary>
/// <param name="Key">Its name in the dossier: act-1, act-2.</param>
/// <param name="Found">What was found in the text, with what a person changed.</param>
public sealed record DraftAct(string Key, FoundAct Found)
{
    /// <summary>The day on which it was said, or null.</summary>
    public DateOnly? SaidOn { get; init; }

    /// <summary>Whether the text states that day; else it is the day of publication.</summary>
    public bool IsStated { get; init; }

    /// <summary>The claim that it shares with other acts, as their key; or null.</summary>
    public string? Claim { get; init; }

    /// <summary>Keys of the acts that it answers.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>What was decided.</summary>
    public Decision Decision { get; init; }

    /// <summary>Why it was rejected, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>What identifies it when the text is drafted again: what the text says, not what a person made of it.</summary>
    public required string Identity { get; init; }

    /// <summary>The parties on one side.</summary>
    public IReadOnlyList<FoundParty> Parties(Side side) => side == Side.Accusers ? Found.Accusers : Found.Accused;

    /// <summary>The same act with other parties on one side.</summary>
    public DraftAct With(Side side, IReadOnlyList<FoundParty> parties) =>
        this with { Found = side == Side.Accusers ? Found with { Accusers = parties } : Found with { Accused = parties } };
}
