using Graph.GraphQL.Coercion;
using Graph.GraphQL.Documents;
using Graph.GraphQL.Json;

namespace Graph.GraphQL.Planning;

/// <summary>
/// Plans ready to run: found by their operation and the shape of its variables, otherwise made, once for requests that come
/// together.
/// </summary>
internal sealed class PlanStore(RequestLimits limits)
{
    private readonly ClockCache<byte[], OperationPlan> plans = new(limits.MaxCachedPlans, limits.MaxCachedPlanBytes, Utf8KeyComparer.Instance);
    private readonly SingleFlight<byte[], OperationPlan> making = new(Utf8KeyComparer.Instance);

    /// <summary>The plan, if there is one.</summary>
    public OperationPlan? Find(PreparedOperation operation, CoercedVariables variables)
    {
        using var key = KeyOf(operation, variables);
        return CacheMetrics.Found(CacheMetrics.Plans, plans.FindAlternate(key.WrittenSpan));
    }

    /// <summary>Makes the plan, on the caller's thread or on that of a request that came just before.</summary>
    /// <exception cref="GraphQLException">A planner refuses its field, or the plan is too large: a request error.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public async ValueTask<OperationPlan> MakeAsync(PreparedOperation operation, CoercedVariables variables, CancellationToken cancellationToken)
    {
        byte[] key;
        using (var written = KeyOf(operation, variables)) key = written.WrittenSpan.ToArray();
        return await making.RunAsync(key, token => plans.Find(key) ?? Make(key, operation, variables, token), cancellationToken);
    }

    private OperationPlan Make(byte[] key, PreparedOperation operation, CoercedVariables variables, CancellationToken cancellationToken)
    {
        var plan = OperationPlan.Of(operation, variables, limits, cancellationToken);
        return plan.IsKept ? plans.Add(key, plan, plan.Bytes + key.Length) : plan;
    }

    private static ResponseBuffer KeyOf(PreparedOperation operation, CoercedVariables variables)
    {
        var key = new ResponseBuffer(256);
        key.WriteInt64(operation.Id);
        if (!operation.HasKey) return key;
        for (var slot = 0; slot < operation.KeySlots.Length; slot++)
            if (operation.KeySlots[slot]) VariableShape.Write(variables.Slots[slot], operation.Variables.Types[slot]!, key);
        return key;
    }
}
