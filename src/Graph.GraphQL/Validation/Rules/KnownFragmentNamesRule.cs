using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.5.2.1: a fragment that is spread is defined.</summary>
internal sealed class KnownFragmentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.FragmentSpread;

    public override void FragmentSpread(FragmentSpreadNode node)
    {
        if (Context.Fragment(node.Name.Value) is null) Context.Report(ValidationMessages.UnknownFragment(node.Name.Value), node.Name);
    }
}
