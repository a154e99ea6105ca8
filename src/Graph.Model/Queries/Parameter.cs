using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// A value that is known only when the query runs. It always travels as a parameter of the statement.
/// </summary>
/// <param name="Index">
/// The place in the list of values given to <c>ReadAsync</c>, from 0. A parameter made of <see cref="Items"/> has a number
/// after all of those, and no place in that list.
/// </param>
/// <param name="Kind">
/// How it is bound. CLR forms: Id, String, Enum <see cref="string"/>; Int <see cref="int"/>; BigInt <see cref="long"/>;
/// Float <see cref="double"/>; Boolean <see cref="bool"/>; Date <see cref="DateOnly"/>; DateTime <see cref="DateTimeOffset"/>.
/// </param>
/// <param name="IsList">The value is an <see cref="IReadOnlyList{T}"/> of <see cref="object"/> in those forms; items may be null.</param>
public sealed record Parameter(int Index, ScalarKind Kind, bool IsList = false)
{
    /// <summary>The parameters, single ones and lists, whose values this list holds together; null for a value of the request.</summary>
    public IReadOnlyList<Parameter>? Items { get; init; }

    /// <summary>The value in a run.</summary>
    /// <param name="values">The values given to <c>ReadAsync</c>.</param>
    public object? In(IReadOnlyList<object?> values)
    {
        if (Items is null) return values[Index];
        var all = new List<object?>(Items.Count);
        foreach (var item in Items)
        {
            if (item.In(values) is IReadOnlyList<object?> list) all.AddRange(list);
            else all.Add(item.In(values));
        }

        return all;
    }
}
