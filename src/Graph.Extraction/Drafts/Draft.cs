using System.Text.Json.Serialization;

namespace Graph.Extraction.Drafts;

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
