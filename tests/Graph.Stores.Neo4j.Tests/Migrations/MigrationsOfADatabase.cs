using Graph.Model.Ontologies;
using Graph.Stores.Neo4j.Migrations;

namespace Graph.Stores.Neo4j.Tests.Migrations;

public class MigrationsOfADatabase
{
    [Fact]
    public void TheShippedFileIsWhatTheShippedOntologyDemands() =>
        Approved.Match("../../../cypher/migrations/" + DatabaseSchema.FileName, DatabaseSchema.Text(Ontology.Shipped));

    [Fact]
    public void TheShippedIndexOfTokensIsWhatTheShippedOntologyDemands() =>
        Approved.Match("../../../cypher/migrations/" + DatabaseSchema.TokensFileName, DatabaseSchema.TokensText(Ontology.Shipped));

    [Fact]
    public void TheShippedIndexesOfChangesAreThoseOfEveryOntology() =>
        Approved.Match("../../../cypher/migrations/" + DatabaseSchema.ChangesFileName, DatabaseSchema.ChangesText);

    [Fact]
    public void TheProgramCarriesTheShippedFiles()
    {
        var shipped = Migrator.Of(Ontology.Shipped);
        Assert.Equal(
            [DatabaseSchema.FileName, DatabaseSchema.TokensFileName, DatabaseSchema.ChangesFileName], shipped.Select(migration => migration.File));
        Assert.Equal(
            [DatabaseSchema.Text(Ontology.Shipped), DatabaseSchema.TokensText(Ontology.Shipped), DatabaseSchema.ChangesText],
            shipped.Select(migration => migration.Text));
    }

    [Fact]
    public void AnotherOntologyGetsAMigrationMadeFromIt()
    {
        var ontology = OntologyReader.Read(
            "type Film @node { id: ID! @unique code: ID @unique title: String! @indexed @searchable genres: [String!]! }").Ontology!;
        var statements = Migrator.Of(ontology).SelectMany(migration => migration.Statements).ToList();
        Assert.Contains("CREATE CONSTRAINT Film_code IF NOT EXISTS FOR (n:Film) REQUIRE n.code IS UNIQUE", statements);
        Assert.Contains("CREATE INDEX Film_title IF NOT EXISTS FOR (n:Film) ON (n.title)", statements);
        Assert.Contains(
            "CREATE FULLTEXT INDEX search IF NOT EXISTS\nFOR (n:Film)\nON EACH [n.title]\nOPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}}", statements);
        Assert.EndsWith("\nDROP INDEX search IF EXISTS", statements[^5], StringComparison.Ordinal);
        Assert.Equal(
            "CREATE FULLTEXT INDEX search IF NOT EXISTS\nFOR (n:Film)\nON EACH [n._search]\nOPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: true}}", statements[^4]);
        Assert.Equal("CREATE INDEX changes_at IF NOT EXISTS FOR (c:_Changes) ON (c.at)", statements[^1]);
    }

    [Fact]
    public void TheNameGivesVersionAndDescription()
    {
        var migration = new Migration("V010_2__Add_more_indexes.cypher", "RETURN 1;\n");
        Assert.Equal("010.2", migration.Version);
        Assert.Equal("Add more indexes", migration.Description);
    }

    [Fact]
    public void StatementsEndWithASemicolonAtTheEndOfALine()
    {
        var migration = new Migration("V001__x.cypher", "// only said\n;\n// said of the next\nRETURN ';';\n\nRETURN\n  2\n;\n");
        Assert.Equal(["// said of the next\nRETURN ';'", "RETURN\n  2"], migration.Statements);
    }

    [Fact]
    public void TheSchemaIsWhatIsMadeAndNotDroppedLater()
    {
        Migration[] migrations =
        [
            new("V001__a.cypher", "// Ids\nCREATE CONSTRAINT a_id IF NOT EXISTS FOR (n:A) REQUIRE n.id IS UNIQUE;\nCREATE RANGE INDEX `a b` IF NOT EXISTS\nFOR (n:A) ON (n.b);\nCREATE (:A {id: 'INDEX x'});\n"),
            new("V002__b.cypher", "DROP INDEX `a b` IF EXISTS;\nCREATE FULLTEXT INDEX words IF NOT EXISTS FOR (n:A) ON EACH [n.b];\n"),
        ];
        Assert.Equal(["a_id", "a b"], Migration.SchemaOf(migrations[..1]).Keys);
        Assert.Equal(["a_id", "words"], Migration.SchemaOf(migrations).Keys);
        Assert.StartsWith("CREATE FULLTEXT INDEX words", Migration.SchemaOf(migrations)["words"], StringComparison.Ordinal);
        Assert.Equal(
            Migrator.Of(Ontology.Shipped)[0].Statements.Count + Migrator.Of(Ontology.Shipped)[2].Statements.Count,
            Migration.SchemaOf(Migrator.Of(Ontology.Shipped)).Count);
    }

    [Theory]
    [InlineData("123456789", "3421780262")] // the check value of CRC-32
    [InlineData("1234;\n56789;\n", "3421780262")] // over the statements, one after another
    [InlineData("RETURN 1;;", "638254820")] // of two at the end, one belongs to the statement
    public void TheChecksumIsThatOfNeo4jMigrations(string text, string checksum) =>
        Assert.Equal(checksum, new Migration("V001__x.cypher", text).Checksum);

    /// <summary>
    /// neo4j-migrations 2.20.1 kept this checksum when it applied the folder to an empty database. A file that is released
    /// does not change: who has to change this number writes the next file instead.
    /// </summary>
    [Fact]
    public void TheReleasedFileIsTheOneThatNeo4jMigrationsKnows() => Assert.Equal("4223001655", Migrator.Of(Ontology.Shipped)[0].Checksum);
}
