using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 3.3: a document defines one schema at most.</summary>
internal sealed class LoneSchemaDefinitionRule(ValidationContext context) : ValidationRule(context)
{
    private bool isDefined;

    public override Visits Interests => Visits.Schema;

    public override void Schema(SchemaNode node)
    {
        if (node is not SchemaDefinitionNode) return;
        if (isDefined) Context.Report(ValidationMessages.TooManySchemaDefinitions, node);
        isDefined = true;
    }
}
