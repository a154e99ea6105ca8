using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>The argument <c>acts</c>: which kinds of act are meant.</summary>
internal static class ActKinds
{
    private const string Name = "acts";

    /// <summary>The argument as the schema has it, with a comma after it; nothing where acts are of one kind.</summary>
    public static string Argument(Act act) => act.Kind is not { } kind
        ? ""
        : $"{Name}: [{kind.Enum!.Name}!]{(act.Counted is { } counted ? $" = [{counted}]" : "")}, ";

    /// <summary>The field means just the acts that tallies count.</summary>
    public static bool AreCounted(Act act, PlannedField field)
    {
        if (act.Kind is null) return true;
        var given = field.Arguments.TryGet(Name, out var value) && value is PlannedLeaf leaf ? leaf.Source : null;
        if (act.Counted is null) return given is null;
        return given is not null && given.TryGetConstant(out var known) && known is IReadOnlyList<object?> kinds && kinds.All(act.Counted.Equals)
            && kinds.Count > 0;
    }

    /// <summary>The acts that a field means: its <c>where</c>, and the kinds; null: all.</summary>
    public static Filter? Where(Act act, PlannedField field, StatementPlanning statement)
    {
        List<Filter> conditions = [];
        if (statement.Where(act.Type) is { } where) conditions.Add(where);
        if (act.Kind is { } kind && field.Arguments.TryGet(Name, out var value) && value is PlannedLeaf leaf)
            conditions.Add(new Comparison(new(Subject.Node, kind), ComparisonOperator.In, statement.Parameters.Add(leaf, kind.Kind)));
        return conditions is [var only] ? only : Conjunction.AsOne(conditions);
    }
}
