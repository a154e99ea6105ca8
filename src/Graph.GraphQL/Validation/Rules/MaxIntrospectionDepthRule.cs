using System.Runtime.CompilerServices;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Refuses introspection that nests lists of types three deep: each level multiplies the size of the answer.</summary>
internal sealed class MaxIntrospectionDepthRule(ValidationContext context) : ValidationRule(context)
{
    private const int TooDeep = 3;

    public override Visits Interests => Visits.Field;

    public override void Field(FieldNode node)
    {
        if (!Context.Options.LimitIntrospectionDepth || node.Name.Value is not ("__schema" or "__type") || node.SelectionSet is null) return;
        if (IsTooDeep(node.SelectionSet, 0, [], [])) Context.Report(ValidationMessages.IntrospectionTooDeep, node);
    }

    // `path` holds the fragments that are being followed, `harmless` those that were followed to their end at a depth.
    private bool IsTooDeep(SelectionSetNode selectionSet, int depth, HashSet<string> path, HashSet<(string Fragment, int Depth)> harmless)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return true;
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    var below = depth + (field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields" ? 1 : 0);
                    if (below >= TooDeep || (field.SelectionSet is not null && IsTooDeep(field.SelectionSet, below, path, harmless))) return true;
                    break;
                case InlineFragmentNode inline:
                    if (IsTooDeep(inline.SelectionSet, depth, path, harmless)) return true;
                    break;
                case FragmentSpreadNode spread:
                    var name = spread.Name.Value;
                    if (harmless.Contains((name, depth)) || Context.Fragment(name) is not { } fragment || !path.Add(name)) break;
                    if (IsTooDeep(fragment.SelectionSet, depth, path, harmless)) return true;
                    path.Remove(name);
                    harmless.Add((name, depth));
                    break;
            }
        }
        return false;
    }
}
