using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.8.3: a variable that an operation uses, also through fragments, is defined by it.</summary>
internal sealed class NoUndefinedVariablesRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.DocumentEnd;

    public override void DocumentEnd(DocumentNode node)
    {
        foreach (var operation in node.Definitions.OfType<OperationDefinitionNode>())
        {
            var defined = operation.VariableDefinitions.Select(variable => variable.Variable.Name.Value).ToHashSet();
            foreach (var usage in Context.RecursiveVariableUsages(operation))
            {
                var name = usage.Node.Name.Value;
                if (!defined.Contains(name)) Context.Report(ValueMessages.UndefinedVariable(name, operation.Name?.Value), usage.Node, operation);
            }
        }
    }
}
