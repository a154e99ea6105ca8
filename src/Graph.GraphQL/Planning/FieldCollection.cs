using System.Collections.Immutable;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Planning;

/// <summary>
/// CollectFields and CollectSubfields (sections 6.3.2 and 6.4.3): the fields selected on one object type, fragments and type
/// conditions applied, <c>@skip</c> and <c>@include</c> evaluated, fields of one response key together, in the order of first use.
/// </summary>
internal sealed class FieldCollection(Schema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, CoercedVariables variables)
{
    /// <summary>Groups of fields by response key, in order.</summary>
    public List<List<FieldNode>> Collect(ObjectType type, IEnumerable<SelectionSetNode> selectionSets)
    {
        var groups = new Groups();
        foreach (var selectionSet in selectionSets) Collect(type, selectionSet, groups);
        return groups.InOrder;
    }

    private void Collect(ObjectType type, SelectionSetNode selectionSet, Groups groups)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (!IsIncluded(selection.Directives)) continue;
            switch (selection)
            {
                case FieldNode field:
                    groups.Add(field);
                    break;
                case InlineFragmentNode inline when Applies(inline.TypeCondition, type):
                    Collect(type, inline.SelectionSet, groups);
                    break;
                case FragmentSpreadNode spread when groups.Visit(spread.Name.Value) && fragments.TryGetValue(spread.Name.Value, out var fragment)
                    && Applies(fragment.TypeCondition, type):
                    Collect(type, fragment.SelectionSet, groups);
                    break;
            }
        }
    }

    private bool Applies(NamedTypeNode? condition, ObjectType type) =>
        condition is null || condition.Name.Value == type.Name
            || (schema.FindType(condition.Name.Value) is CompositeType { IsAbstract: true } named && schema.IsSubType(named, type));

    private bool IsIncluded(ImmutableArray<DirectiveNode> directives) =>
        directives.IsEmpty || (Condition(directives, "skip") is not true && Condition(directives, "include") is not false);

    private bool? Condition(ImmutableArray<DirectiveNode> directives, string name)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value != name || schema.Directives.Find(name) is not { } definition) continue;
            return LiteralCoercion.Arguments(definition.Arguments, directive.Arguments, directive, variables)["if"] as bool?;
        }

        return null;
    }

    /// <summary>Fields by response key, and the fragments that were looked into: each counts once (section 6.3.2).</summary>
    private sealed class Groups
    {
        private readonly Dictionary<string, List<FieldNode>> byKey = [];
        private HashSet<string>? visited;

        public List<List<FieldNode>> InOrder { get; } = [];

        public bool Visit(string fragment) => (visited ??= []).Add(fragment);

        public void Add(FieldNode field)
        {
            if (!byKey.TryGetValue(field.ResponseKey, out var group))
            {
                byKey[field.ResponseKey] = group = [];
                InOrder.Add(group);
            }

            group.Add(field);
        }
    }
}
