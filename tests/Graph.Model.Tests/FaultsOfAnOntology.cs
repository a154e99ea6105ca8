using Graph.Model.Ontologies;

namespace Graph.Model.Tests;

public sealed class FaultsOfAnOntology
{
    private const string Film = "type Film @node { id: ID! @unique title: String! }\n";

    private const string Quoted = "type Note @node { id: ID! @unique at: Int by: String }\n"
        + "type A @node { id: ID! @unique c: String notes: [Note!]! @relationship(type: \"N\", direction: IN) ";

    [Theory]
    [InlineData("type", "1:5: Syntax Error: Expected Name, found <EOF>.")]
    [InlineData(
        "type A { id: ID! @unique }",
        "1:6: The type A is neither a node nor relationship properties. Write @node or @relationshipProperties after its name.")]
    [InlineData("type A @node { name: String }", "1:6: A has no id. Add the field `id: ID! @unique`.")]
    [InlineData("type A @node { id: ID @unique }", "1:16: The id of A must be declared `id: ID! @unique`.")]
    [InlineData("type Query @node { id: ID! @unique }", "1:6: The name Query is taken by the API itself. Choose another.")]
    [InlineData(Film + "type Film @node { id: ID! @unique }", "2:6: There are two types named Film; the other stands at 1:6. Rename one of them.")]
    [InlineData(Film + "enum Film { A }", "2:6: There are two types named Film; the other stands at 1:6. Rename one of them.")]
    [InlineData("type A @node { id: ID! @unique b: Int b: Int }", "1:39: A has two fields named b. Rename or remove one of them.")]
    [InlineData("type A @node { id: ID! @unique b: Strin }", "1:35: There is no type Strin; did you mean \"String\"?")]
    [InlineData("type A @node { id: ID! @unique @uniqe }", "1:32: There is no directive @uniqe in the ontology's dialect; did you mean \"unique\"?")]
    [InlineData("type A @node(label: \"B\") { id: ID! @unique }", "1:14: @node has no argument label; did you mean \"labels\"?")]
    [InlineData("type A @node(labels: [\"B C\"]) { id: ID! @unique }", "1:14: The labels of @node must be a list of names in quotes.")]
    [InlineData("type A @node { id: ID! @unique b: [String] }", "1:35: The items of A.b may not be null. Write `[Type!]` or `[Type!]!`.")]
    [InlineData("type A @node { id: ID! @unique b: [[Int!]!]! }", "1:35: A.b is a list of lists, which no store can keep. Make it a list.")]
    [InlineData(
        "type A @node { id: ID! @unique b: String @searchable(as: \"motto\") }",
        "1:54: The as of @searchable must be \"name\", \"alias\", \"title\" or \"text\".")]
    [InlineData(
        "type A @node { id: ID! @unique b: Int @searchable }",
        "1:39: @searchable has no meaning here. It belongs to a property of type String or ID.")]
    [InlineData(
        "type A @node { id: ID! @unique b: Int @identifying }",
        "1:39: @identifying has no meaning here. It belongs to a property of a type with @relationshipProperties.")]
    [InlineData(
        "type A @node { id: ID! @unique b: String @range(min: 0) }",
        "1:42: @range has no meaning here. It belongs to a property of type Int, BigInt or Float.")]
    [InlineData("type A @node { id: ID! @unique b: Int @range }", "1:39: @range needs min or max. Write for example @range(min: 0, max: 1).")]
    [InlineData("type A @node { id: ID! @unique b: Int @range(min: 2, max: 1) }", "1:39: No number lies from 2 to 1. Write the smaller one as min.")]
    [InlineData("type A @node { id: ID! @unique b: Int @range(min: 0.5) }", "1:46: The min of @range must be a whole number.")]
    [InlineData("type A @node { id: ID! @unique b: Float @range(max: \"1\") }", "1:48: The max of @range must be a number.")]
    [InlineData(
        "interface I { id: ID! @unique n: Int @range(min: 0) }\ntype A implements I @node { id: ID! @unique n: Int }",
        "1:38: @range has no meaning here. It belongs to the property of each type that implements the interface.")]
    [InlineData("type A @node @interval(from: \"b\", until: \"c\") { id: ID! @unique }", "1:14: @interval has no meaning here. It belongs after the name of a type with @relationshipProperties.")]
    [InlineData("type A @node { id: ID! @unique b: Date @interval(from: \"b\", until: \"c\") }", "1:40: @interval has no meaning here. It belongs after the name of a type with @relationshipProperties.")]
    [InlineData("type A @relationshipProperties @interval(from: \"b\") { b: Date }", "1:32: @interval needs until. Write for example @interval(from: \"since\", until: \"until\").")]
    [InlineData("type A @relationshipProperties @interval(from: b, until: \"c\") { b: Date c: Date }", "1:42: The from of @interval must be a name in quotes.")]
    [InlineData("type A @relationshipProperties @interval(from: \"b\", until: \"b\") { b: Date c: Date }", "1:53: The until of @interval must be another property than from.")]
    [InlineData("type A @relationshipProperties @interval(from: \"begin\", until: \"c\") { begun: Date c: Date }", "1:42: A has no field begin; did you mean \"begun\"?")]
    [InlineData("type A @relationshipProperties @interval(from: \"b\", until: \"c\") { b: Date c: DateTime }", "1:53: The until of @interval must name a property of type Date, but A.c is a property of type DateTime.")]
    [InlineData("type A @relationshipProperties @interval(from: \"b\", until: \"c\") { b: [Date!]! c: Date }", "1:42: The from of @interval must name a property of type Date, but A.b is a property of type [Date!]!.")]
    [InlineData("type A @relationshipProperties @interval(from: \"b\", until: \"c\", to: \"c\") { b: Date c: Date }", "1:65: @interval has no argument to.")]
    [InlineData("type A @relationshipProperties @interval(from: \"b\", until: \"c\") { b: Dat c: Date }", "1:70: There is no type Dat; did you mean \"Date\"?")]
    [InlineData("type A @node { id: ID! @unique AND: Int }", "1:32: The API needs the name A.AND for itself. Rename the field.")]
    [InlineData(
        "union U = A\n" + Film,
        "1:1: An ontology has no unions. It is made of types with @node, types with @relationshipProperties, interfaces and enums.")]
    [InlineData(
        Film + "type A @node { id: ID! @unique film: Film }",
        "2:32: A.film leads to Film but does not say how. Add @relationship(type: \"…\", direction: OUT), or @declareRelationship in an interface.")]
    [InlineData(
        Film + "type A @node { id: ID! @unique films: [Film!] @relationship(type: \"IN\", direction: OUT) }",
        "2:39: The relationship A.films must lead to a list `[Film!]!`, or to one node or none, `Film`.")]
    [InlineData(
        Film + "type A @node { id: ID! @unique films: [Film!]! @relationship(direction: OUT) }",
        "2:48: @relationship needs type. Write for example @relationship(type: \"MADE\", direction: OUT).")]
    [InlineData(
        Film + "type A @node { id: ID! @unique films: [Film!]! @relationship(type: \"IN\", direction: BOTH) }",
        "2:74: The direction of @relationship must be IN or OUT.")]
    [InlineData(Film + "type A @node { id: ID! @unique films: [Film!]! @relationship(type: \"IN\", direction: OUT, properties: \"Rol\") }\ntype Role @relationshipProperties { as: String }", "2:90: There is no type Rol with @relationshipProperties; did you mean \"Role\"?")]
    [InlineData(
        "type A @node { id: ID! @unique bs: [Bee!]! @relationship(type: \"X\", direction: OUT) }",
        "1:37: There is no type Bee. Declare it, or use one of ID, String, Int, Float, Boolean, BigInt, Date, DateTime.")]
    [InlineData(Film + "type A implements B @node { id: ID! @unique }", "2:19: There is no interface B.")]
    [InlineData(
        "interface I { id: ID! @unique n: Int! }\ntype A implements I @node { id: ID! @unique n: Int }",
        "2:45: A.n differs from I, which declares n: Int!.")]
    [InlineData(
        "interface I { id: ID! @unique n: Int! }\ntype A implements I @node { id: ID! @unique }",
        "2:6: A implements I but lacks its field n. Add the field.")]
    [InlineData("interface I { id: ID! @unique }", "1:11: No type implements the interface I. Implement it or remove it.")]
    [InlineData(
        Film + "type Other @node(labels: [\"Film\"]) { id: ID! @unique }",
        "2:6: Other has the same labels as Film, so their nodes could not be told apart. Give it a label of its own.")]
    [InlineData(
        Film + "type Reel @node @plural(value: \"films\") { id: ID! @unique }",
        "2:6: The root list of Reel would be named films like that of Film. Give it another with @plural(value: \"…\").")]
    [InlineData(
        "type A @node { id: ID! @unique b: Int @excerpt(around: \"c\", from: \"d\", until: \"e\", terms: [], whole: []) }",
        "1:39: @excerpt has no meaning here. It belongs to a property `String` of a node type, which has no other directive and no interface.")]
    [InlineData(
        "interface I { id: ID! @unique b: String }\ntype A implements I @node { id: ID! @unique b: String @excerpt(around: \"c\", from: \"d\", until: \"e\", terms: [], whole: []) }",
        "2:55: @excerpt has no meaning here. It belongs to a property `String` of a node type, which has no other directive and no interface.")]
    [InlineData(
        "type A @node { id: ID! @unique b: String @excerpt(around: \"c\", from: \"d\", until: \"e\", terms: []) }",
        "1:42: @excerpt needs whole. Write for example @excerpt(around: \"evidence\", from: \"startOffset\", until: \"endOffset\", terms: [\"licence\"], whole: [\"CC0-1.0\"]).")]
    [InlineData(Quoted + "b: String @excerpt(around: \"notes\", from: \"at\", until: \"at\", terms: [\"c\"], whole: \"CC0\") }", "2:173: The whole of @excerpt must be a list of texts, such as [\"CC0-1.0\"].")]
    [InlineData(Quoted + "b: String @excerpt(around: \"note\", from: \"at\", until: \"at\", terms: [\"c\"], whole: []) }", "2:117: A has no field note; did you mean \"notes\"?")]
    [InlineData(Quoted + "b: String @excerpt(around: \"c\", from: \"at\", until: \"at\", terms: [\"c\"], whole: []) }", "2:117: The around of @excerpt must name a relationship to a list of nodes, but A.c is a property of type String.")]
    [InlineData(Quoted + "b: String @excerpt(around: \"notes\", from: \"at\", until: \"by\", terms: [\"c\"], whole: []) }", "2:146: The until of @excerpt must name a property of type Int, but Note.by is a property of type String.")]
    [InlineData(Quoted + "b: String @excerpt(around: \"notes\", from: \"at\", until: \"at\", terms: [\"notes.at\"], whole: []) }", "2:159: The terms of @excerpt must name a property of type String at the end of a way, but Note.at is a property of type Int.")]
    [InlineData(Quoted + "b: String @excerpt(around: \"notes\", from: \"at\", until: \"at\", terms: [\"c.by\"], whole: []) }", "2:159: The terms of @excerpt must name a relationship before the end of a way, but A.c is a property of type String.")]
    public void AFaultIsReportedWithItsPlaceAndItsMending(string sdl, string expected)
    {
        var result = OntologyReader.Read(sdl);
        Assert.Null(result.Ontology);
        Assert.Equal(expected, Assert.Single(result.Faults).ToString());
    }

