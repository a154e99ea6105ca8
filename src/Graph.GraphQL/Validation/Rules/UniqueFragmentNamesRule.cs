using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.5.1.1: fragments have different names.</summary>
internal sealed class UniqueFragmentNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> known = [];

    public override Visits Interests => Visits.Fragment;

    public override void Fragment(FragmentDefinitionNode node)
    {
        if (!known.TryAdd(node.Name.Value, node.Name))
            Context.Report(ValidationMessages.DuplicateFragment(node.Name.Value), known[node.Name.Value], node.Name);
    }
}
