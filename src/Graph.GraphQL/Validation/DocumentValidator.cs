using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation;

/// <summary>Tells whether a document can be executed over a schema (section 5), with all its faults together.</summary>
public static class DocumentValidator
{
    /// <summary>The faults of a document, none if it can be executed.</summary>
    /// <param name="schema">A valid schema.</param>
    /// <param name="document">The document.</param>
    /// <param name="options">Limits and wording; <see cref="ValidationOptions.Default"/> if null.</param>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions? options = null) =>
        SpecifiedRules.Executable.Check(document, schema, options ?? ValidationOptions.Default);

    /// <summary>The faults of a type system document that show before a schema is built of it (section 3), none if there are none.</summary>
    public static IReadOnlyList<GraphQLError> ValidateTypeSystem(DocumentNode document, ValidationOptions? options = null) =>
        SpecifiedRules.TypeSystem.Check(document, null, options ?? new ValidationOptions { MaxErrors = int.MaxValue });
}
