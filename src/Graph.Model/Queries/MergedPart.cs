namespace Graph.Model.Queries;

/// <summary>What is told of an actor that is merged into another.</summary>
public enum MergedPart
{
    /// <summary>Its id.</summary>
    Id,

    /// <summary>Its name.</summary>
    Name,

    /// <summary>Why it is merged, or null.</summary>
    Because,

    /// <summary>When that was recorded, an instant.</summary>
    At,
}
