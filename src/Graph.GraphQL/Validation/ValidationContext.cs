using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation;

/// <summary>What rules know: the document, the schema (none while a type system document itself is checked), and where the walk stands.</summary>
internal sealed class ValidationContext(DocumentNode document, Schema? schema, ValidationOptions options)
{
    private readonly List<GraphQLError> errors = [];
    private Dictionary<string, FragmentDefinitionNode>? fragments;
    private Dictionary<SelectionSetNode, List<FragmentSpreadNode>>? spreads;
    private Dictionary<OperationDefinitionNode, List<FragmentDefinitionNode>>? referenced;
    private int reached;

    public DocumentNode Document { get; } = document;

    /// <summary>The schema of an executable document. Rules of type system documents must not touch it.</summary>
    public Schema Schema => schema!;

    public bool HasSchema => schema is not null;

    public ValidationOptions Options { get; } = options;

    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <summary>The definition that is being walked.</summary>
    public DefinitionNode? Definition { get; set; }

    /// <summary>The composite type whose fields are being selected; null where it is not known.</summary>
    public CompositeType? ParentType { get; set; }

    /// <summary>The type of the field or fragment that is being walked; null where it is not known.</summary>
    public GraphQLType? Type { get; set; }

    /// <summary>The definition of the field that is being walked; null where it is not known.</summary>
    public FieldDefinition? Field { get; set; }

    /// <summary>The directive whose arguments are being walked; null for those of a field.</summary>
    public DirectiveNode? Directive { get; set; }

    /// <summary>The definition of the argument that is being walked; null where it is not known.</summary>
    public InputValueDefinition? Argument { get; set; }

    /// <summary>Variables used by each operation and fragment, without those of the fragments it spreads.</summary>
    public Dictionary<ExecutableDefinitionNode, List<VariableUsage>> VariableUsages { get; } = [];

    /// <exception cref="ValidationAbortedException">The limit of errors is reached; the walk ends here.</exception>
    public void Report(string message, params ReadOnlySpan<SyntaxNode?> nodes)
    {
        if (errors.Count < Options.MaxErrors)
        {
            errors.Add(new(message, nodes));
            return;
        }
        Abort(ValidationMessages.TooManyErrors);
    }

    /// <summary>Ends the walk with one last error, where going on would take too long.</summary>
    private void Abort(string message)
    {
        errors.Add(new(message));
        throw new ValidationAbortedException();
    }

    public string Suggest(string input, IEnumerable<string> options, string? what = null) =>
        Options.Suggestions ? DidYouMean.Sentence(DidYouMean.Nearest(input, options), what) : "";

    public string SuggestInputField(string input, InputObjectType type) =>
        Options.Suggestions ? DidYouMean.Sentence(DidYouMean.InputFields(input, type)) : "";

    public FragmentDefinitionNode? Fragment(string name)
    {
        if (fragments is null)
        {
            fragments = [];
            foreach (var definition in Document.Definitions)
                if (definition is FragmentDefinitionNode fragment) fragments[fragment.Name.Value] = fragment;
        }
        return fragments.GetValueOrDefault(name);
    }

    /// <summary>The fragments spread anywhere below a selection set, without following them.</summary>
    public List<FragmentSpreadNode> FragmentSpreads(SelectionSetNode selectionSet)
    {
        spreads ??= [];
        if (spreads.TryGetValue(selectionSet, out var known)) return known;
        var found = spreads[selectionSet] = [];
        var open = new Stack<SelectionSetNode>();
        open.Push(selectionSet);
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                switch (selection)
                {
                    case FragmentSpreadNode spread: found.Add(spread); break;
                    case FieldNode { SelectionSet: { } below }: open.Push(below); break;
                    case InlineFragmentNode fragment: open.Push(fragment.SelectionSet); break;
                }
            }
        }
        return found;
    }

    /// <summary>The fragments an operation reaches, each once, however deep.</summary>
    public List<FragmentDefinitionNode> ReferencedFragments(OperationDefinitionNode operation)
    {
        referenced ??= [];
        if (referenced.TryGetValue(operation, out var fragments)) return fragments;
        referenced[operation] = fragments = [];
        var seen = new HashSet<string>();
        var open = new Stack<SelectionSetNode>();
        open.Push(operation.SelectionSet);
        while (open.TryPop(out var set))
        {
            foreach (var spread in FragmentSpreads(set))
            {
                if (!seen.Add(spread.Name.Value) || Fragment(spread.Name.Value) is not { } fragment) continue;
                fragments.Add(fragment);
                reached += 1 + UsagesOf(fragment).Count;
                if (reached > Options.MaxReachedFragments) Abort(ValidationMessages.TooManyReachedFragments);
                open.Push(fragment.SelectionSet);
            }
        }
        return fragments;
    }

    /// <summary>The variables an operation uses, in its own selections and in those of the fragments it reaches.</summary>
    public IEnumerable<VariableUsage> RecursiveVariableUsages(OperationDefinitionNode operation)
    {
        foreach (var usage in UsagesOf(operation)) yield return usage;
        foreach (var fragment in ReferencedFragments(operation))
            foreach (var usage in UsagesOf(fragment)) yield return usage;
    }

    private List<VariableUsage> UsagesOf(ExecutableDefinitionNode definition) => VariableUsages.TryGetValue(definition, out var usages) ? usages : [];
}

/// <summary>A place where a variable stands.</summary>
/// <param name="Node">The variable.</param>
/// <param name="Type">The type expected there; null where it is not known.</param>
/// <param name="HasDefault">Whether the argument or input field has a default of its own.</param>
/// <param name="ParentType">The type around it, for a field of an input object or an item of a list.</param>
internal sealed record VariableUsage(VariableNode Node, GraphQLType? Type, bool HasDefault, GraphQLType? ParentType);

/// <summary>Ends the walk when a limit is reached; the last error says which.</summary>
internal sealed class ValidationAbortedException : Exception;
