using Graph.GraphQL.Coercion;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.GraphQL.Responses;

namespace Graph.GraphQL.Execution;

/// <summary>One run of a planned field.</summary>
public sealed class FieldExecution
{
    private readonly PlannedField planned;
    private readonly ErrorList errors;

    internal FieldExecution(PlannedField field, OperationRun run, ResponseBuffer output)
    {
        planned = field;
        Operation = run;
        errors = run.Errors;
        Variables = run.Variables;
        Services = run.Services;
        Record = run.Record;
        MaxListItems = run.MaxListItems;
        Output = output;
    }

    /// <summary>What all fields of one run of an operation have in common, and no other's.</summary>
    public object Operation { get; }

    /// <summary>The coerced variables of this run, of the shape the field was planned for.</summary>
    public CoercedVariables Variables { get; }

    /// <summary>Takes the field's value: exactly one JSON value. Nothing written before may be touched.</summary>
    public ResponseBuffer Output { get; }

    /// <summary>The place of the field in the result.</summary>
    public IReadOnlyList<object> Path => [planned.ResponseKey];

    /// <summary>
    /// Most items any list of the field's value may have (<see cref="RequestLimits.MaxListItems"/>): more are an error, never
    /// left out.
    /// </summary>
    public int MaxListItems { get; }

    /// <summary>The services of the request, if it has any.</summary>
    public IServiceProvider? Services { get; }

    /// <summary>Takes down what the field waits for, for logs; null where nobody wants to know.</summary>
    public OperationRecord? Record { get; }

    /// <summary>
    /// Reports an error beside the data; the field writes null at its place, where the schema allows it. May be called by
    /// several threads.
    /// </summary>
    /// <param name="error">Without a path or places it gets the field's.</param>
    public void AddError(GraphQLError error) => errors.Add(FieldErrors.Locate(error, planned, Path));
}
