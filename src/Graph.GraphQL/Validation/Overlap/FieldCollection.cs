using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation.Overlap;

/// <summary>The fields of each selection set, collected once.</summary>
internal sealed class FieldCollection(ValidationContext context)
{
    private static readonly List<string> NoFragments = [];

    private readonly Dictionary<SelectionSetNode, SelectedFields> collected = [];

    /// <summary>The fields of a selection set on a type.</summary>
    public SelectedFields Of(SelectionSetNode selectionSet, CompositeType? parent)
    {
        if (collected.TryGetValue(selectionSet, out var known)) return known;
        var fields = new List<SelectedField>(selectionSet.Selections.Length);
        List<string>? fragments = null;
        Collect(selectionSet, parent, fields, ref fragments);
        return collected[selectionSet] = new(collected.Count, fields, fragments is null ? NoFragments : [.. fragments.Distinct()]);
    }

    /// <summary>The fields below a field; null when it has no selection.</summary>
    public SelectedFields? Below(SelectedField field) =>
        field.Node.SelectionSet is null ? null : Of(field.Node.SelectionSet, field.Definition?.Type.Named as CompositeType);

    /// <summary>The fields of a fragment; null when it is not defined.</summary>
    public SelectedFields? OfFragment(string name) =>
        context.Fragment(name) is { } fragment ? Of(fragment.SelectionSet, TypeOf(fragment.TypeCondition)) : null;

    private CompositeType? TypeOf(NamedTypeNode condition) => context.Schema.FindType(condition.Name.Value) as CompositeType;

    private void Collect(SelectionSetNode selectionSet, CompositeType? parent, List<SelectedField> fields, ref List<string>? fragments)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    fields.Add(new(field, parent, (parent as FieldedType)?.Fields.Find(field.Name.Value)));
                    break;
                case FragmentSpreadNode spread:
                    (fragments ??= []).Add(spread.Name.Value);
                    break;
                case InlineFragmentNode inline:
                    Collect(inline.SelectionSet, inline.TypeCondition is null ? parent : TypeOf(inline.TypeCondition), fields, ref fragments);
                    break;
            }
        }
    }
}
