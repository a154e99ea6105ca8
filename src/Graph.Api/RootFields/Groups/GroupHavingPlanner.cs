using Graph.Api.Planning;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Groups;

/// <summary>The argument <c>having</c> becomes a condition on groups, with the logic of <c>where</c>.</summary>
internal sealed class GroupHavingPlanner(GroupFigures figures, ParameterList parameters, string name)
{
    /// <summary>Plans the condition; null where it is none.</summary>
    public Filter? Plan(PlannedValue having) => LogicPlanner.Plan(having, negated: false, Entry);

    private Filter? Entry(string name, PlannedValue value, bool negated)
    {
        if (name == "count") return Compare(GroupFigures.Count, value, negated);
        var items = value is PlannedList list ? list.Items.OfType<PlannedObject>() : [];
        return FilterLogic.All(items.Select(item =>
            item.TryGet("is", out var operators) ? Compare(figures.Named(name, item), operators, negated) : null).ToList());
    }

    private Filter? Compare(GroupFigure figure, PlannedValue value, bool negated) => value is not PlannedObject operators
        ? Missing(figure)
        : FilterLogic.All(operators.Fields.Select(comparison => (comparison.Key, comparison.Value) switch
        {
            ("isNull", var asked) =>
                ScalarFilterPlanner.IsNull(asked) switch { null => null, true => Missing(figure), false => new Not(Missing(figure)) },
            (_, PlannedLeaf leaf) => new FigureComparison(figure, ScalarFilterPlanner.Named(comparison.Key), Parameter(figure, leaf)),
            ("eq", _) => Missing(figure),
            _ => FilterLogic.Unknown(negated),
        }).ToList());

    /// <summary>A figure has no value; of a number of nodes there always is one.</summary>
    private static Filter Missing(GroupFigure figure) => figure is ValueFigure ? new FigureTest(figure) : FilterLogic.Never;

    private Parameter Parameter(GroupFigure figure, PlannedLeaf leaf) => figure switch
    {
        ValueFigure { Function: AggregateFunction.Average } => parameters.Add(leaf, ScalarKind.Float),
        ValueFigure value => parameters.Add(ValueSource.Of(leaf, value.Property, name), value.Property.Kind, leaf.IsList),
        _ => parameters.Add(leaf, ScalarKind.Int),
    };
}
