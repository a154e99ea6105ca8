using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.5.1.3: a fragment applies to an object, interface or union type.</summary>
internal sealed class FragmentsOnCompositeTypesRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.InlineFragment | Visits.Fragment;

    public override void InlineFragment(InlineFragmentNode node)
    {
        if (node.TypeCondition is not { } condition || IsCompositeOrUnknown(condition)) return;
        Context.Report(ValidationMessages.FragmentOnNonComposite(condition.Name.Value), condition);
    }

    public override void Fragment(FragmentDefinitionNode node)
    {
        if (IsCompositeOrUnknown(node.TypeCondition)) return;
        Context.Report(ValidationMessages.FragmentOnNonComposite(node.Name.Value, node.TypeCondition.Name.Value), node.TypeCondition);
    }

    private bool IsCompositeOrUnknown(NamedTypeNode condition) => Context.Schema.FindType(condition.Name.Value) is null or CompositeType;
}
