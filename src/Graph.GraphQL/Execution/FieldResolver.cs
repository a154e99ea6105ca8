using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;
using Graph.GraphQL.Responses;
using Graph.GraphQL.TypeSystem;

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

/// <summary>What a resolver is told.</summary>
public readonly struct FieldContext
{
    private readonly OperationRun run;
    private readonly ResponsePath? parent;

    internal FieldContext(OperationRun run, PlannedField field, object? source, InputObject arguments, ResponsePath? parent)
    {
        this.run = run;
        this.parent = parent;
        Field = field;
        Source = source;
        Arguments = arguments;
    }

    /// <summary>The value of the object the field is selected on; the root value for a root field.</summary>
    public object? Source { get; }

    /// <summary>The coerced arguments.</summary>
    public InputObject Arguments { get; }

    /// <summary>The field and what is selected below it.</summary>
    public PlannedField Field { get; }

    /// <summary>The operation's variables.</summary>
    public CoercedVariables Variables => run.Variables;

    /// <summary>The schema.</summary>
    public Schema Schema => run.Schema.Schema;

    /// <summary>The services of the request, if it has any.</summary>
    public IServiceProvider? Services => run.Services;

    /// <summary>Ends when the client has gone or the time is over.</summary>
    public CancellationToken CancellationToken => run.CancellationToken;

    /// <summary>Response keys and list positions from the root to this field.</summary>
    public IReadOnlyList<object> Path => new ResponsePath(parent, Field.ResponseKey).ToList();
}
