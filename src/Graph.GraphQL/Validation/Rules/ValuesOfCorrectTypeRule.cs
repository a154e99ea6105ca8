using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Sections 5.6.1, 5.6.2 and 5.6.4: literals are values of the type expected where they stand.</summary>
internal sealed class ValuesOfCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    private Dictionary<string, VariableDefinitionNode> variables = [];

    public override Visits Interests => Visits.Operation | Visits.VariableDefinition | Visits.Argument;

    public override void Operation(OperationDefinitionNode node)
    {
        variables = [];
        foreach (var variable in node.VariableDefinitions) variables[variable.Variable.Name.Value] = variable;
    }

    public override void VariableDefinition(VariableDefinitionNode node)
    {
        if (node.DefaultValue is not null && Context.Schema.Resolve(node.Type) is { IsInputType: true } type) Check(node.DefaultValue, type);
    }

    public override void Argument(ArgumentNode node)
    {
        if (Context.Argument?.Type is { IsInputType: true } type) Check(node.Value, type);
    }

    private void Check(ValueNode node, GraphQLType type)
    {
        switch (node)
        {
            case VariableNode:
                break;
            case NullValueNode:
                if (type is NonNullType) Context.Report(ValueMessages.WrongValue(type.ToString()!, "null"), node);
                break;
            case ListValueNode list when type.Nullable is ListType expected:
                foreach (var item in list.Values) Check(item, expected.OfType);
                break;
            case ListValueNode:
                CheckLeaf(node, type.Nullable);
                break;
            case ObjectValueNode input when type.Named is InputObjectType expected:
                CheckObject(input, expected);
                break;
            default:
                CheckLeaf(node, type);
                break;
        }
    }

    private void CheckLeaf(ValueNode node, GraphQLType type)
    {
        switch (type.Named)
        {
            case EnumType expected when node is not EnumValueNode:
                var text = Printer.Print(node);
                Context.Report(ValueMessages.NotAnEnumValue(expected.Name, Inspection.Literal(node), SuggestValue(expected, text)), node);
                break;
            case EnumType expected:
                var name = ((EnumValueNode)node).Value;
                if (expected.Values.Find(name) is null)
                    Context.Report(ValueMessages.UnknownEnumValue(expected.Name, name, SuggestValue(expected, name)), node);
                break;
            case ScalarType expected:
                if (Refusal(expected, node) is { } refusal) Context.Report(refusal, node);
                break;
            default:
                Context.Report(ValueMessages.WrongValue(type.ToString()!, Inspection.Literal(node)), node);
                break;
        }
    }

    private string SuggestValue(EnumType type, string value) => Context.Suggest(value, type.Values.Select(known => known.Name), "the enum value");

    private static string? Refusal(ScalarType type, ValueNode node)
    {
        try
        {
            type.Coercion.ParseLiteral(node);
            return null;
        }
        catch (GraphQLException refusal)
        {
            return refusal.Message;
        }
    }

    private void CheckObject(ObjectValueNode node, InputObjectType type)
    {
        var given = new Dictionary<string, ObjectFieldNode>();
        foreach (var field in node.Fields) given[field.Name.Value] = field;
        foreach (var field in type.Fields.AsSpan())
        {
            if (!field.IsRequired || given.ContainsKey(field.Name)) continue;
            Context.Report(ValueMessages.MissingInputField(type.Name, field.Name, field.Type.ToString()!), node);
        }
        if (type.IsOneOf) CheckOneOf(node, type, given);
        foreach (var field in node.Fields)
        {
            if (type.Fields.Find(field.Name.Value) is not { } definition)
            {
                var suggestion = Context.SuggestInputField(field.Name.Value, type);
                Context.Report(ValueMessages.UnknownInputField(field.Name.Value, type.Name, suggestion), field);
            }
            else if (definition.Type.IsInputType)
            {
                Check(field.Value, definition.Type);
            }
        }
    }

    private void CheckOneOf(ObjectValueNode node, InputObjectType type, Dictionary<string, ObjectFieldNode> given)
    {
        if (given.Count != 1)
        {
            Context.Report(ValueMessages.OneOfNeedsOneKey(type.Name), node);
            return;
        }
        var (name, field) = given.First();
        if (field.Value is NullValueNode) Context.Report(ValueMessages.OneOfFieldIsNull(type.Name, name), node);
        if (field.Value is VariableNode variable && variables.TryGetValue(variable.Name.Value, out var definition)
            && definition.Type is not NonNullTypeNode)
            Context.Report(ValueMessages.OneOfVariableIsNullable(variable.Name.Value, type.Name), node);
    }
}
