using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.3.3: fields of composite type have a selection, and only those.</summary>
internal sealed class ScalarLeafsRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.Field;

    public override void Field(FieldNode node)
    {
        if (Context.Type is not { } type) return;
        if (type.IsLeafType)
        {
            if (node.SelectionSet is not null)
                Context.Report(ValidationMessages.SelectionOnLeaf(node.Name.Value, type.ToString()!), node.SelectionSet);
        }
        else if (node.SelectionSet is null)
        {
            Context.Report(ValidationMessages.MissingSelection(node.Name.Value, type.ToString()!), node);
        }
    }
}
