using System.Text.Json.Serialization;

namespace Graph.Extraction.Drafts;

/// <summary>What became of an act of a draft.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Decision>))]
public enum Decision
{
    /// <summary>Nobody has looked at it yet.</summary>
    Open,

    /// <summary>It goes into the dossier.</summary>
    Accepted,

    /// <summary>It does not, and is not offered again.</summary>
    Rejected,
}

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

/// <summary>A draft: a document, and the acts found in it.</summary>
/// <param name="Name">The name of its folder and of its document.</param>
/// <param name="Document">The document, with its normalized text.</param>
/// <param name="Acts">The acts, in the order of the text.</param>
public sealed record Draft(string Name, Article Document, IReadOnlyList<DraftAct> Acts)
{
    /// <summary>
    /// By id, the fields (name and value) of the actors that a graph knew when it was drafted: a review without that graph keeps them.
    /// </summary>
    public IReadOnlyDictionary<string, string[][]> Known { get; init; } = new Dictionary<string, string[][]>();

    /// <summary>Whether somebody has reviewed it.</summary>
    public bool IsReviewed { get; init; }

    /// <summary>The acts that a dossier of it has: those accepted once somebody has reviewed it, those not rejected before.</summary>
    [JsonIgnore]
    public IEnumerable<DraftAct> Included => Acts.Where(act => act.Decision == Decision.Accepted || act.Decision == Decision.Open && !IsReviewed);
}
