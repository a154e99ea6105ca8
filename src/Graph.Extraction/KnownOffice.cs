namespace Graph.Extraction;

/// <summary>An office that somebody held for a time, as a graph has it.</summary>
/// <param name="Title">What the office is called, such as <c>Foreign minister of Russia</c>.</param>
/// <param name="Of">The name of the state or body whose office it is.</param>
/// <param name="Holder">The usual name of who held it.</param>
/// <param name="HolderId">The id of who held it.</param>
/// <param name="Since">The first day, or null where it is not known.</param>
/// <param name="Until">The day from which on somebody else held it, or null where there is none.</param>
public sealed record KnownOffice(string Title, string Of, string Holder, string HolderId, DateOnly? Since, DateOnly? Until);
