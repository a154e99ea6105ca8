namespace Graph.Export;

/// <summary>How much of a graph an export reads by one statement.</summary>
internal static class PageSizes
{
    /// <summary>The fields of a statement where their order does not matter.</summary>
    public const int ManyFields = 8;

    /// <summary>Nodes of a page.</summary>
    public const int NodesAtOnce = 2_000;

    /// <summary>Nodes of a page where each may have a text of a hundred thousand characters.</summary>
    public const int NodesWithTextsAtOnce = 100;

    /// <summary>Nodes whose relationships the first page reads; the next ones read more or fewer, as <see cref="NextRows"/> says.</summary>
    public const int FirstRows = 100;

    /// <summary>Relationships of one node along one field that a page reads; a busier node is read on alone.</summary>
    public const int EdgesAtOnce = 1_000;

    /// <summary>Relationships that a busy node is read on with.</summary>
    public const int EdgesOfOneNode = 10_000;

    /// <summary>Pages of some thousand records: nodes are read by the hundred where they are busy, by the thousand where they are not.</summary>
    public static int NextRows(int rows, int records) => records switch
    {
        < 4_000 => Math.Min(rows * 2, NodesAtOnce),
        > 16_000 => Math.Max(rows / 2, 10),
        _ => rows,
    };
}
