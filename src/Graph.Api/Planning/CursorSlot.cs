using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;

namespace Graph.Api.Planning;

/// <summary>A cursor that a request gives.</summary>
/// <param name="Source">Where its text is found.</param>
/// <param name="Format">How it is read.</param>
/// <param name="Argument">The argument's name, for the error.</param>
/// <param name="Field">The field's name, for the error.</param>
internal sealed record CursorSlot(PlannedSource Source, CursorFormat Format, string Argument, string Field)
{
    /// <summary>Reads the cursor of one request.</summary>
    /// <exception cref="GraphQLException">It is none, or one of another list.</exception>
    public object?[] Read(CoercedVariables variables)
    {
        try
        {
            return Format.Read((string)Source.Resolve(variables)!) ?? throw new GraphQLException(ApiMessages.CursorOfAnotherOrder(Argument, Field));
        }
        catch (FormatException)
        {
            throw new GraphQLException(ApiMessages.NotACursor(Argument, Field));
        }
    }
}
