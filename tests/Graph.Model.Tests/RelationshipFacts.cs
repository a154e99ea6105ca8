using Graph.Model.Ontologies;

namespace Graph.Model.Tests;

/// <summary>What both stores take for granted of an ontology.</summary>
public sealed class RelationshipFacts
{
    private static readonly Ontology Ontology = OntologyReader.Read("""
        interface Named { id: ID! @unique }
        interface Paid { id: ID! @unique }
        type Cat implements Named @node { id: ID! @unique won: [Prize!]! @relationship(type: "WON", direction: OUT) }
        type Prize @node {
          id: ID! @unique
          cats: [Cat!]! @relationship(type: "WON", direction: IN)
          dogs: [Dog!]! @relationship(type: "WON", direction: IN)
          dog: Dog @relationship(type: "BITTEN_BY", direction: OUT)
          register: Register @relationship(type: "LISTED_IN", direction: OUT)
        }
        type Vet implements Paid @node { id: ID! @unique registers: [Register!]! @relationship(type: "LISTED_IN", direction: OUT) }
        type Register @node @provenance { id: ID! @unique prizes: [Prize!]! @relationship(type: "LISTED_IN", direction: IN) vets: [Vet!]! @relationship(type: "LISTED_IN", direction: IN) }
        type Dog implements Named & Paid @node { id: ID! @unique won: [Prize!]! @relationship(type: "WON", direction: OUT) bitten: [Prize!]! @relationship(type: "BITTEN_BY", direction: IN) }
        """) is { Ontology: { } read } ? read : null!;

    [Fact]
    public void TypesThatShareAnInterfaceThroughOthersAreOneFamily() =>
        Assert.Equal(
            ["Cat Vet Dog: Named Paid", "Prize: ", "Register: "],
            Ontology.Families.Select(family => $"{string.Join(' ', family.Types)}: {string.Join(' ', family.Interfaces)}"));

    [Fact]
    public void ARelationshipThatOthersHaveTooIsNotCertain()
    {
        Assert.False(Field("Prize", "cats").IsCertain);
        Assert.Equal(["Cat", "Dog"], Field("Prize", "cats").Ends.Select(type => type.Name));
        Assert.True(Field("Cat", "won").IsCertain);
    }

    [Fact]
    public void ARelationshipToOneIsSingleFromTheSideThatSaysSo()
    {
        Assert.True(Field("Prize", "dog").IsSingle);
        Assert.False(Field("Dog", "bitten").IsSingle);
    }

    [Fact]
    public void ARelationshipMayBeSingleFromOneTypeAndNotFromAnother()
    {
        Assert.True(Field("Prize", "register").IsSingle);
        Assert.False(Field("Vet", "registers").IsSingle);
        var listed = Ontology.FindRelationship("LISTED_IN")!;
        Assert.Equal(["Prize"], listed.SingleStarts.Select(type => type.Name));
        Assert.True(listed.IsSingleForSome);
        Assert.False(listed.IsSingleFromStart);
        Assert.True(Ontology.FindRelationship("BITTEN_BY")!.IsSingleFromStart);
    }

    [Fact]
    public void WhatOnlySaysWhereNodesComeFromIsKnown()
    {
        Assert.True(Ontology.FindNodeType("Register")!.IsProvenance);
        Assert.Equal(["LISTED_IN"], Ontology.RelationshipTypes.Where(type => type.IsProvenance).Select(type => type.Name));
    }

    private static RelationshipField Field(string type, string name) => Ontology.FindEntity(type)!.FindRelationship(name)!;
}
