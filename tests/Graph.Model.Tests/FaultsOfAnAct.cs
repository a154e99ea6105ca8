using Graph.Model.Ontologies;

namespace Graph.Model.Tests;

/// <summary>What can be wrong with <c>@act</c>, each with its sentence.</summary>
public sealed class FaultsOfAnAct
{
    private const string Sound = """by: "casters", against: "players", on: "day", roles: ["caster", "player"]""";

    [Theory]
    [InlineData(
        """against: "players", on: "day", roles: ["caster", "player"]""",
        """@act needs by. Write for example @act(by: "accusers", against: "accused", on: "saidOn", roles: ["accuser", "accused"]).""")]
    [InlineData("""by: casters, against: "players", on: "day", roles: ["caster", "player"]""", "The by of @act must be a name in quotes.")]
    [InlineData(
        """by: "casers", against: "players", on: "day", roles: ["caster", "player"]""",
        """Casting has no field casers; did you mean "casters"?""")]
    [InlineData("""by: "zzz", against: "players", on: "day", roles: ["caster", "player"]""", "Casting has no field zzz. Name one that it has.")]
    [InlineData(
        """by: "day", against: "players", on: "day", roles: ["caster", "player"]""",
        "The by of @act must name a relationship to a list of nodes, but Casting.day is a property of type Date.")]
    [InlineData(
        """by: "casters", against: "film", on: "day", roles: ["caster", "player"]""",
        "The against of @act must name a relationship to a list of nodes, but Casting.film is a relationship to one node or none.")]
    [InlineData(
        """by: "casters", against: "casters", on: "day", roles: ["caster", "player"]""",
        "The against of @act must be another field than by.")]
    [InlineData(
        """by: "casters", against: "players", on: "note", roles: ["caster", "player"]""",
        "The on of @act must name a property of type Date, but Casting.note is a property of type String.")]
    [InlineData(
        """by: "casters", against: "players", on: "casters", roles: ["caster", "player"]""",
        "The on of @act must name a property of type Date, but Casting.casters is a relationship to a list of nodes.")]
    [InlineData(
        """by: "casters", against: "players", on: "days", roles: ["caster", "player"]""",
        "The on of @act must name a property of type Date, but Casting.days is a property of type [Date!]!.")]
    [InlineData(
        """by: "casters", against: "players", on: "day", roles: ["caster"]""",
        """The roles of @act must be two different names in quotes, such as ["accuser", "accused"].""")]
    [InlineData(
        """by: "casters", against: "players", on: "day", roles: ["caster", "caster"]""",
        """The roles of @act must be two different names in quotes, such as ["accuser", "accused"].""")]
    [InlineData(
        """by: "casters", against: "players", on: "day", roles: ["caster", "not a name"]""",
        """The roles of @act must be two different names in quotes, such as ["accuser", "accused"].""")]
    [InlineData(Sound + """, role: ["a"]""", """@act has no argument role; did you mean "roles"?""")]
    [InlineData(
        Sound + """, kind: "note" """,
        "The kind of @act must name a property that holds one name of an enum, but Casting.note is a property of type String.")]
    [InlineData(
        Sound + """, kind: "kinds" """,
        "The kind of @act must name a property that holds one name of an enum, but Casting.kinds is a property of type [Kind!]!.")]
    [InlineData(Sound + """, counted: "OFFER" """, "The counted of @act means nothing without kind. Add kind, or remove counted.")]
    [InlineData(Sound + """, kind: "kind", counted: "OFER" """, """Kind has no value OFER; did you mean "OFFER"?""")]
    [InlineData(Sound + """, kind: "kind", denies: "NEVER_HEARD_OF" """, "Kind has no value NEVER_HEARD_OF. It has OFFER, REFUSAL.")]
    [InlineData(Sound + """, kind: "kind", counted: "OFFER", denies: "OFFER" """, "The denies of @act must be another value than counted.")]
    [InlineData(Sound + """, onBehalfOf: "films" """, "The onBehalfOf of @act must lead to Artist, but it leads to Film.")]
    [InlineData(Sound + """, answers: "films" """, "The answers of @act must lead to Casting, but it leads to Film.")]
    [InlineData(
        Sound + """, evidence: "film" """,
        "The evidence of @act must name a relationship to a list of nodes, but Casting.film is a relationship to one node or none.")]
    [InlineData(
        Sound + """, claim: "films" """,
        "The claim of @act must name a relationship to one node or none, but Casting.films is a relationship to a list of nodes.")]
    [InlineData(Sound + """, tally: "cats" """, """Artist has no field cats; did you mean "casts"?""")]
    [InlineData(Sound + """, tally: "films" """, "The tally of @act must lead to Artist, but it leads to Film.")]
    [InlineData(Sound + """, tally: "knows" """, "Artist.knows cannot be a tally. It must be a list from either side, and its relationship must carry three properties in this order, none of them identifying: an Int, a Date and a Date, which may be missing.")]
    [InlineData(Sound + """, represents: "troupe" """, "The represents of @act must be a list of names in quotes.")]
    [InlineData(Sound + """, represents: ["trope"] """, """Artist has no field trope; did you mean "troupe"?""")]
    [InlineData(
        Sound + """, represents: ["born"] """,
        "The represents of @act must name a relationship, but Player.born is a property of type Date.")]
    [InlineData(Sound + """, represents: ["troupe", "home"] """, "The represents of @act must lead to Artist, but it leads to Film.")]
    [InlineData(Sound + """, belongsTo: "troupe" """, "The belongsTo of @act means nothing without upTo. Add upTo, or remove belongsTo.")]
    [InlineData(Sound + """, upTo: "Troupe" """, "The upTo of @act means nothing without belongsTo. Add belongsTo, or remove upTo.")]
    [InlineData(Sound + """, belongsTo: "troupe", upTo: "Trope" """, """Trope is not a type of Artist; did you mean "Troupe"?""")]
    [InlineData(Sound + """, belongsTo: "troupe", upTo: "Film" """, "Film is not a type of Artist. Name one of Player, Troupe.")]
    [InlineData(
        Sound + """, series: ["film..title"] """,
        """The series of @act must be a list of fields in quotes, the steps of a way between dots, such as ["evidence.document"].""")]
    [InlineData(Sound + """, series: ["film.titel"] """, """Film has no field titel; did you mean "title"?""")]
    [InlineData(
        Sound + """, series: ["kind.title"] """,
        "The series of @act must name relationships up to the last step, but Casting.kind is a property of type Kind.")]
    [InlineData(
        Sound + """, series: ["film.title", "films.title"] """,
        "Two series of @act end in title, by which they are named. Remove one of them.")]
    [InlineData(Sound + """, pairs: "who cast whom" """, "The pairs of @act must be a name in quotes.")]
    [InlineData(Sound + """, pairs: "castings2", chains: "castings2" """, "The chains of @act must be a name that no other field has.")]
    [InlineData(Sound + """, threads: "castingThreads" """, "The threads of @act means nothing without answers. Add answers, or remove threads.")]
    public void AFaultIsReportedWithItsMending(string arguments, string expected)
    {
        var result = OntologyReader.Read(Films(arguments));
        Assert.Null(result.Ontology);
        Assert.Equal(expected, Assert.Single(result.Faults).Message);
    }

