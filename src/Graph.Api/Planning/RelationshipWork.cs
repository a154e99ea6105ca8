using Graph.GraphQL;
using Graph.GraphQL.Execution;

namespace Graph.Api.Planning;

/// <summary>
/// How much work the relationships that an operation follows make for the database's own planner, all root fields together:
/// each is a subquery, and Neo4j, which cannot be stopped while it plans, takes about a tenth of a second for each.
/// </summary>
/// <param name="root">Any root field of the operation.</param>
/// <param name="options">The limits.</param>
internal sealed class RelationshipWork(PlannedField root, GraphApiOptions options)
{
    // Measured on Neo4j 5.26: chains of 8, 10, 12 and 14 relationships plan in 1, 3, 7 and 28 seconds.
    private const int DeepestOfEvenWork = 7;

    private static readonly object s_kind = new();

    /// <summary>Counts one relationship more.</summary>
    /// <param name="field">The field that follows it.</param>
    /// <param name="depth">How many relationships lead to its nodes.</param>
    /// <exception cref="GraphQLException">There are too many.</exception>
    public void Follow(PlannedField field, int depth)
    {
        var work = 1 << Math.Clamp(depth - DeepestOfEvenWork, 0, 20);
        if (root.CountTogether(s_kind, work) > options.MaximumRelationships)
            throw new GraphQLException(new GraphQLError(ApiMessages.TooManyRelationships(field.Definition.Name, options.MaximumRelationships, DeepestOfEvenWork), field.Nodes[0]));
    }
}
