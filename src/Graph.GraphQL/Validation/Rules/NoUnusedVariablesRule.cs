using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.8.4: a variable that an operation defines is used by it or by a fragment it reaches.</summary>
internal sealed class NoUnusedVariablesRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.DocumentEnd;

    public override void DocumentEnd(DocumentNode node)
    {
        foreach (var operation in node.Definitions.OfType<OperationDefinitionNode>())
        {
            if (operation.VariableDefinitions.IsEmpty) continue;
            var used = Context.RecursiveVariableUsages(operation).Select(usage => usage.Node.Name.Value).ToHashSet();
            foreach (var variable in operation.VariableDefinitions)
            {
                var name = variable.Variable.Name.Value;
                if (!used.Contains(name)) Context.Report(ValueMessages.UnusedVariable(name, operation.Name?.Value), variable);
            }
        }
    }
}
