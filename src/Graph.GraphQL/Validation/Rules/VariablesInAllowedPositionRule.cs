using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.8.5: a variable stands only where its type is expected.</summary>
internal sealed class VariablesInAllowedPositionRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.DocumentEnd;

    public override void DocumentEnd(DocumentNode node)
    {
        foreach (var operation in node.Definitions.OfType<OperationDefinitionNode>())
        {
            if (operation.VariableDefinitions.IsEmpty) continue;
            var defined = new Dictionary<string, (VariableDefinitionNode Node, GraphQLType? Type)>();
            foreach (var variable in operation.VariableDefinitions)
                defined[variable.Variable.Name.Value] = (variable, Context.Schema.Resolve(variable.Type));
            foreach (var usage in Context.RecursiveVariableUsages(operation))
            {
                if (usage.Type is null || !defined.TryGetValue(usage.Node.Name.Value, out var variable) || variable.Type is null) continue;
                Check(usage, usage.Type, variable.Node, variable.Type);
            }
        }
    }

    private void Check(VariableUsage usage, GraphQLType expected, VariableDefinitionNode variable, GraphQLType type)
    {
        var name = usage.Node.Name.Value;
        if (!IsAllowed(type, variable.DefaultValue, expected, usage.HasDefault))
            Context.Report(ValueMessages.MisplacedVariable(name, type.ToString()!, expected.ToString()!), variable, usage.Node);
        if (usage.ParentType is InputObjectType { IsOneOf: true } parent && type is not NonNullType)
            Context.Report(ValueMessages.OneOfVariableTypeIsNullable(name, type.ToString()!, parent.Name), variable, usage.Node);
    }

    private bool IsAllowed(GraphQLType type, ValueNode? defaultValue, GraphQLType expected, bool hasDefault)
    {
        if (expected is not NonNullType nonNull || type is NonNullType) return Context.Schema.IsSubTypeOf(type, expected);
        var hasOwnDefault = defaultValue is not null and not NullValueNode;
        return (hasOwnDefault || hasDefault) && Context.Schema.IsSubTypeOf(type, nonNull.OfType);
    }
}
