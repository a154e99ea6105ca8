using Graph.GraphQL.Planning;

namespace Graph.Api.Planning;

/// <summary>A column that nodes of several types share: for each type its field, or null where the type has none.</summary>
internal sealed class MergedColumn(int types)
{
    public PlannedField?[] Fields { get; } = new PlannedField?[types];

    /// <summary>The field of some type; all are the same in the document.</summary>
    public PlannedField Any => Fields.First(one => one is not null)!;

    public bool IsEverywhere => Fields.All(one => one is not null);
}

/// <summary>
/// The columns of rows whose nodes have different types, and so different selections. A field that several types have from
/// the same place of the document is one column. Columns stand in an order in which each type's fields come in the order of
/// its selection, as responses are written while columns are read; where two types disagree, one field is two columns.
/// </summary>
internal static class MergedColumns
{
    public static List<MergedColumn> Of(IReadOnlyList<IReadOnlyList<PlannedField>> selections)
    {
        var merged = new List<MergedColumn>();
        for (var type = 0; type < selections.Count; type++)
        {
            var next = 0;
            foreach (var field in selections[type])
            {
                if (field.Definition.Name == "__typename") continue;
                var at = merged.FindIndex(next, column => IsSame(column.Any, field));
                if (at < 0)
                {
                    at = next;
                    merged.Insert(at, new(selections.Count));
                }

                merged[at].Fields[type] = field;
                next = at + 1;
            }
        }

        return merged;
    }

    private static bool IsSame(PlannedField one, PlannedField other) => one.ResponseKey == other.ResponseKey
        && (one.Definition.Type.IsLeafType ? one.Definition.Name == other.Definition.Name : one.Nodes.SequenceEqual(other.Nodes));
}
