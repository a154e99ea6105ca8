using Graph.GraphQL.Execution;
using Graph.GraphQL.Planning;

namespace Graph.GraphQL.TypeSystem;

public sealed partial record SchemaOptions
{
    /// <summary>Resolvers of fields by object type and field. A field without one is read from its parent's value.</summary>
    public IReadOnlyDictionary<(string Type, string Field), FieldResolver> Resolvers { get; init; }
        = new Dictionary<(string, string), FieldResolver>();

    /// <summary>Planners of root fields by root type and field: such a field is compiled with everything below it and writes its own bytes.</summary>
    public IReadOnlyDictionary<(string Type, string Field), IFieldPlanner> Planners { get; init; }
        = new Dictionary<(string, string), IFieldPlanner>();

    /// <summary>Source streams of the subscription root's fields, by root type and field.</summary>
    public IReadOnlyDictionary<(string Type, string Field), SubscriptionResolver> Subscriptions { get; init; }
        = new Dictionary<(string, string), SubscriptionResolver>();

    /// <summary>
    /// By name of an interface or union: how values tell their object type. Without one it is <c>__typename </c> of a JSON
    /// object or dictionary, or else the name of the value's CLR type.
    /// </summary>
    public IReadOnlyDictionary<string, TypeResolver> TypeResolvers { get; init; } = new Dictionary<string, TypeResolver>();
}
