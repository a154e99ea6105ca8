using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;
using Graph.GraphQL.Responses;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Execution;

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
