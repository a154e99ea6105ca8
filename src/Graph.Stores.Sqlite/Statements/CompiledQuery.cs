using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>A parameter of the statement.</summary>
/// <param name="Parameter">Where its value comes from.</param>
/// <param name="Form">How it is bound.</param>
internal readonly record struct Binding(Parameter Parameter, BindingForm Form);

/// <summary>An SQL statement made of a logical query: each row has one column, the row as JSON.</summary>
/// <param name="Statement">The text; the same for every request that shares the plan.</param>
/// <param name="Bindings">What is bound to <c>?1</c>, <c>?2</c>, ….</param>
internal sealed record CompiledQuery(string Statement, IReadOnlyList<Binding> Bindings) : ICompiledQuery;
