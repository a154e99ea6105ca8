namespace Graph.Cli.Questions;

/// <summary>How many of the rows of a query were read.</summary>
internal enum RowsRead
{
    /// <summary>None: it was not answered, which is told.</summary>
    None,

    /// <summary>As many as were wanted at most; there may be more.</summary>
    First,

    /// <summary>All.</summary>
    All,
}
