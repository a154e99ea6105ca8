namespace Graph.GraphQL.Execution;

/// <summary>Compiles a root field together with everything selected below it, once a plan. Registered in <see cref="TypeSystem.SchemaOptions.Planners"/>.</summary>
public interface IFieldPlanner
{
    /// <summary>Compiles the field. <paramref name="field"/> may be read only until this returns.</summary>
    /// <exception cref="GraphQLException">The field cannot be answered as asked: the whole request is refused with these errors, at the field's place and path.</exception>
    IFieldPlan Plan(PlannedField field);
}

/// <summary>A compiled root field, kept with the cached plan and run many times, also by several requests at once.</summary>
public interface IFieldPlan
{
    /// <summary>Writes exactly one JSON value, the field's, into <see cref="FieldExecution.Output"/>.</summary>
    /// <exception cref="GraphQLException">The field has failed: its errors are reported at the field's place and path, and null takes the value's place (section 6.4.4).</exception>
    /// <exception cref="OperationCanceledException">The request was given up, or its time is over.</exception>
    /// <remarks>Any other exception is reported as an internal error, without its message.</remarks>
    ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken);
}
