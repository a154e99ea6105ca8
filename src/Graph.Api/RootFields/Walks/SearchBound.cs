namespace Graph.Api.RootFields.Walks;

/// <summary>Why a search is not complete.</summary>
internal enum SearchBound
{
    /// <summary>There are more of the lengths that are told.</summary>
    Limit,

    /// <summary>There is none within the greatest length.</summary>
    Length,

    /// <summary>It looked at as many steps as it may.</summary>
    Expansions,

    /// <summary>It took as long as it may.</summary>
    Time,
}
