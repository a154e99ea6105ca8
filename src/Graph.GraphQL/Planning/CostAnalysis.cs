using System.Collections.Immutable;
using System.Globalization;
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
    private readonly Dictionary<(string, NamedType), Selection> known = [];
    private readonly Selection root;
    private readonly Evaluation? constant;
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
    public Evaluation For(CoercedVariables variables) => constant ?? Evaluate(variables);

    private Evaluation Evaluate(CoercedVariables variables)
    {
        var evaluation = new Evaluation(variables, options);
        evaluation.Cost = evaluation.Of(root, null);
        return evaluation;
    }

    private Selection Form(SelectionSetNode selectionSet, NamedType type)
    {
        var selection = new Selection();
        Add(selectionSet, type, selection);
        return selection;
    }

    private void Add(SelectionSetNode selectionSet, NamedType type, Selection selection)
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

    private Selection Form(FragmentDefinitionNode fragment, NamedType type)
    {
        if (known.TryGetValue((fragment.Name.Value, type), out var formed)) return formed;
        var selection = known[(fragment.Name.Value, type)] = new();
        Add(fragment.SelectionSet, Type(fragment.TypeCondition) ?? type, selection);
        return selection;
    }

    private Field Form(FieldNode node, FieldDefinition definition, SelectionSetNode below)
    {
        var sizes = new List<Sizing>();
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

    /// <summary>The fields of one selection that have fields of their own.</summary>
    internal sealed class Selection
    {
        public List<Field> Fields { get; } = [];

        public List<Selection> Fragments { get; } = [];
    }

    internal sealed record Field(FieldDefinition Definition, bool IsList, ImmutableArray<Sizing> Sizes, Selection Below);

    internal sealed record Sizing(string Argument, ValueNode Value, ValueNode? Default, SyntaxNode Place);

    /// <summary>The cost with the sizes of one request put in.</summary>
    internal sealed class Evaluation(CoercedVariables variables, ExecutorOptions options)
    {
        private readonly Dictionary<(Selection, int), double> costs = [];

        public double Cost { get; set; }

        public List<GraphQLError> Faults { get; } = [];

        public double Of(Selection selection, int? inherited)
        {
            // Selections shared by fragments are computed once for each size, so time is bounded by the document's.
            if (costs.TryGetValue((selection, inherited ?? -1), out var known)) return known;
            var cost = 0.0;
            foreach (var field in selection.Fields) cost += Of(field, inherited);
            foreach (var fragment in selection.Fragments) cost += Of(fragment, inherited);
            return costs[(selection, inherited ?? -1)] = cost;
        }

        private double Of(Field field, int? inherited)
        {
            var size = SizeOf(field);
            var below = 1 + Of(field.Below, field.IsList ? null : size);
            return field.IsList ? below * (size ?? inherited ?? options.Limits.AssumedListItems) : below;
        }

        private int? SizeOf(Field field)
        {
            int? size = null;
            foreach (var sizing in field.Sizes)
            {
                if (Read(sizing) is not { } found) continue;
                if (found < 0)
                {
                    Faults.Add(new(ExecutionMessages.NegativeSize(field.Definition, sizing.Argument, found), sizing.Place));
                    continue;
                }

                if (!options.ListSizeArguments.Contains(sizing.Argument)) continue;
                size = Math.Max(size ?? 0, found);
                if (found > options.Limits.MaxListItems)
                    Faults.Add(
                        new(ExecutionMessages.PageTooLarge(field.Definition, sizing.Argument, found, options.Limits.MaxListItems), sizing.Place));
            }

            return size;
        }

        private int? Read(Sizing sizing)
        {
            if (sizing.Value is not VariableNode variable) return Literal(sizing.Value);
            if (!variables.TryGet(variable, out var value)) return Literal(sizing.Default);
            return value as int?;
        }

        private static int? Literal(ValueNode? value) =>
            value is IntValueNode number
                && int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size) ? size : null;
    }
}
