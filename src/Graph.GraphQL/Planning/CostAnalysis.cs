using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Planning;

/// <summary>
/// How many objects an operation asks for at most, told before anything runs: one for each field that has fields of its own, times
/// the sizes of all lists around it. A size argument of a field that is no list itself (a connection) counts for the lists directly below it.
/// </summary>
/// <remarks>
/// The selection is an upper bound: conditions are taken as true and alternatives of a union added up. The form is made once an
/// operation; sizes that come from variables are put in for each request.
/// </remarks>
internal sealed class CostAnalysis
{
    private readonly ExecutorOptions options;
    private readonly ExecutableSchema schema;
    private readonly IReadOnlyDictionary<string, FragmentDefinitionNode> fragments;
    private readonly Dictionary<(string, NamedType), CountedSelection> known = [];
    private readonly CountedSelection root;
    private readonly OperationCost? constant;
    private bool dependsOnVariables;

    public CostAnalysis(
        ExecutableSchema schema,
        OperationDefinitionNode operation,
        ObjectType root,
        IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
        ExecutorOptions options)
    {
        this.options = options;
        this.schema = schema;
        this.fragments = fragments;
        this.root = Form(operation.SelectionSet, root);
        known.Clear();
        if (!dependsOnVariables) constant = Evaluate(CoercedVariables.None);
    }

    /// <summary>The cost of one request, and the lists that are too long.</summary>
    public OperationCost For(CoercedVariables variables) => constant ?? Evaluate(variables);

    private OperationCost Evaluate(CoercedVariables variables)
    {
        var evaluation = new OperationCost(variables, options);
        evaluation.Cost = evaluation.Of(root, null);
        return evaluation;
    }

    private CountedSelection Form(SelectionSetNode selectionSet, NamedType type)
    {
        var selection = new CountedSelection();
        Add(selectionSet, type, selection);
        return selection;
    }

    private void Add(SelectionSetNode selectionSet, NamedType type, CountedSelection selection)
    {
        foreach (var node in selectionSet.Selections)
        {
            switch (node)
            {
                case FieldNode { SelectionSet: { } below } field when Definition(type, field.Name.Value) is { } definition:
                    selection.Fields.Add(Form(field, definition, below));
                    break;
                case InlineFragmentNode inline:
                    Add(inline.SelectionSet, Type(inline.TypeCondition) ?? type, selection);
                    break;
                case FragmentSpreadNode spread when fragments.TryGetValue(spread.Name.Value, out var fragment):
                    selection.Fragments.Add(Form(fragment, type));
                    break;
            }
        }
    }

    private CountedSelection Form(FragmentDefinitionNode fragment, NamedType type)
    {
        if (known.TryGetValue((fragment.Name.Value, type), out var formed)) return formed;
        var selection = known[(fragment.Name.Value, type)] = new();
        Add(fragment.SelectionSet, Type(fragment.TypeCondition) ?? type, selection);
        return selection;
    }

    private CountedField Form(FieldNode node, FieldDefinition definition, SelectionSetNode below)
    {
        var sizes = new List<SizeArgument>();
        foreach (var name in options.ListSizeArguments.Concat(options.ListStartArguments))
        {
            if (definition.Arguments.Find(name) is not { } argument) continue;
            var written = node.Arguments.Find(name);
            if (written?.Value is VariableNode) dependsOnVariables = true;
            if ((written?.Value ?? argument.DefaultValue) is { } value)
                sizes.Add(new(name, value, argument.DefaultValue, written ?? (SyntaxNode)node));
        }

        return new(definition, definition.Type.Nullable is ListType, [.. sizes], Form(below, definition.Type.Named));
    }

    private NamedType? Type(NamedTypeNode? condition) => condition is null ? null : schema.Schema.FindType(condition.Name.Value);

    private FieldDefinition? Definition(NamedType type, string name) =>
        type is ObjectType objectType ? schema.FieldOf(objectType, name) : (type as FieldedType)?.Fields.Find(name);
}
