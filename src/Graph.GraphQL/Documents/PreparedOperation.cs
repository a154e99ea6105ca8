using System.Collections.Immutable;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Language;
using Graph.GraphQL.Planning;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Documents;

/// <summary>An operation of a good document with what is the same for all of its requests.</summary>
internal sealed class PreparedOperation
{
    private static long lastId;

    public PreparedOperation(
        ExecutableSchema schema,
        OperationDefinitionNode definition,
        IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
        long documentBytes,
        ExecutorOptions options)
    {
        Id = Interlocked.Increment(ref lastId);
        DocumentBytes = documentBytes;
        Schema = schema;
        Definition = definition;
        RootType = schema.Schema.RootType(definition.Operation);
        Fragments = fragments;
        Variables = new(schema.Schema, definition.VariableDefinitions, options.Validation.Suggestions);
        ConditionSlots = new bool[definition.VariableDefinitions.Length];
        var walk = new Walk(this);
        walk.Selections(definition.SelectionSet, isRoot: true);
        IsPlanned = walk.IsPlanned;

        // A planner may depend on the shape of every variable; resolvers read variables in each run.
        KeySlots = walk.IsPlanned ? [.. Enumerable.Repeat(true, ConditionSlots.Length)] : ConditionSlots;
        HasKey = KeySlots.Contains(true);
        MaxVariableValues = walk.IsPlanned ? options.Limits.MaxPlannedValues : int.MaxValue;
        if (RootType is not null) Cost = new(schema, definition, RootType, fragments, options);
    }

    /// <summary>Tells this operation from every other one in the keys of plans.</summary>
    public long Id { get; }

    public ExecutableSchema Schema { get; }

    public OperationDefinitionNode Definition { get; }

    /// <summary>Whether some root field is compiled by a planner.</summary>
    public bool IsPlanned { get; }

    /// <summary>The root type of the kind of operation; null when the schema has none.</summary>
    public ObjectType? RootType { get; }

    public IReadOnlyDictionary<string, FragmentDefinitionNode> Fragments { get; }

    public VariableCoercion Variables { get; }

    /// <summary>The variables that <c>@skip</c> and <c>@include</c> use.</summary>
    public bool[] ConditionSlots { get; }

    /// <summary>The variables whose shape is part of a plan's key.</summary>
    public bool[] KeySlots { get; }

    /// <summary>About how much memory the document takes, which each plan keeps even when the document is forgotten.</summary>
    public long DocumentBytes { get; }

    /// <summary>Whether there is more than one plan.</summary>
    public bool HasKey { get; }

    /// <summary>Most values in all variables of a request. What a plan could not take is refused before anything is made of it.</summary>
    public int MaxVariableValues { get; }

    /// <summary>What a request of the operation costs; null when the schema cannot run it.</summary>
    public CostAnalysis? Cost { get; }

    /// <summary>Finds the variables in conditions, and whether a root field is planned; looks into every fragment once.</summary>
    private sealed class Walk(PreparedOperation operation)
    {
        private readonly HashSet<(string, bool)> visited = [];

        public bool IsPlanned { get; private set; }

        public void Selections(SelectionSetNode selectionSet, bool isRoot)
        {
            foreach (var selection in selectionSet.Selections)
            {
                Conditions(selection.Directives);
                switch (selection)
                {
                    case FieldNode field:
                        if (isRoot && operation.RootType?.Fields.Find(field.Name.Value) is { } definition
                            && operation.Schema.BehaviorOf(definition).Planner is not null)
                            IsPlanned = true;
                        if (field.SelectionSet is not null) Selections(field.SelectionSet, isRoot: false);
                        break;
                    case InlineFragmentNode inline:
                        Selections(inline.SelectionSet, isRoot);
                        break;
                    case FragmentSpreadNode spread when visited.Add((spread.Name.Value, isRoot))
                        && operation.Fragments.TryGetValue(spread.Name.Value, out var fragment):
                        Selections(fragment.SelectionSet, isRoot);
                        break;
                }
            }
        }

        private void Conditions(ImmutableArray<DirectiveNode> directives)
        {
            foreach (var directive in directives)
            {
                if (directive.Name.Value is not ("skip" or "include")) continue;
                foreach (var argument in directive.Arguments)
                    if (argument.Value is VariableNode variable && operation.Variables.SlotOf(variable.Name.Value) is var slot and >= 0)
                        operation.ConditionSlots[slot] = true;
            }
        }
    }
}
