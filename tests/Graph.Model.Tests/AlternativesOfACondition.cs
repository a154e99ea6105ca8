using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Model.Tests;

public sealed class AlternativesOfACondition
{
    private static readonly EntityType Accusation = Ontology.Shipped.FindEntity("Accusation")!;
    private readonly List<Parameter> parameters = [];

    [Fact]
    public void EqualitiesOfOnePropertyBecomeOneList()
    {
        var list = Assert.IsType<Comparison>(Gather(new AnyOf([Matter(), Matter(), Matter()])));

        Assert.Equal(ComparisonOperator.In, list.Operator);
        Assert.Equal(["a", "b", "c"], (IEnumerable<object?>)list.Value.In(["a", "b", "c"])!);
    }

    [Fact]
    public void ListsAndSingleValuesGoTogether()
    {
        parameters.Add(new(0, ScalarKind.String, IsList: true));
        var list = Assert.IsType<Comparison>(Gather(new AnyOf([new Comparison(Of("matter"), ComparisonOperator.In, parameters[0]), Matter()])));

        Assert.Equal(["a", null, "c"], (IEnumerable<object?>)list.Value.In([new object?[] { "a", null }, "c"])!);
    }

    [Fact]
    public void ConditionsAlongOneRelationshipBecomeOneAtEveryDepth()
    {
        var gathered = Gather(new AnyOf([.. Enumerable.Range(0, 5).Select(_ => Some("answers", Some("accused", Id())))]));

        var inner = Assert.IsType<Exists>(Assert.IsType<Exists>(gathered).Inner).Inner;
        Assert.Equal(5, Assert.IsType<Comparison>(inner).Value.Items!.Count);
    }

    [Fact]
    public void NestedAlternativesAreOneListOfThem()
    {
        var gathered = Gather(new AnyOf([Matter(), new AnyOf([Matter(), new AnyOf([Matter(), Some("accused", Id())])])]));

        Assert.Equal(2, Assert.IsType<AnyOf>(gathered).Filters.Count);
    }

    [Fact]
    public void WhatMustNotHoldIsGatheredUnderOneNegation()
    {
        var gathered = Gather(new AllOf([new Not(Some("accused", Id())), Matter(), new Not(Some("accused", Id()))]));

        var all = Assert.IsType<AllOf>(gathered).Filters;
        Assert.Equal(2, all.Count);
        Assert.IsType<Comparison>(Assert.IsType<Exists>(Assert.IsType<Not>(all[0]).Inner).Inner);
    }

    [Fact]
    public void WhatDoesNotDistributeStaysApart()
    {
        Assert.Equal(2, Assert.IsType<AllOf>(Gather(new AllOf([Some("accused", Id()), Some("accused", Id())]))).Filters.Count);
        Assert.Equal(2, Assert.IsType<AllOf>(Gather(new AllOf([Matter(), Matter()]))).Filters.Count);
        Assert.Equal(2, Assert.IsType<AnyOf>(Gather(new AnyOf([new Not(Matter()), new Not(Matter())]))).Filters.Count);
        Assert.Equal(2, Assert.IsType<AnyOf>(Gather(new AnyOf([Single("accused", Id()), Single("accused", Id())]))).Filters.Count);
        Assert.Equal(2, Assert.IsType<AnyOf>(Gather(new AnyOf([Matter(), Matter() with { CaseInsensitive = true }]))).Filters.Count);
        Assert.Equal(2, Assert.IsType<AnyOf>(Gather(new AnyOf([Some("accused", Id()), Some("accusers", Id())]))).Filters.Count);
        Assert.Equal(2, Assert.IsType<AnyOf>(Gather(new AnyOf([Some("accused", null), Some("accused", Id())]))).Filters.Count);
    }

    private Filter Gather(Filter where)
    {
        var query = new ListQuery(Accusation, where, [], Page.Whole, new([]), parameters);
        return ((ListQuery)Alternatives.Gather(query)).Where!;
    }

    private Comparison Matter() => Is(Of("matter"));

    private Comparison Id() => Is(new(Subject.Node, Ontology.Shipped.FindEntity("Actor")!.Id));

    private Comparison Is(PropertyRef property)
    {
        parameters.Add(new(parameters.Count, property.Property.Kind));
        return new(property, ComparisonOperator.Equal, parameters[^1]);
    }

    private static PropertyRef Of(string name) => new(Subject.Node, Accusation.FindProperty(name)!);

    private static Exists Some(string field, Filter? inner) => new(Accusation.FindRelationship(field)!, inner);

    private static ExistsSingle Single(string field, Filter? inner) => new(Accusation.FindRelationship(field)!, inner);
}
