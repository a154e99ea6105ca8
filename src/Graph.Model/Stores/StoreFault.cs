namespace Graph.Model.Stores;

/// <summary>What can go wrong with a store.</summary>
public enum StoreFault
{
    /// <summary>It cannot be reached or opened.</summary>
    Unavailable,

    /// <summary>It refuses the credentials or the access.</summary>
    Refused,

    /// <summary>There is no such database or file.</summary>
    NotFound,

    /// <summary>It takes no writes: read-only file, user or server.</summary>
    ReadOnly,

    /// <summary>Another writer holds it.</summary>
    Busy,

    /// <summary>No space is left.</summary>
    Full,

    /// <summary>The statement took longer than allowed.</summary>
    Timeout,

    /// <summary>It is of a newer or older version than this program knows.</summary>
    Version,

    /// <summary>The file is damaged, or no store at all.</summary>
    Damaged,

    /// <summary>Its graph does not fit the ontology.</summary>
    Ontology,

    /// <summary>Something else; the message has the database's own words.</summary>
    Other,
}
