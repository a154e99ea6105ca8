using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Planning;

/// <summary>
/// An input value as far as it is known while planning: which objects, lists and nulls there are is known, scalar values
/// are fetched for each run. One plan serves every request whose variables have the same shape.
/// </summary>
public abstract record PlannedValue;

/// <summary>The value null.</summary>
public sealed record PlannedNull : PlannedValue
{
    private PlannedNull() { }

    /// <summary>The only one.</summary>
    public static PlannedNull Instance { get; } = new();
}

/// <summary>A scalar or enum value, or a whole list of them (of any depth; its items may be null).</summary>
/// <param name="Source">Where a run finds the value.</param>
/// <param name="Type">The type of the value without its outermost non-null: a scalar or enum, or a list.</param>
/// <param name="IsList">Whether the value is a list: an <see cref="IReadOnlyList{T}"/> of <see cref="object"/>.</param>
public sealed record PlannedLeaf(PlannedSource Source, GraphQLType Type, bool IsList) : PlannedValue;

/// <summary>A list of input objects (or of lists of them); its length is part of the plan.</summary>
/// <param name="Items">The items in order, null ones as <see cref="PlannedNull"/>.</param>
public sealed record PlannedList(IReadOnlyList<PlannedValue> Items) : PlannedValue;
