namespace Graph.Import.Pipeline;

/// <summary>Which ends of a relationship are numbers whose nodes are not known yet.</summary>
[Flags]
internal enum OpenEnds : byte
{
    /// <summary>Both ends are own ids.</summary>
    None = 0,

    /// <summary>The start is a number.</summary>
    Start = 1,

    /// <summary>The end is a number.</summary>
    End = 2,
}
