namespace Graph.GraphQL;

/// <summary>Which rules documents and schemas are held to.</summary>
public enum RuleProfile
{
    /// <summary>Every rule of the September 2025 edition of the specification.</summary>
    September2025,

    /// <summary>
    /// Only the rules that graphql-js 16 knows, for comparisons with it. Left out are: operations of a kind the schema has no root for
    /// (section 5.2.1.1), <c>@skip</c> and <c>@include</c> at the root of a subscription (5.2.4.1), one type as two roots (3.3.1), defaults
    /// and arguments of directives that are no values of their type (3.6, 3.10, 3.13), and fields that are deprecated while
    /// those they implement are not (3.6).
    /// </summary>
    GraphQLJs16,
}