    [Theory]
    [InlineData("""DECIDED_BY", direction: OUT) others: [Film!]! @relationship(type: "DECIDED_BY", direction: OUT""", "The by of @act must follow a relationship of Casting and Artist alone, but Casting.others follows DECIDED_BY to Film. Give one of them another type.")]
    public void ATallyCountsNothingElse(string relationship, string expected) => Assert.Equal(
        [expected],
        OntologyReader.Read(Films(Sound + """, tally: "casts" """).Replace("DECIDED_BY\", direction: OUT", relationship, StringComparison.Ordinal))
            .Faults
            .Select(fault => fault.Message));

    [Theory]
    [InlineData("interface Artist {", "interface Artist @act {")]
    [InlineData("enum Kind {", "enum Kind @act {")]
    [InlineData("type Castings @relationshipProperties {", "type Castings @relationshipProperties @act {")]
    [InlineData("note: String", "note: String @act")]
    [InlineData("number: Int!", "number: Int! @act")]
    [InlineData("""(type: "ABOUT", direction: OUT)""", """(type: "ABOUT", direction: OUT) @act""")]
    public void ItStandsAfterTheNameOfANodeType(string text, string instead) => Assert.Equal(
        "@act has no meaning here. It belongs after the name of a type with @node.",
        Assert.Single(OntologyReader.Read(Films(Sound).Replace(text, instead, StringComparison.Ordinal)).Faults).Message);

