using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// A value that is known only when the query runs. It always travels as a parameter of the statement.
/// </summary>
/// <param name="Index">The place in the list of values given to <c>ReadAsync</c>, from 0.</param>
/// <param name="Kind">
/// How it is bound. CLR forms: Id, String, Enum <see cref="string"/>; Int <see cref="int"/>; BigInt <see cref="long"/>;
/// Float <see cref="double"/>; Boolean <see cref="bool"/>; Date <see cref="DateOnly"/>; DateTime <see cref="DateTimeOffset"/>.
/// </param>
/// <param name="IsList">The value is an <see cref="IReadOnlyList{T}"/> of <see cref="object"/> in those forms; items may be null.</param>
public sealed record Parameter(int Index, ScalarKind Kind, bool IsList = false);
