using System.Globalization;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Planning;

/// <summary>The cost with the sizes of one request put in.</summary>
internal sealed class OperationCost(CoercedVariables variables, ExecutorOptions options)
{
    private readonly Dictionary<(CountedSelection, int), double> costs = [];

    public double Cost { get; set; }

    public List<GraphQLError> Faults { get; } = [];

    public double Of(CountedSelection selection, int? inherited)
    {
        // Selections shared by fragments are computed once for each size, so time is bounded by the document's.
        if (costs.TryGetValue((selection, inherited ?? -1), out var known)) return known;
        var cost = 0.0;
        foreach (var field in selection.Fields) cost += Of(field, inherited);
        foreach (var fragment in selection.Fragments) cost += Of(fragment, inherited);
        return costs[(selection, inherited ?? -1)] = cost;
    }

    private double Of(CountedField field, int? inherited)
    {
        var size = SizeOf(field);
        var below = 1 + Of(field.Below, field.IsList ? null : size);
        return field.IsList ? below * (size ?? inherited ?? options.Limits.AssumedListItems) : below;
    }

    private int? SizeOf(CountedField field)
    {
        int? size = null;
        foreach (var sizing in field.Sizes)
        {
            if (Read(sizing) is not { } found) continue;
            if (found < 0)
            {
                Faults.Add(new(ExecutionMessages.NegativeSize(field.Definition, sizing.Argument, found), sizing.Place));
                continue;
            }

            if (!options.ListSizeArguments.Contains(sizing.Argument)) continue;
            size = Math.Max(size ?? 0, found);
            if (found > options.Limits.MaxListItems)
                Faults.Add(
                    new(ExecutionMessages.PageTooLarge(field.Definition, sizing.Argument, found, options.Limits.MaxListItems), sizing.Place));
        }

        return size;
    }

    private int? Read(SizeArgument sizing)
    {
        if (sizing.Value is not VariableNode variable) return Literal(sizing.Value);
        if (!variables.TryGet(variable, out var value)) return Literal(sizing.Default);
        return value as int?;
    }

    private static int? Literal(ValueNode? value) =>
        value is IntValueNode number
            && int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size) ? size : null;
}
