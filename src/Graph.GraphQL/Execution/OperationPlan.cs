namespace Graph.GraphQL.Execution;

/// <summary>An operation ready to run, for all variables of one shape.</summary>
/// <param name="RootFields">The root fields in order; those with a planner are compiled.</param>
/// <param name="Fault">Why the root selection cannot be told (section 6.3.2): every run answers it, with null as data.</param>
internal sealed record OperationPlan(PlannedField[] RootFields, GraphQLException? Fault)
{
    /// <summary>Whether running it asks nobody: only <c>__typename</c> is selected.</summary>
    public bool IsImmediate { get; } = Array.TrueForAll(RootFields, field => field.TypeNameJson is not null);

    /// <summary>Whether it may be used again: a planner that broke down may do better next time.</summary>
    public bool IsKept { get; } = Array.TrueForAll(RootFields, field => field.PlanFault is null or FieldPlanningException);

    /// <summary>Compiles an operation. The variables of one request stand for all of the same shape.</summary>
    /// <exception cref="GraphQLException">A planner refuses its field: a request error.</exception>
    public static OperationPlan Of(PreparedOperation operation, CoercedVariables variables)
    {
        if (operation.RootType is null) return new([], new(new GraphQLError(ExecutionMessages.NoRootType(operation.Definition.Operation), operation.Definition)));
        var collection = new FieldCollection(operation.Schema.Schema, operation.Fragments, variables.Only(operation.ConditionSlots));
        var scope = new PlanScope(operation.Schema, collection, variables);
        PlannedField[] fields;
        try
        {
            fields = scope.Fields(operation.RootType, [operation.Definition.SelectionSet]);
        }
        catch (GraphQLException fault)
        {
            return new([], fault);
        }

        foreach (var field in fields) Compile(field);
        scope.Close();
        return new(fields, null);
    }

    private static void Compile(PlannedField field)
    {
        if (field.Behavior.Planner is not { } planner) return;
        try
        {
            field.Plan = planner.Plan(field);
        }
        catch (FieldPlanningException fault)
        {
            field.PlanFault = fault;
        }
        catch (GraphQLException refusal)
        {
            throw new GraphQLException([.. refusal.Errors.Select(error => FieldFault.Locate(error, field, [field.ResponseKey]))]);
        }
        catch (Exception fault)
        {
            field.PlanFault = fault;
        }
    }
}
