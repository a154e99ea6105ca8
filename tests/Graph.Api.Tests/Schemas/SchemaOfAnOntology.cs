using Graph.Api.Sdl;
using Graph.GraphQL.TypeSystem;

namespace Graph.Api.Tests.Schemas;

public sealed class SchemaOfAnOntology
{
    [Fact]
    public void IsTheCommittedSchemaForTheShippedOne() =>
        Approved.Match("/src/Graph.Api/schema.graphql", SchemaText.Of(Domains.Accusations).Text);

    [Fact]
    public void IsDerivedForAnyOtherDomainToo() => Approved.Match("films.graphql", SchemaText.Of(Domains.Films).Text);

    [Fact]
    public void IsValid()
    {
        Assert.NotNull(Schema.Build(SchemaText.Of(Domains.Accusations).Text).QueryType);
        Assert.NotNull(Schema.Build(SchemaText.Of(Domains.Films).Text).QueryType);
    }

    [Fact]
    public void ReportsEveryNameThatWouldMeanTwoThings()
    {
        var ontology = Domains.Read("""
            type Film @node {
              id: ID! @unique
              partsCount: Int
              parts: [Film!]! @relationship(type: "PART_OF", direction: IN)
            }
            type FilmEdge @node { id: ID! @unique }
            """);

        Assert.Equal(
            [
                "The field `partsCount` of the API's type `FilmWhere` would stand for two things, property partsCount and the count of relationship parts: rename one of them in the ontology.",
                "The field `partsCount` of the API's type `FilmSort` would stand for two things, property partsCount and the count of relationship parts: rename one of them in the ontology.",
                "The API's type `FilmEdge` would stand for two things, the connection of Film and FilmEdge: rename one of them in the ontology.",
            ],
            SchemaText.Of(ontology).Conflicts);
    }
}
