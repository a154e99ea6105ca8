using System.Text.Json;
using Graph.Import.Dossiers;
using Graph.Import.Tests.Support;
using Graph.Model.Ontologies;

namespace Graph.Import.Tests;

/// <summary>The JSON Schema that editors use says what the reader reads.</summary>
public sealed class SchemaOfADossier
{
    private readonly JsonElement schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Seeds.Root, "dossier.schema.json"))).RootElement;

    [Theory]
    [InlineData("person", "Person", "person", "same", "different")]
    [InlineData("state", "State", "state", "same", "different")]
    [InlineData("organization", "Organization", "organization", "belongsTo", "same", "different")]
    [InlineData("office", "Office", "of", "holders")]
    [InlineData("place", "Place", "state")]
    [InlineData("event", "Event", "places", "participants", "partOf", "parts")]
    [InlineData("document", "Document", "publisher", "digestOf")]
    [InlineData("claim", "Claim")]
    [InlineData("dataset", "Dataset")]
    [InlineData("accusation", "Accusation", "key", "by", "onBehalfOf", "against", "about", "claim", "answers", "dataset", "evidence", "noEvidence")]
    public void EveryPropertyOfATypeCanBeWritten(string definition, string type, params string[] own)
    {
        // An actor's name is written under the field that says what the actor is.
        var properties = Ontology.Shipped.FindNodeType(type)!.Properties
            .Where(property => !property.IsImportStamp && !(property.Name == "name" && own.Contains(definition)))
            .Select(property => property.Name);
        Assert.Equal(properties.Concat(own).Order(), Properties(definition).EnumerateObject().Select(field => field.Name).Order());
    }

    [Theory]
    [InlineData("organization", "kind", "OrganizationKind")]
    [InlineData("event", "kind", "EventKind")]
    [InlineData("document", "kind", "DocumentKind")]
    [InlineData("accusation", "act", "Act")]
    [InlineData("accusation", "modality", "Modality")]
    [InlineData("accusation", "method", "Method")]
    [InlineData("accusation", "saidOnBasis", "DateBasis")]
    public void EveryNameOfAnEnumCanBeWritten(string definition, string field, string name) =>
        Assert.Equal(
            Ontology.Shipped.Enums.Single(one => one.Name == name).Values.Select(value => value.Name),
            Properties(definition).GetProperty(field).GetProperty("enum").EnumerateArray().Select(value => value.GetString()));

    [Theory]
    [InlineData("accusation", "Accusation", "confidence")]
    [InlineData("place", "Place", "latitude")]
    [InlineData("place", "Place", "longitude")]
    public void ANumberHasTheRangeOfTheOntology(string definition, string type, string field)
    {
        var (range, property) = (Ontology.Shipped.FindNodeType(type)!.FindProperty(field)!.Range!, Properties(definition).GetProperty(field));
        Assert.Equal((range.Min, range.Max), (property.GetProperty("minimum").GetDecimal(), property.GetProperty("maximum").GetDecimal()));
    }

    [Fact]
    public void EveryFieldIsDescribed() =>
        Assert.All(
            Definitions().SelectMany(definition => definition.Value.EnumerateObject()),
            field => Assert.True(field.Value.TryGetProperty("description", out _) || field.Value.TryGetProperty("$ref", out _)
                || field.Value.TryGetProperty("items", out _), field.Name));

    [Fact]
    public void EverySectionIsThere() =>
        Assert.Equal(
            new[] {
                EntityKind.Actor,
                EntityKind.Office,
                EntityKind.Place,
                EntityKind.Event,
                EntityKind.Document,
                EntityKind.Claim,
                EntityKind.Dataset,
                EntityKind.Accusation }
                .Select(kind => kind.Section).Append("title").Append("id").Order(),
            schema.GetProperty("properties").EnumerateObject().Select(field => field.Name).Order());

    [Fact]
    public void TheSeedsNameTheSchema()
    {
        foreach (var dossier in Directory.EnumerateFiles(Seeds.Root, "dossier.yaml", SearchOption.AllDirectories))
            Assert.StartsWith("# yaml-language-server: $schema=../dossier.schema.json", File.ReadAllText(dossier));
    }

    private Dictionary<string, JsonElement> Definitions()
    {
        var definitions = schema.GetProperty("$defs").EnumerateObject()
            .Where(definition => definition.Value.TryGetProperty("properties", out _))
            .ToDictionary(definition => definition.Name, definition => definition.Value.GetProperty("properties"));
        foreach (var actor in schema.GetProperty("$defs").GetProperty("actor").GetProperty("oneOf").EnumerateArray())
            definitions[actor.GetProperty("required")[0].GetString()!] = actor.GetProperty("properties");
        return definitions;
    }

    private JsonElement Properties(string definition) => Definitions()[definition];
}