    [Fact]
    public void TheTwoSidesOfARelationshipMustLeadToEachOther()
    {
        var faults = OntologyReader.Read(
            """
            type Film @node { id: ID! @unique cast: [Dog!]! @relationship(type: "ACTED_IN", direction: IN) }
            type Dog @node { id: ID! @unique }
            type Actor @node { id: ID! @unique films: [Film!]! @relationship(type: "ACTED_IN", direction: OUT) }
            """).Faults;
        Assert.Equal(
            "3:36: The two sides of ACTED_IN disagree: Actor.films leads to Film, but no ACTED_IN field of Film in the other direction leads back to Actor.",
            Assert.Single(faults).ToString());
    }

    [Fact]
    public void TheTwoSidesOfARelationshipMustCarryTheSameProperties()
    {
        var faults = OntologyReader.Read(
            """
            type Film @node { id: ID! @unique cast: [Actor!]! @relationship(type: "ACTED_IN", direction: IN) }
            type Actor @node { id: ID! @unique films: [Film!]! @relationship(type: "ACTED_IN", direction: OUT, properties: "Role") }
            type Role @relationshipProperties { name: String }
            """).Faults;
        Assert.Equal(
            "2:36: The relationship ACTED_IN carries Role here but none at 1:35. Both sides must name the same properties.",
            Assert.Single(faults).ToString());
    }

