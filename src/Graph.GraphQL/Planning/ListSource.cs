using Graph.GraphQL.Coercion;

namespace Graph.GraphQL.Planning;

/// <summary>A list written in the document with variables among its items.</summary>
internal sealed class ListSource(PlannedSource[] items) : PlannedSource
{
    public override object Resolve(CoercedVariables variables) => Array.ConvertAll(items, item => item.Resolve(variables));

    public override bool TryGetConstant(out object? value)
    {
        var constants = new object?[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (!items[i].TryGetConstant(out constants[i])) return base.TryGetConstant(out value);
        }

        value = constants;
        return true;
    }
}
