using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Tests.TypeSystem;

public sealed class PrintingASchema
{
    [Theory]
    [InlineData("type Query {\n  m: Mutation\n}\n\ntype Mutation {\n  b: Int\n}\n")]
    [InlineData("type Query {\n  m: Subscription\n}\n\nenum Subscription {\n  A\n}\n")]
    public void ATypeThatHasTheNameOfARootAndIsNoneKeepsTheSchemaDefinition(string types)
    {
        var sdl = "schema {\n  query: Query\n}\n\n" + types;
        Assert.Equal(sdl, SchemaPrinter.Print(Schema.Build(sdl)));
    }

    [Fact]
    public void ASchemaIsWrittenAsTheDocumentItCameFrom()
    {
        const string sdl = """"
            """The accusations"""
            schema {
              query: Root
            }

            """A mark"""
            directive @mark(note: String = "x") repeatable on FIELD | QUERY

            type Root implements Node {
              """The id"""
              id: ID!
              find(
                """
                Which
                one
                """
                where: Where = {id: "1"}
                limit: Int @deprecated(reason: "gone")
              ): [Any!]! @deprecated
            }

            interface Node {
              id: ID!
            }

            union Any = Root | Other

            type Other {
              kind: Kind
            }

            enum Kind {
              A
              B @deprecated
            }

            input Where @oneOf {
              id: ID
              name: String
            }

            scalar Date @specifiedBy(url: "https://example.com/date")

            """";
        Assert.Equal(sdl, SchemaPrinter.Print(Schema.Build(sdl)));
    }

    [Fact]
    public void ExtensionsAreMergedInAndCustomaryRootsNeedNoDefinition() =>
        Assert.Equal(
            "type Query {\n  a: Int\n  b: Float\n}\n",
            SchemaPrinter.Print(Schema.Build("type Query { a: Int } extend type Query { b: Float }")));

    [Theory]
    [InlineData("Root", "Root")]
    [InlineData("Root.find", "find")]
    [InlineData("Root.find(where:)", "where")]
    [InlineData("Where.id", "id")]
    [InlineData("Kind.A", "A")]
    [InlineData("@mark", "mark")]
    [InlineData("@mark(note:)", "note")]
    [InlineData("Root.find(nothing:)", null)]
    [InlineData("Kind.A(x:)", null)]
    [InlineData("Nothing.at", null)]
    public void ASchemaCoordinateNamesOneElement(string text, string? expected)
    {
        var schema = Schema.Build("""
            schema { query: Root }
            directive @mark(note: String) on FIELD
            type Root { find(where: Where): Kind }
            input Where { id: ID }
            enum Kind { A }
            """);
        var coordinate = SchemaCoordinate.Parse(text);
        Assert.Equal(expected, coordinate.Resolve(schema)?.Name);
        Assert.Equal(text, coordinate.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Root.")]
    [InlineData("Root .find")]
    [InlineData("Root(where:)")]
    [InlineData("@mark.note")]
    [InlineData("Root.find(where)")]
    public void WhatIsNoCoordinateIsRefused(string text) => Assert.Equal(
        $"\"{text}\" is not a schema coordinate. Write Type, Type.member, Type.field(argument:), @directive or @directive(argument:).",
        Assert.Throws<GraphQLException>(() => SchemaCoordinate.Parse(text)).Message);
}
