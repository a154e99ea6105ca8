namespace Graph.GraphQL.Validation.Overlap;

/// <summary>Finds out whether two fields of a selection set have one response key, in memory that is used again for the next set.</summary>
internal sealed class RepeatedKeys
{
    // Comparing so few with one another takes less than hashing them.
    private const int Few = 8;

    private readonly HashSet<string> keys = [];

    public bool Repeat(List<SelectedField> fields)
    {
        if (fields.Count > Few)
        {
            keys.Clear();
            foreach (var selected in fields)
                if (!keys.Add(selected.Node.ResponseKey)) return true;
            return false;
        }
        for (var i = 1; i < fields.Count; i++)
            for (var j = 0; j < i; j++)
                if (fields[i].Node.ResponseKey == fields[j].Node.ResponseKey) return true;
        return false;
    }
}
