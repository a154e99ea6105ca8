namespace Graph.Model.Stores;

/// <summary>Why a record was not written.</summary>
public enum RefusalReason
{
    /// <summary>No node of the named type has the id of a relationship's start.</summary>
    NoStart,

    /// <summary>No node of the named type has the id of a relationship's end.</summary>
    NoEnd,

    /// <summary>A node of another type of the same family has the id.</summary>
    OtherType,

    /// <summary>Another node has the value of a unique property.</summary>
    NotUnique,
}
