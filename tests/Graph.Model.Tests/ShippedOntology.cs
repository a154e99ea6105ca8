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
        Assert.Equal(19, Ontology.RelationshipTypes.Count);
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
        Assert.Equal(
            ("ACCUSED", "MADE", "AGAINST", "ACCUSE"),
            (tally.Relationship.Name, tally.Act.By.Relationship.Name, tally.Act.Against.Relationship.Name, tally.Act.Counted));
        Assert.Equal(("accusations", "first", "last"), (tally.Count.Name, tally.First.Name, tally.Last.Name));
        Assert.True(tally.DependsOn(Ontology.FindNodeType("Accusation")!));
        Assert.False(tally.DependsOn(Ontology.FindNodeType("Evidence")!));
        Assert.False(tally.DependsOn(Ontology.FindRelationship("ON_BEHALF_OF")!));
    }

    [Fact]
    public void SaysWhatAnActIs()
    {
        var act = Ontology.Act!;
        Assert.Equal(("Accusation", "saidOn", "accuser", "accused"), (act.Type.Name, act.On.Name, act.Actor, act.Counterpart));
        Assert.Equal(("act", "ACCUSE", "DENY"), (act.Kind!.Name, act.Counted, act.Denies));
        Assert.Equal(("onBehalfOf", "answers", "evidence", "claim"), (act.OnBehalfOf!.Name, act.Answers!.Name, act.Evidence!.Name, act.Claim!.Name));
        Assert.Equal("Actor.accuses", act.Tally!.ToString());
        Assert.Equal(["Person.offices State.offices Organization.offices", "Office.of"], act.Represents.Select(step => string.Join(' ', step)));
        Assert.Equal(("Organization.belongsTo", "State"), (Assert.Single(act.BelongsTo).ToString(), act.UpTo!.Name));
        Assert.Equal(
            ["act: act", "matterTypes: matterTypes", "publisher: Accusation.evidence Evidence.document Document.publisher", "dataset: Accusation.dataset"],
            act.Series.Select(series => $"{series.Name}: {string.Join(' ', series.Way.Select(step => step.ToString()).Append(series.Property?.Name).OfType<string>())}"));
        Assert.Equal(
            ("whoAccusedWhom", "accusationTimeline", "accusationThreads", "accusationChains"),
            (act.Pairs, act.Timeline, act.Threads, act.Chains));
    }

    [Fact]
    public void SaysWhichBodiesBelongWhere()
    {
        var belongs = Ontology.FindRelationship("BELONGS_TO")!;
        Assert.Equal(
            ["Organization Organization", "Organization Person", "Organization State"],
            belongs.Pairs.Select(pair => $"{pair.Start} {pair.End}").Order());
        Assert.Equal(
            ["State", "Organization"],
            Ontology.NodeTypes.Where(type => type.FindRelationship("bodies") is not null).Select(type => type.Name));
    }

    [Fact]
    public void OnlyATenureHoldsForAnInterval()
    {
        var set = Assert.Single(Ontology.PropertySets, set => set.Interval is not null);
        Assert.Equal(("Tenure", "since", "until"), (set.Name, set.Interval!.From.Name, set.Interval.Until.Name));
    }

    [Theory]
    [InlineData("Actor", "name")]
    [InlineData("Accusation", "matter")]
    [InlineData("Evidence", "quote")]
    [InlineData("Document", "title")]
    public void KnowsANodeByItsFirstRequiredText(string type, string caption) => Assert.Equal(caption, Ontology.FindEntity(type)!.Caption.Name);

    [Fact]
    public void KnowsWhichTypesShareTheirIds()
    {
        Assert.Equal(["Person State Organization", "Office"], Ontology.Families.Take(2).Select(family => string.Join(' ', family.Types)));
        Assert.All(Ontology.NodeTypes, type => Assert.Contains(type, Ontology.Families[type.Family.Ordinal].Types));
        Assert.Equal(["Actor"], Ontology.Families[0].Interfaces.Select(face => face.Name));
        Assert.Equal("Actor", Ontology.FindInterfaceOver(Ontology.Families[0].Types)!.Name);
        Assert.Null(Ontology.FindInterfaceOver(Ontology.Families[0].Types.Take(2).ToList()));
        Assert.Null(Ontology.FindInterfaceOver(Ontology.Families[1].Types));
    }

    [Theory]
    [InlineData("Accusation.accusers", true, true, false)]
    [InlineData("Accusation.claim", false, true, true)]
    [InlineData("Claim.accusations", false, true, false)]
    [InlineData("Organization.accuses", false, true, false)]
    [InlineData("Organization.published", false, true, false)]
    [InlineData("Accusation.dataset", false, true, true)]
    [InlineData("Actor.datasets", false, true, false)]
    [InlineData("Dataset.accusations", false, false, false)]
    public void KnowsWhatStoresMayRelyOn(string path, bool parallel, bool certain, bool single)
    {
        var field = Ontology.FindEntity(path.Split('.')[0])!.FindRelationship(path.Split('.')[1])!;
        Assert.Equal((parallel, certain, single), (field.Relationship.MayBeParallel, field.IsCertain, field.IsSingle));
    }
}
