using Graph.Api.Planning;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Acts;

/// <summary>The acts that a field means, as one condition on them.</summary>
internal static class ChosenActs
{
    /// <summary>The field means just the acts that tallies count.</summary>
    public static bool AreTallied(Act act, RootPlanning planning) =>
        Of(act, planning.Field, planning.Begin()) is { Where: null, Kinds.IsCounted: true };

    /// <summary>The field's <c>where</c> and its kinds; null: all acts.</summary>
    public static Filter? Where(Act act, PlannedField field, StatementPlanning statement)
    {
        var choice = Of(act, field, statement);
        List<Filter> conditions = choice.Where is { } where ? [where] : [];
        if (choice.Kinds.Given is { } kinds) conditions.Add(new Comparison(new(Subject.Node, act.Kind!), ComparisonOperator.In, kinds));
        if (choice.Kinds.IsCounted && IsCounted(act, statement.Parameters) is { } counted) conditions.Add(counted);
        return conditions is [var only] ? only : Conjunction.AsOne(conditions);
    }

    /// <summary>An act is of the counted kind; null where all are.</summary>
    public static Filter? IsCounted(Act act, ParameterList parameters) => act is { Kind: { } kind, Counted: { } counted }
        ? new Comparison(new(Subject.Node, kind), ComparisonOperator.Equal, parameters.Add(new ConstantSource(counted), kind.Kind))
        : null;

    private static ActChoice Of(Act act, PlannedField field, StatementPlanning statement) => ActArguments.Of(act, field, statement, ActKinds.Counted);
}
