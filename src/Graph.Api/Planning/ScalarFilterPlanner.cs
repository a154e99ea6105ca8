using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>
/// Conditions on a property: <c>{ eq, in, contains, … }</c>. Equal to null, and null in place of the operators, mean that
/// there is no value; any other comparison with null is unknown.
/// </summary>
internal sealed class ScalarFilterPlanner(ParameterList parameters)
{
    public Filter? Plan(PropertyRef property, PlannedValue value, bool negated) => value is PlannedObject operators
        ? FilterLogic.All(operators.Fields.Select(field => Operator(property, field.Key, field.Value, negated)).ToList())
        : new NullTest(property);

    /// <summary>The comparison that an operator's name stands for.</summary>
    public static ComparisonOperator Named(string name) => name switch
    {
        "eq" => ComparisonOperator.Equal,
        "in" => ComparisonOperator.In,
        "lt" => ComparisonOperator.Less,
        "lte" => ComparisonOperator.LessOrEqual,
        "gt" => ComparisonOperator.Greater,
        "gte" => ComparisonOperator.GreaterOrEqual,
        "contains" => ComparisonOperator.Contains,
        "startsWith" => ComparisonOperator.StartsWith,
        "endsWith" => ComparisonOperator.EndsWith,
        _ => ComparisonOperator.Includes,
    };

    /// <summary>Whether <c>isNull</c> asks for a missing value (true), for a value (false), or nothing (null).</summary>
    public static bool? IsNull(PlannedValue value) =>
        value is PlannedLeaf leaf && leaf.Source.TryGetConstant(out var constant) ? constant as bool? : null;

    private Filter? Operator(PropertyRef property, string name, PlannedValue value, bool negated) => (name, value) switch
    {
        ("isNull", _) => IsNull(value) switch { null => null, true => new NullTest(property), false => new Not(new NullTest(property)) },
        ("caseInsensitive", PlannedObject folded) => FilterLogic.All(
            folded.Fields.Select(field => Compare(property, field.Key, field.Value, negated, true)).ToList()),
        ("caseInsensitive", _) => null,
        (ApiNames.WithinDays, PlannedLeaf days) => WithinDays(days, (comparison, day) => new Comparison(property, comparison, day)),
        _ => Compare(property, name, value, negated, false),
    };

    /// <summary>A value is a day of the last so many days, today among them.</summary>
    /// <param name="days">How many.</param>
    /// <param name="compare">Compares the value with a day.</param>
    public Filter WithinDays(PlannedLeaf days, Func<ComparisonOperator, Parameter, Filter> compare) => new AllOf(
    [
        compare(ComparisonOperator.GreaterOrEqual, parameters.Add(new DaySource(days.Source), ScalarKind.Date)),
        compare(ComparisonOperator.LessOrEqual, parameters.Add(new DaySource(null), ScalarKind.Date)),
    ]);

    /// <summary>Relationships that carry an interval hold on a day; null is no condition.</summary>
    public Filter? HeldOn(Interval interval, PlannedValue day)
    {
        if (day is not PlannedLeaf leaf) return null;
        var value = parameters.Add(leaf, ScalarKind.Date);
        return new AllOf([OpenOr(interval.From, ComparisonOperator.LessOrEqual), OpenOr(interval.Until, ComparisonOperator.Greater)]);

        Filter OpenOr(Property end, ComparisonOperator comparison)
        {
            var property = new PropertyRef(Subject.Edge, end);
            return new AnyOf([new NullTest(property), new Comparison(property, comparison, value)]);
        }
    }

    private Filter Compare(PropertyRef property, string name, PlannedValue value, bool negated, bool folded) => value switch
    {
        PlannedLeaf leaf => new Comparison(property, Named(name), parameters.Add(leaf, property.Property.Kind), folded),
        _ when name == "eq" => new NullTest(property),
        _ => FilterLogic.Unknown(negated),
    };
}
