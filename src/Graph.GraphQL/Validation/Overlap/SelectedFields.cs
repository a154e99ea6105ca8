using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation.Overlap;

/// <summary>A field as it is selected on a type.</summary>
/// <param name="Node">The selection.</param>
/// <param name="Parent">The type it is selected on; null where it is not known.</param>
/// <param name="Definition">The field's definition; null where it is not known.</param>
internal sealed record SelectedField(FieldNode Node, CompositeType? Parent, FieldDefinition? Definition);

/// <summary>
/// What a selection set selects itself: its fields, those of inline fragments among them, and the names of the fragments it
/// spreads.
/// </summary>
/// <param name="Id">A number of its own among those of the document.</param>
/// <param name="Fields">The fields in order.</param>
/// <param name="Fragments">The names of spread fragments, each once, in order.</param>
internal sealed record SelectedFields(int Id, List<SelectedField> Fields, List<string> Fragments)
{
    private Dictionary<string, List<SelectedField>>? byKey;

    /// <summary>The fields by response key, in the order in which the keys come.</summary>
    public Dictionary<string, List<SelectedField>> ByKey
    {
        get
        {
            if (byKey is not null) return byKey;
            byKey = [];
            foreach (var selected in Fields)
            {
                if (!byKey.TryGetValue(selected.Node.ResponseKey, out var group)) byKey[selected.Node.ResponseKey] = group = [];
                group.Add(selected);
            }
            return byKey;
        }
    }
}
