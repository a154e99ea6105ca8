namespace Graph.GraphQL.Execution;

/// <summary>Gives the value of a field (section 6.4.2, ResolveFieldValue); null for a field without a value.</summary>
/// <exception cref="GraphQLException">
/// The field has failed; the message goes to the client. Any other exception is reported as an internal error.
/// </exception>
/// <remarks>
/// Lists are any <see cref="System.Collections.IEnumerable"/>, objects are whatever the resolvers of their fields understand. A field
/// without a resolver is read from a JSON object, a dictionary or a property of the parent's value.
/// </remarks>
public delegate ValueTask<object?> FieldResolver(FieldContext context);

/// <summary>
/// Gives the source stream of a subscription's root field (section 6.2.3.1, CreateSourceEventStream): one value an event,
/// the parent's value of the field.
/// </summary>
public delegate IAsyncEnumerable<object?> SubscriptionResolver(FieldContext context);

/// <summary>Tells the name of the object type of a value at an interface's or union's place (section 6.4.3, ResolveAbstractType).</summary>
public delegate string? TypeResolver(object value);
