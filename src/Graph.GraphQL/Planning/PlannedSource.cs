using Graph.GraphQL.Coercion;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Planning;

/// <summary>Where a run finds a value that is not known while planning.</summary>
public abstract class PlannedSource
{
    /// <summary>The value in one run: a CLR value as <see cref="InputObject"/> describes it. Not null unless it is an item of a list.</summary>
    public abstract object? Resolve(CoercedVariables variables);

    /// <summary>
    /// The value, if it is the same in every run of the plan: written in the document, or part of the plan's key (booleans
    /// and the enums named in <see cref="SchemaOptions.StructuralEnums"/>).
    /// </summary>
    public virtual bool TryGetConstant(out object? value)
    {
        value = null;
        return false;
    }
}

/// <summary>A value that every run of the plan shares.</summary>
internal sealed class ConstantSource(object? value) : PlannedSource
{
    public override object? Resolve(CoercedVariables variables) => value;

    public override bool TryGetConstant(out object? constant)
    {
        constant = value;
        return true;
    }
}

/// <summary>A variable, or a place inside it: steps are positions in lists and in the entries of input objects, which the plan's key fixes.</summary>
internal sealed class VariableSource(int slot, int[] steps) : PlannedSource
{
    public override object? Resolve(CoercedVariables variables)
    {
        var value = variables.Slots[slot];
        foreach (var step in steps) value = value is InputObject fields ? fields.Fields[step].Value : ((IReadOnlyList<object?>)value!)[step];
        return value;
    }
}

/// <summary>A literal with variables inside, for a scalar that takes whole lists and objects.</summary>
internal sealed class LiteralSource(ValueNode literal, GraphQLType type) : PlannedSource
{
    public override object? Resolve(CoercedVariables variables) => variables.Literals.TryCoerce(literal, type, out var value) ? value : null;
}
