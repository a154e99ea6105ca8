namespace Graph.GraphQL.Planning;

/// <summary>
/// Compiles a root field together with everything selected below it, once a plan. Registered in
/// <see cref="TypeSystem.SchemaOptions.Planners"/>.
/// </summary>
public interface IFieldPlanner
{
    /// <summary>Compiles the field. <paramref name="field"/> may be read only until this returns.</summary>
    /// <exception cref="GraphQLException">
    /// The field cannot be answered as asked: the whole request is refused with these errors, at the field's place and path.
    /// </exception>
    /// <exception cref="OperationCanceledException">The request was given up, or its time is over.</exception>
    IFieldPlan Plan(PlannedField field, CancellationToken cancellationToken);
}
