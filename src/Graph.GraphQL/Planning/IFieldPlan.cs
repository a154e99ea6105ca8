using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;

namespace Graph.GraphQL.Planning;

/// <summary>A compiled root field, kept with the cached plan and run many times, also by several requests at once.</summary>
public interface IFieldPlan
{
    /// <summary>
    /// What a run with these variables may cost beside the objects it answers; counts against
    /// <see cref="RequestLimits.MaxCost"/> before anything runs.
    /// </summary>
    FieldCost Weigh(CoercedVariables variables) => default;

    /// <summary>
    /// About how many bytes of memory the compiled field holds, once it has run: statements and the like. What the engine made, such as
    /// planned fields and arguments, is counted already. Read once, after planning.
    /// </summary>
    long Bytes { get; }

    /// <summary>Writes exactly one JSON value, the field's, into <see cref="FieldExecution.Output"/>.</summary>
    /// <exception cref="GraphQLException">
    /// The field has failed: its errors are reported at the field's place and path, and null takes the value's place (section
    /// 6.4.4).
    /// </exception>
    /// <exception cref="OperationCanceledException">The request was given up, or its time is over.</exception>
    /// <remarks>Any other exception is reported as an internal error, without its message.</remarks>
    ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken);
}
