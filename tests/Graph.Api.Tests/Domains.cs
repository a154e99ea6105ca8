using Graph.Model.Ontologies;

namespace Graph.Api.Tests;

/// <summary>The ontologies of the tests.</summary>
internal static class Domains
{
    /// <summary>The one that ships.</summary>
    public static Ontology Accusations => Ontology.Shipped;

    /// <summary>Another domain, with every kind of property.</summary>
    public static Ontology Films { get; } = Read("""
        "Somebody who makes films, or a company."
        interface Maker {
          id: ID! @unique
          name: String!
          made: [Film!]! @declareRelationship
        }

        type Artist implements Maker @node(labels: ["Artist", "Maker"]) {
          id: ID! @unique
          name: String! @indexed @searchable
          born: Date
          made: [Film!]! @relationship(type: "MADE", direction: OUT, properties: "Part")
        }

        type Studio implements Maker @node(labels: ["Studio", "Maker"]) {
          id: ID! @unique
          name: String! @indexed
          founded: Int
          made: [Film!]! @relationship(type: "MADE", direction: OUT, properties: "Part")
        }

        type Film @node {
          id: ID! @unique
          title: String! @searchable
          year: Int! @indexed
          minutes: [Int!]!
          grossing: BigInt
          rating: Float
          inColour: Boolean!
          premiere: DateTime
          mood: Mood
          makers: [Maker!]! @relationship(type: "MADE", direction: IN, properties: "Part")
          sequelOf: Film @relationship(type: "FOLLOWS", direction: OUT)
          sequels: [Film!]! @relationship(type: "FOLLOWS", direction: IN)
        }

        "Somebody gives somebody a part, or refuses it."
        type Casting @node @act(
          by: "casters", against: "cast", on: "day", roles: ["caster", "castMember"], kind: "outcome", counted: "GIVEN", denies: "REFUSED"
          answers: "follows", series: ["outcome", "film"], pairs: "whoCastWhom", timeline: "castingTimeline", threads: "castingThreads"
        ) {
          id: ID! @unique
          day: Date
          outcome: Outcome!
          casters: [Maker!]! @relationship(type: "DECIDED", direction: IN)
          cast: [Maker!]! @relationship(type: "CONCERNS", direction: OUT)
          film: Film @relationship(type: "CASTING_OF", direction: OUT)
          follows: [Casting!]! @relationship(type: "FOLLOWS_CASTING", direction: OUT)
        }

        enum Outcome { GIVEN REFUSED }
        enum Mood { MERRY SAD }

        type Part @relationshipProperties { role: String @identifying fee: Float credited: Boolean }
        """);

    public static Ontology Read(string text)
    {
        var result = OntologyReader.Read(text);
        Assert.Empty(result.Faults);
        return result.Ontology!;
    }
}
