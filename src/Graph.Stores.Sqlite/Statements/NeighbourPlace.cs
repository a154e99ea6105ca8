using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>A step from the node at hand, by the names of its columns.</summary>
/// <param name="Step">The step.</param>
/// <param name="Table">The relationship's table, whose alias is <c>r</c>.</param>
/// <param name="Start">The key of the node at hand.</param>
internal sealed record NeighbourPlace(NeighbourStep Step, RelationshipTable Table, string Start)
{
    /// <summary>The column of the neighbour.</summary>
    public string Far { get; } = $"r.\"{RelationshipTable.FarOf(Step.Direction)}\"";

    /// <summary>Several relationships may lead to one neighbour.</summary>
    public bool IsParallel => Table.Type.MayBeParallel;

    /// <summary>The relationships of the node: what stands after FROM, to which conditions may be added.</summary>
    public string From => $"{Quote(Table.Table)} AS r WHERE r.\"{RelationshipTable.NearOf(Step.Direction)}\" = {Start}";

    /// <summary>How many different neighbours there are.</summary>
    public string Number => $"SELECT count({(IsParallel ? "DISTINCT " + Far : "*")}) FROM {From}";
}
