using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Groups;

/// <summary>The figures that arguments name: <c>average</c> with <c>{ of: CONFIDENCE }</c>.</summary>
internal sealed class GroupFigures(NodeType type)
{
    /// <summary>How many nodes.</summary>
    public static GroupFigure Count { get; } = new CountFigure();

    /// <summary>The figure of a name over what <c>of</c> says.</summary>
    public GroupFigure Named(string name, PlannedObject arguments)
    {
        arguments.TryGet("of", out var of);
        var constant = Constant(of!);
        return name switch
        {
            "related" => new RelatedFigure(type.Relationships.First(field => ApiNames.Constant(field.Name) == constant)),
            "min" => new ValueFigure(AggregateFunction.Min, Property(constant)),
            "max" => new ValueFigure(AggregateFunction.Max, Property(constant)),
            "average" => new ValueFigure(AggregateFunction.Average, Property(constant)),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Unknown figure."),
        };
    }

    /// <summary>A value of an enum that is part of the statement.</summary>
    public static string Constant(PlannedValue value) =>
        value is PlannedLeaf leaf && leaf.Source.TryGetConstant(out var name) && name is string text
            ? text
            : throw new ArgumentException("A constant that is not known while planning.", nameof(value));

    private Property Property(string constant) => type.Properties.First(property => ApiNames.Constant(property.Name) == constant);
}
