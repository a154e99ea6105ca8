namespace Graph.Import.Dossiers;

/// <summary>A kind of thing that a dossier lists and its fields refer to.</summary>
/// <param name="Section">The field of the dossier that lists them.</param>
/// <param name="Noun">One of them, with its article, for messages.</param>
/// <param name="Type">The type or interface of the ontology.</param>
internal sealed record EntityKind(string Section, string Noun, string Type)
{
    public static readonly EntityKind Actor = new("actors", "an actor", "Actor");
    public static readonly EntityKind Office = new("offices", "an office", "Office");
    public static readonly EntityKind Place = new("places", "a place", "Place");
    public static readonly EntityKind Event = new("events", "an event", "Event");
    public static readonly EntityKind Document = new("documents", "a document", "Document");
    public static readonly EntityKind Claim = new("claims", "a claim", "Claim");
    public static readonly EntityKind Dataset = new("dataset", "a dataset", "Dataset");
    public static readonly EntityKind Accusation = new("accusations", "an accusation", "Accusation");

    /// <summary>The noun alone.</summary>
    public string Name => Noun[(Noun.IndexOf(' ') + 1)..];
}
