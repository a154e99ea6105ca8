using Graph.Model.Ontologies;

namespace Graph.Import.Dossiers;

/// <summary>The words of a document that report an accusation.</summary>
internal sealed class EvidenceDraft(NodeType type, Reference document, string quote, string? prefix, string? suffix, Fault place)
{
    public Reference Document { get; } = document;

    public string Quote { get; } = quote;

    public string? Prefix { get; } = prefix;

    public string? Suffix { get; } = suffix;

    /// <summary>Where the quote is written.</summary>
    public Fault Place { get; } = place;

    public string Id { get; set; } = "";

    public object?[] Values { get; } = new object?[type.Properties.Count];
}
