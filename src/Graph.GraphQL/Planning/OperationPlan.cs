using Graph.GraphQL.Coercion;
using Graph.GraphQL.Documents;
using Graph.GraphQL.Execution;

namespace Graph.GraphQL.Planning;

/// <summary>An operation ready to run, for all variables of one shape.</summary>
/// <param name="RootFields">The root fields in order; those with a planner are compiled.</param>
/// <param name="Fault">Why the root selection cannot be told (section 6.3.2): every run answers it, with null as data.</param>
/// <param name="Bytes">About how much memory it keeps: what was planned, the compiled fields, and the document that both point into.</param>
internal sealed record OperationPlan(PlannedField[] RootFields, GraphQLException? Fault, long Bytes)
{
    /// <summary>Whether running it asks nobody: only <c>__typename</c> is selected.</summary>
    public bool IsImmediate { get; } = Array.TrueForAll(RootFields, field => field.TypeNameJson is not null);

    /// <summary>Whether it may be used again: a planner that broke down may do better next time.</summary>
    public bool IsKept { get; } = Array.TrueForAll(RootFields, field => field.PlanFault is null or FieldPlanningException);

    /// <summary>Compiles an operation. The variables of one request stand for all of the same shape.</summary>
    /// <exception cref="GraphQLException">A planner refuses its field, or the plan grows too large: a request error.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public static OperationPlan Of(PreparedOperation operation, CoercedVariables variables, RequestLimits limits, CancellationToken cancellationToken)
    {
        if (operation.RootType is null)
            return new(
                [],
                new(new GraphQLError(ExecutionMessages.NoRootType(operation.Definition.Operation), operation.Definition)),
                operation.DocumentBytes);
        var collection = new FieldCollection(operation.Schema.Schema, operation.Fragments, variables.Only(operation.ConditionSlots));
        var scope = new PlanScope(operation, collection, variables, limits, cancellationToken);
        PlannedField[] fields;
        try
        {
            fields = scope.Fields(operation.RootType, [operation.Definition.SelectionSet]);
        }
        catch (GraphQLException fault)
        {
            return new([], fault, operation.DocumentBytes);
        }

        foreach (var field in fields) Compile(field, cancellationToken);
        scope.Close();
        return new(fields, null, scope.Bytes + fields.Sum(field => field.Plan?.Bytes ?? 0));
    }

    /// <summary>
    /// What the fields of one run cost together, with the dearest of them told; the objects they answer only where each of
    /// them is planned and knows how many.
    /// </summary>
    public FieldCost Weigh(CoercedVariables variables)
    {
        if (RootFields is [{ Plan: { } only }]) return only.Weigh(variables);
        return FieldCost.Sum(RootFields.Where(field => field.TypeNameJson is null).Select(field => field.Plan?.Weigh(variables) ?? default));
    }

    private static void Compile(PlannedField field, CancellationToken cancellationToken)
    {
        if (field.Behavior.Planner is not { } planner) return;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            field.Plan = planner.Plan(field, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (FieldPlanningException fault)
        {
            field.PlanFault = fault;
        }
        catch (GraphQLException refusal)
        {
            throw new GraphQLException([.. refusal.Errors.Select(error => FieldErrors.Locate(error, field, [field.ResponseKey]))]);
        }
        catch (Exception fault)
        {
            field.PlanFault = fault;
        }
    }
}
