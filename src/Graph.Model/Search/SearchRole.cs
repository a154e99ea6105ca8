namespace Graph.Model.Search;

/// <summary>What a searchable property is to its node; the weightier stand first, and so do what they find.</summary>
public enum SearchRole
{
    /// <summary>Its name.</summary>
    Name,

    /// <summary>Another name of it.</summary>
    Alias,

    /// <summary>A title, which speaks of what the node is about.</summary>
    Title,

    /// <summary>Text.</summary>
    Text,
}
