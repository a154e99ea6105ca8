using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.5.2.3: a fragment is spread only where its type is possible.</summary>
internal sealed class PossibleFragmentSpreadsRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.InlineFragment | Visits.FragmentSpread;

    public override void InlineFragment(InlineFragmentNode node)
    {
        if (Context.Type is not CompositeType type || Context.ParentType is not { } parent || Context.Schema.Overlap(type, parent)) return;
        Context.Report(ValidationMessages.ImpossibleFragment(parent.Name, type.Name), node);
    }

    public override void FragmentSpread(FragmentSpreadNode node)
    {
        if (Context.ParentType is not { } parent || Context.Fragment(node.Name.Value) is not { } fragment) return;
        if (Context.Schema.FindType(fragment.TypeCondition.Name.Value) is not CompositeType type || Context.Schema.Overlap(type, parent)) return;
        Context.Report(ValidationMessages.ImpossibleSpread(node.Name.Value, parent.Name, type.Name), node);
    }
}
