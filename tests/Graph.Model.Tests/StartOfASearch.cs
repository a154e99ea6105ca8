using Graph.Model.Ontologies;
using Graph.Model.Queries;
using static Graph.Model.Queries.ComparisonOperator;

namespace Graph.Model.Tests;

/// <summary>Where a search starts and when an index is walked, for a store whose indexes do all that is asked of them, and for others.</summary>
public sealed class StartOfASearch
{
    private static readonly EntityType Accusation = Ontology.Shipped.FindEntity("Accusation")!;

    private static readonly SortKey[] LatestFirst =
    [
        new PropertySort(new(Subject.Node, Accusation.FindProperty("saidOn")!), Descending: true),
        new PropertySort(new(Subject.Node, Accusation.Id), Descending: false),
    ];

    private readonly List<Parameter> parameters = [];

    [Fact]
    public void StartsAtTheRelatedNodeThatIsNamed() =>
        Assert.Equal(["about"], AnchorsOf(All(Has("Accusation.matter", Contains), Some("Accusation.about", Has("Event.name")))));

    [Fact]
    public void StartsAtTheNodeItselfWhereItsIdIsGiven() =>
        Assert.Empty(AnchorsOf(All(Has("Accusation.id"), Some("Accusation.about", Has("Event.name")))));

    [Fact]
    public void StartsAtASharedValueWhereTheStorePrefersIt()
    {
        var where = All(Has("Accusation.saidOn"), Some("Accusation.accusers", Has("Actor.id")));
        Assert.Empty(AnchorsOf(where));
        Assert.Equal(["accusers"], AnchorsOf(where, new Store { SharedValues = false }));
    }

    [Fact]
    public void OneNodeIsBetterThanFewAndFewerRelationshipsThanMore() => Assert.Equal(
        ["accusers", "about", "accused"],
        AnchorsOf(All(
            Some("Accusation.accused", Some("Actor.made", Some("Accusation.about", Has("Event.name")))),
            Some("Accusation.about", Has("Event.name")),
            Some("Accusation.accusers", Has("Actor.id")))));

    [Fact]
    public void AnEnumOrAPartOfATextOrFoldedTextNamesNobody() => Assert.Empty(AnchorsOf(All(
        Some("Accusation.answers", Has("Accusation.act")), Some("Accusation.about", Has("Event.name", StartsWith)), Some(
            "Accusation.about",
            Has("Event.name", folded: true)))));

    [Fact]
    public void AlternativesAreAnAnchorWhereEachHasOneAndTheStoreUnitesThem()
    {
        var (named, open) = (Some("Accusation.about", Has("Event.name")), Some("Accusation.accusers", Has("Actor.name", Contains)));
        var both = new AnyOf([named, Some("Accusation.accusers", Has("Actor.id"))]);
        Assert.Equal(["about or accusers"], AnchorsOf(both));
        Assert.Empty(AnchorsOf(new AnyOf([named, open])));
        Assert.Empty(AnchorsOf(both, new Store { Alternatives = false }));
    }

    [Fact]
    public void AlternativesFurtherAwayAreAnAnchorToo() => Assert.Equal(["accusers"], AnchorsOf(
        Some("Accusation.accusers", new AnyOf([Some("Actor.tookPartIn", Has("Event.name")), Some("Actor.made", Has("Accusation.id"))]))));

    [Fact]
    public void AlternativesWithinAlternativesAreJudgedOnce()
    {
        Filter where = Some("Accusation.about", Has("Event.name"));
        for (var level = 0; level < QuerySize.MaxConditionDepth; level++) where = new AnyOf([where, Some("Accusation.accusers", Has("Actor.id"))]);
        var store = new Store();
        Assert.Single(AnchorsOf(where, store));
        Assert.InRange(store.Questions, 1, 10 * QuerySize.MaxConditionDepth);
    }

    [Fact]
    public void APageOfRelatedNodesIsWalkedInTheOrderOfAnIndex()
    {
        var walk = WalkOf(All(Has("Accusation.saidOn", Less), Has("Accusation.matter", Contains)), new(Limit: New(ScalarKind.Int)));
        Assert.Equal("saidOn", walk!.Order.Name);
        Assert.Equal(["saidOn"], NamesOf(walk.Range));
        Assert.Equal(["matter"], NamesOf(walk.Rest));
    }

