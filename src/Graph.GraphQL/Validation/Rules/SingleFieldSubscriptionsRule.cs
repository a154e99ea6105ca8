using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.2.4.1: a subscription has exactly one root field, always the same, and not one of introspection.</summary>
internal sealed class SingleFieldSubscriptionsRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.Operation;

    public override void Operation(OperationDefinitionNode node)
    {
        if (node.Operation != OperationType.Subscription || Context.Schema.SubscriptionType is not { } root) return;
        var name = node.Name?.Value;
        var (fields, conditions) = Collect(node.SelectionSet, root);
        if (conditions.Count > 0 && Context.Options.Rules == RuleProfile.September2025)
            Context.Report(ValidationMessages.ConditionInSubscription(name), [.. conditions]);
        if (fields.Count > 1)
            Context.Report(ValidationMessages.SeveralSubscriptionFields(name), [.. fields.Skip(1).SelectMany(field => field.Value)]);
        foreach (var (_, nodes) in fields)
            if (nodes[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
                Context.Report(ValidationMessages.IntrospectionInSubscription(name), [.. nodes]);
    }

    // The root fields by response key in their order, and the conditions that would make the result depend on variables.
    private (List<KeyValuePair<string, List<FieldNode>>> Fields, List<SyntaxNode> Conditions) Collect(SelectionSetNode selectionSet, ObjectType root)
    {
        var fields = new List<KeyValuePair<string, List<FieldNode>>>();
        var byKey = new Dictionary<string, List<FieldNode>>();
        var conditions = new List<SyntaxNode>();
        var spreads = new HashSet<string>();
        var open = new Stack<(SelectionSetNode Set, int Next)>();
        open.Push((selectionSet, 0));
        while (open.TryPop(out var place))
        {
            for (var i = place.Next; i < place.Set.Selections.Length; i++)
            {
                var selection = place.Set.Selections[i];
                conditions.AddRange(selection.Directives.Where(directive => directive.Name.Value is "skip" or "include"));
                if (IsLeftOut(selection)) continue;
                if (selection is FieldNode field)
                {
                    if (!byKey.TryGetValue(field.ResponseKey, out var nodes))
                    {
                        byKey[field.ResponseKey] = nodes = [];
                        fields.Add(new(field.ResponseKey, nodes));
                    }
                    nodes.Add(field);
                }
                else if (Inside(selection, root, spreads) is { } inner)
                {
                    open.Push((place.Set, i + 1));
                    open.Push((inner, 0));
                    break;
                }
            }
        }
        return (fields, conditions);
    }

    // A condition that is written as true or false decides without variables.
    private static bool IsLeftOut(SelectionNode selection) => selection.Directives.Any(directive => directive.Name.Value is "skip" or "include"
        && directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "if")?.Value is BooleanValueNode condition
        && condition.Value == (directive.Name.Value == "skip"));

    private SelectionSetNode? Inside(SelectionNode selection, ObjectType root, HashSet<string> spreads)
    {
        if (selection is InlineFragmentNode inline)
            return inline.TypeCondition is null || Applies(inline.TypeCondition, root) ? inline.SelectionSet : null;
        var name = ((FragmentSpreadNode)selection).Name.Value;
        return spreads.Add(name) && Context.Fragment(name) is { } fragment && Applies(fragment.TypeCondition, root) ? fragment.SelectionSet : null;
    }

    private bool Applies(NamedTypeNode condition, ObjectType root) => Context.Schema.FindType(condition.Name.Value) is CompositeType type
        && (type == root || (type.IsAbstract && Context.Schema.IsSubType(type, root)));
}
