namespace Graph.GraphQL.Planning;

/// <summary>
/// The document's own fault in a field that is being planned, such as an argument without a valid value. Unlike what a planner
/// refuses, this is an error of the field (section 6.4.4) and leaves the others alone.
/// </summary>
internal sealed class FieldPlanningException(GraphQLException fault) : GraphQLException(fault.Errors);
