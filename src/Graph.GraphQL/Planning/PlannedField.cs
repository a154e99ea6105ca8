using System.Text;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Introspection;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Planning;

/// <summary>A field of a selection on one object type, all occurrences of its response key merged (section 6.3.2).</summary>
public sealed class PlannedField
{
    private readonly PlanScope scope;
    private PlannedObject? arguments;
    private Selection[] selections = [];

    internal PlannedField(PlanScope scope, CompositeType parentType, FieldDefinition definition, IReadOnlyList<FieldNode> nodes)
    {
        this.scope = scope;
        ParentType = parentType;
        Definition = definition;
        Nodes = nodes;
        ResponseKey = nodes[0].ResponseKey;
        // A response key is a Name (section 2.1.8): nothing in it needs to be escaped.
        KeyJson = Encoding.UTF8.GetBytes($"\"{ResponseKey}\":");
        Behavior = scope.Schema.BehaviorOf(definition);
        Default = new(definition.Name);
        if (definition.Type.Nullable is ScalarType scalar)
        {
            IsText = scalar.Coercion is StringCoercion or IdCoercion;
            IsInteger = scalar.Coercion is IntCoercion;
        }
        if (definition == IntrospectionTypes.TypeName) TypeNameJson = Encoding.UTF8.GetBytes($"\"{parentType.Name}\"");
        if (definition.Arguments.Count == 0) ConstantArguments = InputObject.Empty;
    }

    /// <summary>The key of the value in the response: the alias, or else the field's name.</summary>
    public string ResponseKey { get; }

    /// <summary>The field of the schema.</summary>
    public FieldDefinition Definition { get; }

    /// <summary>The type the field is selected on.</summary>
    public CompositeType ParentType { get; }

    /// <summary>All occurrences in the document, at least one; arguments are the same in all of them.</summary>
    public IReadOnlyList<FieldNode> Nodes { get; }

    /// <summary>The arguments, defaults applied; those that are absent are not there.</summary>
    /// <exception cref="InvalidOperationException">Read after <see cref="IFieldPlanner.Plan"/> has returned.</exception>
    public PlannedObject Arguments => arguments ??= scope.PlanArguments(Definition, Nodes[0]);

    /// <summary><c>"key":</c>.</summary>
    internal byte[] KeyJson { get; }

    /// <summary>The whole value of <c>__typename</c>; null for any other field.</summary>
    internal byte[]? TypeNameJson { get; }

    internal FieldBehavior Behavior { get; }

    internal DefaultResolver Default { get; }

    /// <summary>Whether the value is a String or ID, and not a list of them.</summary>
    internal bool IsText { get; }

    /// <summary>Whether the value is an Int, and not a list of them.</summary>
    internal bool IsInteger { get; }

    /// <summary>Whether the value says something of the schema, so that it is always the same.</summary>
    internal bool IsIntrospection => Definition == IntrospectionTypes.Schema || Definition == IntrospectionTypes.Type;

    /// <summary>About how much memory the whole plan keeps, with its document.</summary>
    internal long PlanBytes => scope.Bytes;

    /// <summary>The arguments for resolvers, where they are the same in every run.</summary>
    internal InputObject? ConstantArguments { get; set; }

    /// <summary>The compiled field, for a root field with a planner.</summary>
    internal IFieldPlan? Plan { get; set; }

    /// <summary>Why the field cannot be planned; each run reports it as the field's error.</summary>
    internal Exception? PlanFault { get; set; }

    /// <summary>
    /// What is selected below this field when its value is of object type <paramref name="type"/>: fragments and type conditions
    /// applied, <c>@skip</c> and <c>@include</c> evaluated, response keys merged, in the specification's order.
    /// </summary>
    /// <exception cref="GraphQLException">A condition of <c>@skip</c> or <c>@include</c> is null.</exception>
    public IReadOnlyList<PlannedField> Select(ObjectType type) => SelectFor(type);

    /// <summary>The same for the object type of a name.</summary>
    /// <exception cref="ArgumentException">The schema has no such object type.</exception>
    public IReadOnlyList<PlannedField> Select(string objectType) => SelectFor(
        scope.Schema.Schema.FindType(objectType) as ObjectType
            ?? throw new ArgumentException($"The schema has no object type {objectType}.", nameof(objectType)));

    /// <summary>Counts something that the planners of one operation, which run one after the other, must not make too much of together.</summary>
    /// <param name="kind">What is counted, told by identity.</param>
    /// <param name="count">How much is added.</param>
    /// <returns>How much there is by now in this operation's plan.</returns>
    public int CountTogether(object kind, int count) => scope.CountTogether(kind, count);

    internal PlannedField[] SelectFor(ObjectType type)
    {
        PlannedField[]? fields = null;
        while (true)
        {
            var before = Volatile.Read(ref selections);
            foreach (ref readonly var known in before.AsSpan())
            {
                if (known.Type != type) continue;
                // Two threads may both have made it; the loser's selection is equal and forgotten.
                if (fields is not null) scope.Forget(fields);
                return known.Fields;
            }

            fields ??= scope.Select(type, Nodes);
            if (Interlocked.CompareExchange(ref selections, [.. before, new(type, fields)], before) == before) return fields;
        }
    }

    private readonly record struct Selection(ObjectType Type, PlannedField[] Fields);
}
