using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.8.2: variables are of input types.</summary>
internal sealed class VariablesAreInputTypesRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.VariableDefinition;

    public override void VariableDefinition(VariableDefinitionNode node)
    {
        if (Context.Schema.Resolve(node.Type) is { IsInputType: false })
            Context.Report(ValueMessages.NotAnInputType(node.Variable.Name.Value, Printer.Print(node.Type)), node.Type);
    }
}
