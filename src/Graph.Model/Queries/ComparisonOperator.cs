namespace Graph.Model.Queries;

/// <summary>How a value is compared with a parameter. Any operator but <see cref="Includes"/> on a missing value is unknown (null).</summary>
public enum ComparisonOperator
{
    /// <summary>Equal; a list equals a list with the same items in the same order.</summary>
    Equal,

    /// <summary>Less, in the order of the kind (text by code point).</summary>
    Less,

    /// <summary>Less or equal.</summary>
    LessOrEqual,

    /// <summary>Greater.</summary>
    Greater,

    /// <summary>Greater or equal.</summary>
    GreaterOrEqual,

    /// <summary>Text holds the text.</summary>
    Contains,

    /// <summary>Text starts with the text.</summary>
    StartsWith,

    /// <summary>Text ends with the text.</summary>
    EndsWith,

    /// <summary>
    /// Is one of the list parameter's items; no item, no match, even of a missing value. The API lets no null among them: where
    /// one is, stores differ on what is not in the list.
    /// </summary>
    In,

    /// <summary>A list property holds the value.</summary>
    Includes,
}
