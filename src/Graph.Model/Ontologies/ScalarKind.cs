namespace Graph.Model.Ontologies;

/// <summary>The kind of value that a property holds.</summary>
public enum ScalarKind
{
    /// <summary>GraphQL <c>ID</c>: text, compared by code point.</summary>
    Id,

    /// <summary>Unicode text.</summary>
    String,

    /// <summary>Whole number of 32 bits.</summary>
    Int,

    /// <summary>Whole number of 64 bits; GraphQL carries it as text.</summary>
    BigInt,

    /// <summary>IEEE 754 double; never NaN or infinite.</summary>
    Float,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A day of the proleptic Gregorian calendar, <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>An instant, kept to the microsecond, printed in UTC with milliseconds.</summary>
    DateTime,

    /// <summary>One of the names of an <see cref="EnumType"/>.</summary>
    Enum,
}