    [Fact]
    public void WhereNodesComeFromStandsThereToo() => Assert.Equal(
        "@provenance has no meaning here. It belongs after the name of a type with @node.",
        Assert.Single(OntologyReader.Read(Films(Sound).Replace("enum Kind {", "enum Kind @provenance {", StringComparison.Ordinal)).Faults).Message);

    [Fact]
    public void AnOntologyHasOne() => Assert.Equal(
        "30:18: An ontology has one type of acts, and Casting is that already. Remove @act from one of them.",
        Assert.Single(OntologyReader.Read(Films(Sound) + "type Other @node @act(by: \"a\") { id: ID! @unique }").Faults).ToString());

    [Fact]
    public void ItsFaultsAreReportedWithAllOthers() => Assert.Equal(
        ["22:100", "29:77"],
        OntologyReader.Read(Films(Sound + """, kind: "note" """).Replace("latest: Date", "latest: Dat", StringComparison.Ordinal)).Faults
            .Select(fault => $"{fault.Line}:{fault.Column}"));

    [Fact]
    public void WhatItLeavesOutIsNotThere()
    {
        var act = OntologyReader.Read(Films(Sound)).Ontology!.Act!;
        Assert.Equal(("casters", "players", "day", "caster", "player"), (act.By.Name, act.Against.Name, act.On.Name, act.Actor, act.Counterpart));
        Assert.Null(act.Kind ?? (object?)act.Counted ?? act.Tally ?? (object?)act.Claim ?? act.UpTo ?? (object?)act.Pairs);
        Assert.Empty(act.Represents);
        Assert.Empty(act.Series);
    }

    [Fact]
    public void ABodyBelongsToOthersUpToAType()
    {
        var ontology = OntologyReader.Read(Films(Sound + """, tally: "casts", belongsTo: "troupe", upTo: "Troupe" """)).Ontology!;
        Assert.Equal(["Player.troupe"], ontology.Act!.BelongsTo.Select(field => field.ToString()));
        Assert.Equal("Troupe", ontology.Act.UpTo!.Name);
        Assert.Equal("CAST", ontology.Tally!.Relationship.Name);
    }

    private static string Films(string arguments) => $$"""
        interface Artist {
          id: ID! @unique
          casts: [Artist!]! @declareRelationship
          knows: [Artist!]! @declareRelationship
          films: [Film!]! @declareRelationship
        }
        type Player implements Artist @node {
          id: ID! @unique
          born: Date
          casts: [Artist!]! @relationship(type: "CAST", direction: OUT, properties: "Castings")
          knows: [Artist!]! @relationship(type: "KNOWS", direction: OUT)
          films: [Film!]! @relationship(type: "IN", direction: OUT)
          troupe: Troupe @relationship(type: "OF", direction: OUT)
        }
        type Troupe implements Artist @node {
          id: ID! @unique
          casts: [Artist!]! @relationship(type: "CAST", direction: OUT, properties: "Castings")
          knows: [Artist!]! @relationship(type: "KNOWS", direction: OUT)
          films: [Film!]! @relationship(type: "IN", direction: OUT)
          home: Film @relationship(type: "HOME", direction: OUT)
        }
        type Casting @node @act({{arguments}}) {
          id: ID! @unique day: Date days: [Date!]! note: String kind: Kind kinds: [Kind!]!
          casters: [Artist!]! @relationship(type: "DECIDED_BY", direction: OUT) players: [Artist!]! @relationship(type: "GAVE_PART", direction: OUT)
          film: Film @relationship(type: "ABOUT", direction: OUT) films: [Film!]! @relationship(type: "ALSO", direction: OUT)
        }
        type Film @node { id: ID! @unique title: String! }
        enum Kind { OFFER REFUSAL }
        type Castings @relationshipProperties { number: Int! earliest: Date latest: Date }

        """;
}
