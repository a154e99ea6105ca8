using Graph.Import.Dossiers;
using Graph.Model.Ontologies;

namespace Graph.Import.Feeds;

/// <summary>The types, properties and relationships that feeds fill.</summary>
internal sealed class FeedTypes
{
    private FeedTypes(DomainVocabulary domain) => Domain = domain;

    public DomainVocabulary Domain { get; }

    public NodeType Accusation => Domain.Accusation;

    public NodeType Evidence => Domain.Evidence;

    public NodeType Document => Domain.Document;

    public NodeType Dataset => Domain.Dataset;

    public NodeType Organization => Domain.Organization;

    public NodeType State => Domain.State;

    /// <summary>The types, or the sentence that says why the feed does not fit this ontology.</summary>
    public static (FeedTypes? Types, string? Fault) Of(Ontology ontology)
    {
        var (domain, _) = DomainVocabulary.Of(ontology);
        if (domain is null) return (null, FeedMessages.OtherDomain());
        var missing = Properties.FirstOrDefault(pair => ontology.FindNodeType(pair.Type)?.FindProperty(pair.Property) is null);
        return missing.Type is null ? (new(domain), null) : (null, FeedMessages.OtherDomain());
    }

    /// <summary>The relationship of that name.</summary>
    public RelationshipType Relationship(string name) => Domain.Relationship(name);

    private static readonly (string Type, string Property)[] Properties =
    [
        ("Accusation", "matterTypes"), ("Accusation", "scheme"), ("Accusation", "code"),
        ("Document", "kind"), ("Document", "url"), ("Document", "language"), ("Document", "published"),
        ("Dataset", "url"), ("Dataset", "licence"), ("State", "iso3"), ("State", "wikidata"),
    ];
}
