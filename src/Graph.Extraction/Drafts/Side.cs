namespace Graph.Extraction.Drafts;

/// <summary>The parties of an act that a person may change.</summary>
public enum Side
{
    /// <summary>Those who act.</summary>
    Accusers,

    /// <summary>Those against whom the act is.</summary>
    Accused,
}
