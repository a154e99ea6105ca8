using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation.Overlap;

/// <summary>
/// Fields of one response key, parted into those that may meet on one object: those on the same object type, each with all that are
/// not on an object type.
/// </summary>
internal sealed class FieldPartition
{
    private readonly Dictionary<ObjectType, List<SelectedField>> onObjects = [];
    private readonly List<SelectedField> elsewhere = [];

    public FieldPartition(List<SelectedField> group)
    {
        foreach (var field in group)
        {
            if (field.Parent is not ObjectType type)
            {
                elsewhere.Add(field);
                continue;
            }
            if (!onObjects.TryGetValue(type, out var list)) onObjects[type] = list = [];
            list.Add(field);
        }
    }

    /// <summary>How many object types there are fields on.</summary>
    public int Types => onObjects.Count;

    /// <summary>How many fields are not on an object type.</summary>
    public int Elsewhere => elsewhere.Count;

    /// <summary>The fields that may meet, for each object type.</summary>
    public List<List<SelectedField>> Parts() => [.. onObjects.Values.Select(list => (List<SelectedField>)[.. elsewhere, .. list])];
}
