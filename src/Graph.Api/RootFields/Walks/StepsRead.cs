namespace Graph.Api.RootFields.Walks;

/// <summary>How steps are read.</summary>
internal enum StepsRead
{
    /// <summary>From nodes that are known.</summary>
    FromNodes,

    /// <summary>From every node.</summary>
    FromAll,

    /// <summary>Between nodes that are known.</summary>
    Between,
}
