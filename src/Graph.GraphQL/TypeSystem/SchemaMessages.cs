namespace Graph.GraphQL.TypeSystem;

/// <summary>All wording of faults of a type system as it was built (section 3). It is the wording of graphql-js, which users know.</summary>
internal static class SchemaMessages
{
    public static string UnknownType(string name) => $"Unknown type: \"{name}\".";
}
