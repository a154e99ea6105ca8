using Graph.GraphQL.Coercion;
using Graph.GraphQL.Documents;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Planning;

/// <summary>What all fields of one plan share. Counts what is made, and ends what grows too large or is no longer waited for.</summary>
/// <remarks>
/// The text alone does not tell how large a plan will be: a field on an interface is planned for each of its types, and an
/// argument may be a variable of any size.
/// </remarks>
internal sealed class PlanScope(
    PreparedOperation operation,
    FieldCollection collection,
    CoercedVariables prototype,
    RequestLimits limits,
    CancellationToken cancellationToken)
{
    // Measured on plans of selections without arguments, and of filters: with the conditions, columns and pieces that planners make of them.
    private const int BytesPerField = 600;
    private const int BytesPerValue = 200;

    private readonly int maxFields = limits.MaxPlannedFields;
    private readonly int maxValues = limits.MaxPlannedValues;
    private ArgumentPlanning? arguments = new(prototype);
    private CancellationToken cancellation = cancellationToken;
    private readonly long documentBytes = operation.DocumentBytes;
    private readonly Dictionary<object, int> counts = [];
    private long fields;

    public ExecutableSchema Schema { get; } = operation.Schema;

    /// <summary>About how much memory the fields and values made so far keep, with the document that they point into.</summary>
    public long Bytes => documentBytes + BytesPerField * Interlocked.Read(ref fields) + BytesPerValue * Values;

    private long Values { get; set; }

    /// <summary>Ends planning: the variables of the request that was planned are not kept, nor does its end concern the plan.</summary>
    public void Close() => (arguments, cancellation) = (null, default);

    public int CountTogether(object kind, int count) => counts[kind] = counts.GetValueOrDefault(kind) + count;

    public PlannedObject PlanArguments(FieldDefinition field, FieldNode node)
    {
        var planning = this.arguments
            ?? throw new InvalidOperationException("Planned arguments can be read only until IFieldPlanner.Plan returns; keep what the plan needs.");
        PlannedObject arguments;
        try
        {
            arguments = planning.Plan(field, node);
        }
        catch (GraphQLException fault)
        {
            throw new FieldPlanningException(fault);
        }

        Values = planning.Values;
        if (Values > maxValues) throw new GraphQLException(new GraphQLError(ExecutionMessages.TooManyPlannedValues(maxValues), node));
        return arguments;
    }

    public PlannedField[] Select(ObjectType type, IReadOnlyList<FieldNode> nodes)
    {
        cancellation.ThrowIfCancellationRequested();
        PlannedField[] fields;
        try
        {
            fields = Fields(type, nodes.Where(node => node.SelectionSet is not null).Select(node => node.SelectionSet!));
        }
        catch (GraphQLException fault)
        {
            throw new FieldPlanningException(fault);
        }

        // What resolvers answer is selected while it is answered, by several threads.
        if (Interlocked.Read(ref this.fields) <= maxFields) return fields;
        Forget(fields);
        throw new GraphQLException(new GraphQLError(ExecutionMessages.TooManyPlannedFields(maxFields), nodes[0]));
    }

    /// <summary>Counts fields no more that the plan does not keep.</summary>
    public void Forget(PlannedField[] fields) => Interlocked.Add(ref this.fields, -fields.Length);

    public PlannedField[] Fields(ObjectType type, IEnumerable<SelectionSetNode> selectionSets)
    {
        var groups = collection.Collect(type, selectionSets);
        var fields = new List<PlannedField>(groups.Count);
        foreach (var nodes in groups)
        {
            // A field that does not exist is left out, as in graphql-js; validation has refused it before.
            if (Schema.FieldOf(type, nodes[0].Name.Value) is { } definition) fields.Add(new(this, type, definition, nodes));
        }

        Interlocked.Add(ref this.fields, fields.Count);
        return [.. fields];
    }
}
