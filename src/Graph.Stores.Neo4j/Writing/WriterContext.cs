using Graph.Model.Ontologies;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>What every batch of a writer uses: derived from the ontology once.</summary>
internal sealed class WriterContext
{
    public WriterContext(Ontology ontology, LabelMap labels, string location)
    {
        Ontology = ontology;
        Labels = labels;
        Location = location;
        Families = Family.Of(ontology, labels);
        Statements = new(ontology, labels);
        UniqueScopes = UniqueScope.Of(ontology);
        Metadata = new(ontology, labels);
        Degrees = new(ontology, labels);
        Tokens = new(ontology, labels);
    }

    public Ontology Ontology { get; }

    public LabelMap Labels { get; }

    /// <summary>Where the graph is, for messages.</summary>
    public string Location { get; }

    public IReadOnlyList<Family> Families { get; }

    public WriteStatements Statements { get; }

    public IReadOnlyList<UniqueScope> UniqueScopes { get; }

    public Metadata Metadata { get; }

    public DegreeCounts Degrees { get; }

    public NodeTokens Tokens { get; }

    public Family FamilyOf(NodeType type) => Families[type.Family.Ordinal];
}