    [Fact]
    public void APageOfWhatAnAnchorLeadsToIsWalkedUnlessASecondStandsBesideIt()
    {
        var (about, by) = (Some("Accusation.about", Has("Event.name")), Some("Accusation.accusers", Has("Actor.id")));
        Assert.NotNull(AnchoredWalkOf(about));
        Assert.NotNull(AnchoredWalkOf(new AnyOf([about, by])));
        Assert.Null(AnchoredWalkOf(All(about, by)));
        Assert.Null(AnchoredWalkOf(Has("Accusation.matter", Contains)));
    }

    [Fact]
    public void NothingIsWalkedWithoutALimitOrWhereFewMatch()
    {
        Assert.Null(WalkOf(null, Page.Whole));
        Assert.Null(WalkOf(Some("Accusation.about", Has("Event.name")), new(Limit: New(ScalarKind.Int))));
        Assert.Null(WalkOf(null, new(Limit: New(ScalarKind.Int), Offset: New(ScalarKind.Int), FromEnd: true)));
    }

    [Fact]
    public void MissingValuesAreInTheWayOnlyOfAnIndexThatLeavesThemOutAndOnlyAtTheBeginning()
    {
        var page = new Page(Limit: New(ScalarKind.Int));
        Assert.False(WalkOf(null, page)!.MeetsMissingFirst);
        Assert.True(WalkOf(null, page, new Store { Missing = false })!.MeetsMissingFirst);
        Assert.False(WalkOf(null, page with { FromEnd = true }, new Store { Missing = false })!.MeetsMissingFirst);
        Assert.False(WalkOf(Has("Accusation.saidOn", Less), page, new Store { Missing = false })!.MeetsMissingFirst);
    }

    private static IEnumerable<string> NamesOf(IReadOnlyList<Filter> filters) =>
        filters.Select(filter => ((Comparison)filter).Property.Property.Name);

    private static IEnumerable<string> AnchorsOf(Filter where, Store? store = null) =>
        new AnchorRules(store ?? new()).Of(where, Accusation).Anchors.Select(NameOf);

    private static string NameOf(Anchor anchor) => anchor switch
    {
        RelatedAnchor related => related.Condition.Field.Name,
        AlternativeAnchors any => string.Join(" or ", any.Branches.Select(NameOf)),
        _ => anchor.ToString(),
    };

    private static Walk? WalkOf(Filter? where, Page page, Store? store = null)
    {
        var indexes = store ?? new();
        return new WalkRules(indexes, new(indexes)).OfRelated(Accusation, where, LatestFirst, page);
    }

    private Walk? AnchoredWalkOf(Filter where)
    {
        var (indexes, anchors) = (new Store(), new AnchorRules(new Store()));
        return new WalkRules(indexes, anchors).OfAnchored(
            anchors.Of(where, Accusation),
            Accusation,
            where,
            LatestFirst,
            new(Limit: New(ScalarKind.Int)));
    }

    private static Filter All(params Filter[] filters) => new AllOf(filters);

    private static Filter Some(string path, Filter inner) => new Exists(Of(path).Type.FindRelationship(Of(path).Name)!, inner);

    private Comparison Has(string path, ComparisonOperator comparison = Equal, bool folded = false)
    {
        var property = Of(path).Type.FindProperty(Of(path).Name)!;
        return new(new(Subject.Node, property), comparison, New(property.Kind), folded);
    }

    private Parameter New(ScalarKind kind)
    {
        parameters.Add(new(parameters.Count, kind));
        return parameters[^1];
    }

    private static (EntityType Type, string Name) Of(string path) => (Ontology.Shipped.FindEntity(path.Split('.')[0])!, path.Split('.')[1]);

    private sealed class Store : StoreIndexes
    {
        public bool SharedValues { get; init; } = true;

        public bool Alternatives { get; init; } = true;

        public bool Missing { get; init; } = true;

        public override int CostOfUniqueList => 1;

        public override int CostOfSharedValue => 1;

        public override bool PrefersSharedValues => SharedValues;

        public override bool FindsAlternatives => Alternatives;

        public override bool HoldsMissing => Missing;

        public int Questions { get; private set; }

        public override bool Finds(EntityType type, Property property)
        {
            Questions++;
            return property.IsUnique || property.IsIndexed;
        }

        public override bool Orders(EntityType type, Property property) => property.IsIndexed;
    }
}