    [Fact]
    public void AllFaultsOfAFileAreReportedTogetherInItsOrder()
    {
        var faults = OntologyReader.Read(
            """
            type A @node { name: Strin }
            type B { id: ID! @unique }
            type C @node { id: ID! @unique d: D @relationship(type: "X", direction: UP) }
            """).Faults;
        Assert.Equal(["1:6", "1:22", "2:6", "3:35", "3:62"], faults.Select(fault => $"{fault.Line}:{fault.Column}"));
    }

    [Fact]
    public void AnotherDomainIsReadWithoutALineOfCode()
    {
        var films = OntologyReader.Read(
            """
            "A moving picture."
            type Film @node { id: ID! @unique title: String! @searchable year: Int cast: [Actor!]! @relationship(type: "ACTED_IN", direction: IN, properties: "Role") }
            type Actor @node { id: ID! @unique name: String! films: [Film!]! @relationship(type: "ACTED_IN", direction: OUT, properties: "Role") }
            type Role @relationshipProperties { character: String @identifying }
            """);
        Assert.Empty(films.Faults);
        Assert.Null(films.Ontology!.Tally);
        Assert.Equal("A moving picture.", films.Ontology.FindEntity("Film")!.Description);
        Assert.Equal(["films", "actors"], films.Ontology.NodeTypes.Select(type => type.Plural));
    }
}
