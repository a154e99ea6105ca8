using Graph.Model.Ontologies;

namespace Graph.Model.Tests;

public sealed class ShippedOntology
{
    private static readonly Ontology Ontology = Ontology.Shipped;

    [Fact]
    public void HasEveryTypeOfTheDomain()
    {
        Assert.Equal(
            ["Person", "State", "Organization", "Office", "Accusation", "Claim", "Evidence", "Document", "Event", "Place", "Dataset"],
            Ontology.NodeTypes.Select(type => type.Name));
        Assert.Equal(["Actor"], Ontology.Interfaces.Select(face => face.Name));
        Assert.Equal(["Naming", "Participation", "Tenure", "Tally"], Ontology.PropertySets.Select(set => set.Name));
        Assert.Equal(18, Ontology.RelationshipTypes.Count);
    }

    [Theory]
    [InlineData("Person", "people")]
    [InlineData("Evidence", "evidence")]
    [InlineData("Accusation", "accusations")]
    [InlineData("Office", "offices")]
    [InlineData("Actor", "actors")]
    public void NamesRootListsByThePlural(string type, string plural) => Assert.Equal(plural, Ontology.FindEntity(type)!.Plural);

    [Fact]
    public void AnInterfaceKnowsItsImplementationsAndTheRelationshipsBehindItsFields()
    {
        var actor = Assert.IsType<InterfaceType>(Ontology.FindEntity("Actor"));
        Assert.Equal(["Person", "State", "Organization"], actor.ConcreteTypes.Select(type => type.Name));
        var made = actor.FindRelationship("made")!;
        Assert.Equal(("MADE", Direction.Out, "Accusation", true), (made.Relationship.Name, made.Direction, made.Target.Name, made.IsList));
        Assert.Equal("ID!", actor.FindProperty("id")!.TypeText);
    }

    [Fact]
    public void ARelationshipKnowsWhatItConnectsAndCarries()
    {
        var made = Ontology.FindRelationship("MADE")!;
        Assert.Equal(["Person", "State", "Organization"], made.Starts.Select(type => type.Name));
        Assert.Equal(["Accusation"], made.Ends.Select(type => type.Name));
        Assert.Equal(["surface"], made.Properties!.Identifying.Select(property => property.Name));
        Assert.False(made.IsSingleFromStart);
        var alleges = Ontology.FindRelationship("ALLEGES")!;
        Assert.True(alleges.IsSingleFromStart);
        Assert.False(alleges.IsSingleFromEnd);
        Assert.Equal(3, Ontology.FindRelationship("OFFICE_OF")!.Pairs.Count);
    }

    [Theory]
    [InlineData("Accusation", "confidence", "from 0 to 1", new[] { 0.0, 1 }, new[] { -0.001, 1.001, double.NaN })]
    [InlineData("Place", "latitude", "from -90 to 90", new[] { -90.0, 90 }, new[] { -90.5, 1e308 })]
    [InlineData("Place", "longitude", "from -180 to 180", new[] { -180.0, 180 }, new[] { 181.0 })]
    [InlineData("Evidence", "startOffset", "of at least 0", new[] { 0.0, int.MaxValue }, new[] { -1.0 })]
    public void RangesIncludeTheirBounds(string type, string property, string text, double[] within, double[] beyond)
    {
        var range = Ontology.FindNodeType(type)!.FindProperty(property)!.Range!;
        Assert.Equal(text, range.ToString());
        Assert.All(within, number => Assert.True(range.Contains(number)));
        Assert.All(beyond, number => Assert.False(range.Contains(number)));
    }

    [Fact]
    public void PropertiesHaveKindsMarksAndPlaces()
    {
        var accusation = Ontology.FindNodeType("Accusation")!;
        Assert.Equal(Enumerable.Range(0, accusation.Properties.Count), accusation.Properties.Select(property => property.Ordinal));
        Assert.Equal("[MatterType!]!", accusation.FindProperty("matterTypes")!.TypeText);
        Assert.True(accusation.FindProperty("saidOn")!.IsIndexed);
        Assert.False(accusation.FindProperty("saidOn")!.IsRequired);
        Assert.True(accusation.FindProperty("importedAt")!.IsImportStamp);
        Assert.True(accusation.FindProperty("matter")!.IsSearchable);
        Assert.Equal("What is alleged, in a few words.", accusation.FindProperty("matter")!.Description);
        Assert.Equal(["ACCUSE", "CRITICIZE", "DENY"], accusation.FindProperty("act")!.Enum!.Values.Select(value => value.Name));
    }

    [Fact]
    public void NodesAreRecognizedByTheirLabelsInAnyOrder()
    {
        Assert.Equal("State", Ontology.FindByLabels(["Actor", "State"])!.Name);
        Assert.Null(Ontology.FindByLabels(["Actor"]));
    }

    [Fact]
    public void DerivesTheTallyFromAccusations()
    {
        var tally = Ontology.Tally!;
        Assert.Equal(("ACCUSED", "MADE", "AGAINST", "ACCUSE"), (tally.Tally.Name, tally.Made.Name, tally.Against.Name, tally.Counted));
    }
}
