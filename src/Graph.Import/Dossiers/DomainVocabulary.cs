using Graph.Model.Ontologies;

namespace Graph.Import.Dossiers;

/// <summary>The types and relationships of the ontology that dossiers speak of. Dossiers belong to this domain alone.</summary>
internal sealed class DomainVocabulary
{
    private DomainVocabulary(Ontology ontology) => Ontology = ontology;

    public Ontology Ontology { get; }

    public required NodeType Person { get; init; }

    public required NodeType State { get; init; }

    public required NodeType Organization { get; init; }

    public required NodeType Office { get; init; }

    public required NodeType Accusation { get; init; }

    public required NodeType Claim { get; init; }

    public required NodeType Evidence { get; init; }

    public required NodeType Document { get; init; }

    public required NodeType Event { get; init; }

    public required NodeType Place { get; init; }

    public required NodeType Dataset { get; init; }

    /// <summary>Where documents keep their text; null in an ontology that does not let them.</summary>
    public Property? KeptText => Document.Properties.FirstOrDefault(property => property.Excerpt is not null);

    /// <summary>What a body belongs to; null in an ontology that does not say.</summary>
    public RelationshipType? BelongsTo => Ontology.FindRelationship("BELONGS_TO");

    /// <summary>Whether nodes of a type name the datasets that they are from.</summary>
    public bool NamesDatasets(NodeType type) => Relationship("FROM").Pairs.Contains((type, Dataset));

    /// <summary>The relationship of that name; all that dossiers use are known to be there.</summary>
    public RelationshipType Relationship(string name) => Ontology.FindRelationship(name)!;

    /// <summary>The vocabulary, or the sentence that says why dossiers do not fit this ontology.</summary>
    public static (DomainVocabulary? Vocabulary, string? Fault) Of(Ontology ontology)
    {
        var missing = Needed(ontology).ToList();
        if (missing.Count > 0) return (null, Messages.OtherDomain(missing));
        NodeType Type(string name) => ontology.FindNodeType(name)!;
        var vocabulary = new DomainVocabulary(ontology)
        {
            Person = Type("Person"),
            State = Type("State"),
            Organization = Type("Organization"),
            Office = Type("Office"),
            Accusation = Type("Accusation"),
            Claim = Type("Claim"),
            Evidence = Type("Evidence"),
            Document = Type("Document"),
            Event = Type("Event"),
            Place = Type("Place"),
            Dataset = Type("Dataset"),
        };
        return (vocabulary, null);
    }

    private static readonly (string Type, string[] Properties)[] Types =
    [
        ("Person", ["name", "aliases"]),
        ("State", ["name", "aliases"]),
        ("Organization", ["name", "aliases", "kind"]),
        ("Office", ["title"]),
        ("Place", ["name"]),
        ("Event", ["name", "start", "end"]),
        ("Document", ["title", "textHash"]),
        ("Claim", ["text"]),
        ("Dataset", ["name"]),
        ("Evidence", ["quote", "prefix", "suffix", "startOffset", "endOffset"]),
        ("Accusation", ["act", "matter", "saidOn", "saidOnBasis", "modality", "confidence", "method"]),
    ];

    private static readonly string[] Relationships =
    [
        "MADE", "ON_BEHALF_OF", "AGAINST", "ABOUT", "ALLEGES", "ANSWERS", "EVIDENCED_BY", "FROM", "QUOTED_FROM", "PUBLISHED_BY",
        "DIGEST_OF", "TOOK_PART_IN", "HELD_AT", "PART_OF", "LIES_IN", "HELD", "OFFICE_OF",
    ];

    private static IEnumerable<string> Needed(Ontology ontology)
    {
        if (ontology.FindEntity("Actor") is not InterfaceType) yield return "Actor";
        foreach (var (name, properties) in Types)
        {
            var type = ontology.FindNodeType(name);
            if (type is null) yield return name;
            else
                foreach (var property in properties.Where(property => type.FindProperty(property) is null)) yield return $"{name}.{property}";
        }

        foreach (var name in Relationships.Where(name => ontology.FindRelationship(name) is null)) yield return name;
        foreach (var (name, property) in new[] {
            ("MADE", "surface"),
            ("AGAINST", "surface"),
            ("TOOK_PART_IN", "role"),
            ("HELD", "since"),
            ("HELD", "until") })
            if (ontology.FindRelationship(name) is { } type && type.Properties?.Find(property) is null) yield return $"{name}.{property}";
    }
}
