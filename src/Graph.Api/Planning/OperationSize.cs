using Graph.GraphQL;
using Graph.GraphQL.Planning;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Api.Planning;

/// <summary>What all root fields of one operation ask of a database's planner together, within <see cref="QuerySize"/>.</summary>
internal static class OperationSize
{
    private static readonly object Comparisons = new();
    private static readonly object Weight = new();

    /// <summary>Prepares the query of a root field and adds its size.</summary>
    /// <exception cref="GraphQLException">It is too large, or the operation is with it.</exception>
    public static PreparedQuery Add(PlannedField root, LogicalQuery query)
    {
        try
        {
            var prepared = PreparedQuery.Of(query);
            QuerySize.CheckTogether(root.CountTogether(Comparisons, prepared.Size.Comparisons), root.CountTogether(Weight, prepared.Size.Weight));
            return prepared;
        }
        catch (QueryRefusedException refusal)
        {
            throw new GraphQLException(new GraphQLError(refusal.Message, root.Nodes[0]));
        }
    }
}
