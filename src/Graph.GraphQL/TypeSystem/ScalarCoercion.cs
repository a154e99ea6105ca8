using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>
/// What a scalar's values are (section 3.5): which JSON and which literals clients may give, what CLR value that is, and how a
/// result is written. Each method refuses a value by throwing a <see cref="GraphQLException"/> whose message names it.
/// </summary>
public abstract class ScalarCoercion
{
    /// <summary>Input coercion of a variable's value, which is not null.</summary>
    public abstract object ParseValue(JsonElement value);

    /// <summary>Input coercion of a literal, which is neither <c>null</c> nor a variable.</summary>
    public abstract object ParseLiteral(ValueNode literal);

    /// <summary>Result coercion: writes one JSON value.</summary>
    /// <param name="value">What a resolver gave, not null: a CLR value, or a <see cref="JsonElement"/> of a JSON source.</param>
    /// <param name="output">Receives the value; untouched when it is refused.</param>
    public abstract void Serialize(object value, ResponseBuffer output);
}
