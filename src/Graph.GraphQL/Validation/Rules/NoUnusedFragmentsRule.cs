using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.5.1.4: a fragment is reached by some operation.</summary>
internal sealed class NoUnusedFragmentsRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.DocumentEnd;

    public override void DocumentEnd(DocumentNode node)
    {
        var used = new HashSet<string>();
        foreach (var operation in node.Definitions.OfType<OperationDefinitionNode>())
            foreach (var fragment in Context.ReferencedFragments(operation)) used.Add(fragment.Name.Value);
        foreach (var fragment in node.Definitions.OfType<FragmentDefinitionNode>())
            if (!used.Contains(fragment.Name.Value)) Context.Report(ValidationMessages.UnusedFragment(fragment.Name.Value), fragment);
    }
}
