using System.Text.Json;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.Cli.Output.Rows;

/// <summary>
/// A field of an answer, known from the operation alone: so that a table has its columns, in the order in which they were asked
/// for, whatever the answer holds. What fragments select of one key is put together.
/// </summary>
/// <param name="key">The response key.</param>
/// <param name="isList">Whether its value is a list.</param>
/// <param name="isEdge">Whether it is the <c>node</c> of an edge, which columns do not name.</param>
internal sealed class SelectedField(string key, bool isList, bool isEdge)
{
    /// <summary>The response key.</summary>
    public string Key => key;

    /// <summary>Whether its value is a list.</summary>
    public bool IsList => isList;

    /// <summary>Whether it is the <c>node</c> of an edge, which columns do not name.</summary>
    public bool IsNodeOfEdge => isEdge;

    /// <summary>What is selected of it, in order; empty for scalars.</summary>
    public List<SelectedField> Fields { get; } = [];

    /// <summary>The root fields of an operation that was answered.</summary>
    /// <param name="schema">What the document was answered over.</param>
    /// <param name="document">The document.</param>
    /// <param name="operation">Which operation of it; null for its only one.</param>
    /// <param name="variables">The variables given, for <c>@skip</c> and <c>@include</c>; undefined for none.</param>
    public static IReadOnlyList<SelectedField> Of(Schema schema, DocumentNode document, string? operation, JsonElement variables)
    {
        var asked = document.Definitions.OfType<OperationDefinitionNode>().First(one => operation is null || one.Name?.Value == operation);
        var fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(one => one.Name.Value, StringComparer.Ordinal);
        var root = new SelectedField("", false, false);
        new Reading(schema, fragments, asked, variables).Add(asked.SelectionSet, schema.RootType(asked.Operation)!, root);
        return root.Fields;
    }

    private sealed class Reading(
        Schema schema,
        Dictionary<string, FragmentDefinitionNode> fragments,
        OperationDefinitionNode operation,
        JsonElement variables)
    {
        public void Add(SelectionSetNode selections, NamedType type, SelectedField parent)
        {
            foreach (var selection in selections.Selections)
            {
                if (IsLeftOut(selection)) continue;
                switch (selection)
                {
                    case FieldNode field:
                        Add(field, type, parent);
                        break;
                    case InlineFragmentNode inline:
                        Add(inline.SelectionSet, Named(inline.TypeCondition) ?? type, parent);
                        break;
                    case FragmentSpreadNode spread when fragments.TryGetValue(spread.Name.Value, out var fragment):
                        Add(fragment.SelectionSet, Named(fragment.TypeCondition) ?? type, parent);
                        break;
                }
            }
        }

        private void Add(FieldNode field, NamedType type, SelectedField parent)
        {
            var fields = (type as FieldedType)?.Fields;
            var returned = fields?.Find(field.Name.Value)?.Type;
            var selected = parent.Fields.Find(known => known.Key == field.ResponseKey);
            if (selected is null)
            {
                var isEdge = field.Name.Value == "node" && fields?.Find("cursor") is not null;
                parent.Fields.Add(selected = new(field.ResponseKey, returned?.Nullable is ListType, isEdge));
            }

            if (field.SelectionSet is { } below && returned is not null) Add(below, returned.Named, selected);
        }

        private NamedType? Named(NamedTypeNode? condition) => condition is null ? null : schema.FindType(condition.Name.Value);

        private bool IsLeftOut(SelectionNode selection) => selection.Directives.Any(directive => directive.Name.Value switch
        {
            "skip" => IsTrue(directive) == true,
            "include" => IsTrue(directive) == false,
            _ => false,
        });

        private bool? IsTrue(DirectiveNode directive) => directive.Arguments.FirstOrDefault()?.Value switch
        {
            BooleanValueNode literal => literal.Value,
            VariableNode variable when variables.ValueKind == JsonValueKind.Object && variables.TryGetProperty(variable.Name.Value, out var given) =>
                given.ValueKind == JsonValueKind.True,
            VariableNode variable =>
                (operation.VariableDefinitions.FirstOrDefault(one => one.Variable.Name.Value == variable.Name.Value)?.DefaultValue
                as BooleanValueNode)?.Value,
            _ => null,
        };
    }
}
