using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.8.1: variables of one operation have different names.</summary>
internal sealed class UniqueVariableNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.Operation;

    public override void Operation(OperationDefinitionNode node)
    {
        foreach (var group in Repetition.Find(node.VariableDefinitions, variable => variable.Variable.Name))
            Context.Report(ValueMessages.DuplicateVariable(group[0].Value), [.. group]);
    }
}
