using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Execution;

/// <summary>What all fields of one plan share.</summary>
internal sealed class PlanScope(ExecutableSchema schema, FieldCollection collection, CoercedVariables prototype)
{
    private ArgumentPlanning? _arguments = new(prototype);

    public ExecutableSchema Schema { get; } = schema;

    /// <summary>Ends planning: the variables of the request that was planned are not kept.</summary>
    public void Close() => _arguments = null;

    public PlannedObject PlanArguments(FieldDefinition field, FieldNode node)
    {
        var planning = _arguments ?? throw new InvalidOperationException("Planned arguments can be read only until IFieldPlanner.Plan returns; keep what the plan needs.");
        try
        {
            return planning.Plan(field, node);
        }
        catch (GraphQLException fault)
        {
            throw new FieldPlanningException(fault);
        }
    }

    public PlannedField[] Select(ObjectType type, IReadOnlyList<FieldNode> nodes)
    {
        try
        {
            return Fields(type, nodes.Where(node => node.SelectionSet is not null).Select(node => node.SelectionSet!));
        }
        catch (GraphQLException fault)
        {
            throw new FieldPlanningException(fault);
        }
    }

    public PlannedField[] Fields(ObjectType type, IEnumerable<SelectionSetNode> selectionSets)
    {
        var groups = collection.Collect(type, selectionSets);
        var fields = new List<PlannedField>(groups.Count);
        foreach (var nodes in groups)
        {
            // A field that does not exist is left out, as in graphql-js; validation has refused it before.
            if (Schema.FieldOf(type, nodes[0].Name.Value) is { } definition) fields.Add(new(this, type, definition, nodes));
        }

        return [.. fields];
    }
}
