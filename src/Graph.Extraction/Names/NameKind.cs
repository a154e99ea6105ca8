namespace Graph.Extraction.Names;

/// <summary>What a name names.</summary>
internal enum NameKind
{
    /// <summary>The text does not show it.</summary>
    Unknown,
    Person,
    State,
    Alliance,
    GovernmentBody,
    Media,
    Party,
    Company,
    Group,
    Other,
}
