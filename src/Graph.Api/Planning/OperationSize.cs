using Graph.GraphQL;
using Graph.GraphQL.Execution;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Api.Planning;

/// <summary>What all root fields of one operation ask of a database's planner together, within <see cref="QuerySize"/>.</summary>
internal static class OperationSize
{
    private static readonly object s_comparisons = new();
    private static readonly object s_weight = new();

    /// <summary>Adds the query of a root field.</summary>
    /// <exception cref="GraphQLException">It is too large, or the operation is with it.</exception>
    public static void Add(PlannedField root, LogicalQuery query)
    {
        try
        {
            var size = QueryPreparation.SizeOf(query);
            QuerySize.CheckTogether(root.CountTogether(s_comparisons, size.Comparisons), root.CountTogether(s_weight, size.Weight));
        }
        catch (QueryRefusedException refusal)
        {
            throw new GraphQLException(new GraphQLError(refusal.Message, root.Nodes[0]));
        }
    }
}
