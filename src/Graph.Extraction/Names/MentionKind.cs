namespace Graph.Extraction.Names;

/// <summary>What kind of phrase names somebody or something.</summary>
internal enum MentionKind
{
    /// <summary>He, them, each other.</summary>
    Pronoun,

    /// <summary>A name, perhaps with a title.</summary>
    Name,

    /// <summary>A description whose head may act: the army, critics, the president.</summary>
    Description,

    /// <summary>A description of a thing or an event.</summary>
    Thing,
}
