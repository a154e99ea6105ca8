using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Documents;

/// <summary>
/// Limits on the form of a document, checked before its validation, which costs more. Looks at every part of the text once: a
/// fragment's depth is found once, however often it is used.
/// </summary>
internal sealed class LimitCheck
{
    private readonly RequestLimits limits;
    private readonly Dictionary<string, FragmentDefinitionNode> fragments = [];
    private readonly Dictionary<string, Size> sizes = [];
    private readonly List<GraphQLError> faults = [];
    private int aliases;

    private LimitCheck(RequestLimits limits) => this.limits = limits;

    /// <summary>The limits that a document breaks, each told once.</summary>
    public static IReadOnlyList<GraphQLError> Check(DocumentNode document, RequestLimits limits)
    {
        var check = new LimitCheck(limits);
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>()) check.fragments.TryAdd(fragment.Name.Value, fragment);
        foreach (var definition in document.Definitions.OfType<ExecutableDefinitionNode>()) check.Check(definition);
        check.CheckExpansion(document);
        return check.faults;
    }

    private void CheckExpansion(DocumentNode document)
    {
        var expansion = new DocumentExpansion(document);
        if (expansion.Fields > limits.MaxFields)
        {
            faults.Add(expansion.MostMultiplied(extent => extent.Fields) is { } most
                ? new(
                    DocumentMessages.TooManyFields(expansion.Fields, limits.MaxFields, most.Fragment.Name.Value, most.Times, most.Count),
                    most.Fragment)
                : new(DocumentMessages.TooManyFields(expansion.Fields, limits.MaxFields)));
        }

        if (expansion.Values > limits.MaxValues)
        {
            faults.Add(expansion.MostMultiplied(extent => extent.Values) is { } most
                ? new(
                    DocumentMessages.TooManyValues(expansion.Values, limits.MaxValues, most.Fragment.Name.Value, most.Times, most.Count),
                    most.Fragment)
                : new(DocumentMessages.TooManyValues(expansion.Values, limits.MaxValues)));
        }
    }

    private void Check(ExecutableDefinitionNode definition)
    {
        Directives(definition.Directives);
        var size = definition is FragmentDefinitionNode fragment ? SizeOf(fragment) : SizeOf(definition.SelectionSet);
        if (definition is not OperationDefinitionNode operation) return;
        if (size.Levels > FixedLimits.MaxLevels) faults.Add(new(DocumentMessages.TooManyLevels(Name(operation), FixedLimits.MaxLevels), operation));
        if (size.Depth > limits.MaxDepth) faults.Add(new(DocumentMessages.TooDeep(Name(operation), size.Depth, limits.MaxDepth), operation));
        if (size.Fields > limits.MaxRootFields)
            faults.Add(new(DocumentMessages.TooManyRootFields(Name(operation), size.Fields, limits.MaxRootFields), operation));
    }

    private static string Name(OperationDefinitionNode operation) =>
        operation.Name is null ? "The operation" : $"Operation \"{operation.Name.Value}\"";

    private Size SizeOf(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name.Value;
        if (sizes.TryGetValue(name, out var known)) return known;
        // A fragment that contains itself is met again while it is being looked at; validation will refuse it.
        sizes[name] = default;
        return sizes[name] = RuntimeHelpers.TryEnsureSufficientExecutionStack()
            ? SizeOf(fragment.SelectionSet)
            : new(0, 0, FixedLimits.MaxLevels + 1);
    }

    /// <summary>How many fields a selection has on its own level, and how deep it goes.</summary>
    private Size SizeOf(SelectionSetNode selectionSet)
    {
        var (depth, fields, levels) = (0, 0L, 0);
        foreach (var selection in selectionSet.Selections)
        {
            Directives(selection.Directives);
            var size = selection switch
            {
                FieldNode field => field.SelectionSet is null ? Size.OfLeaf : SizeOf(field.SelectionSet).AsField(),
                InlineFragmentNode inline => SizeOf(inline.SelectionSet),
                FragmentSpreadNode spread when fragments.TryGetValue(spread.Name.Value, out var fragment) => SizeOf(fragment),
                _ => default,
            };
            depth = Math.Max(depth, size.Depth);
            fields += size.Fields;
            levels = Math.Max(levels, size.Levels);
            if (selection is FieldNode { Alias: { } alias }) Check(alias);
        }

        return new(depth, Math.Min(fields, int.MaxValue), levels + 1);
    }

    private void Check(NameNode alias)
    {
        if (++aliases == limits.MaxAliases + 1) faults.Add(new(DocumentMessages.TooManyAliases(limits.MaxAliases), alias));
        if (alias.Value.Length > limits.MaxAliasCharacters)
            faults.Add(new(DocumentMessages.AliasTooLong(alias.Value.Length, limits.MaxAliasCharacters), alias));
    }

    private void Directives(ImmutableArray<DirectiveNode> directives)
    {
        if (directives.Length > limits.MaxDirectives)
            faults.Add(new(DocumentMessages.TooManyDirectives(directives.Length, limits.MaxDirectives), directives[limits.MaxDirectives]));
    }

    /// <param name="Depth">Levels of fields.</param>
    /// <param name="Fields">Fields on the first level, repetitions included.</param>
    /// <param name="Levels">Levels of fields and fragments.</param>
    private readonly record struct Size(int Depth, long Fields, int Levels)
    {
        public static Size OfLeaf { get; } = new(1, 1, 0);

        public Size AsField() => new(Depth + 1, 1, Levels);
    }
}
