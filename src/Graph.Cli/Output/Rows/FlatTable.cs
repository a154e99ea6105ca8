namespace Graph.Cli.Output.Rows;

/// <summary>Rows of a flat table: named columns, a cell of text or none for each.</summary>
/// <param name="Columns">The names.</param>
/// <param name="Rows">The rows; a missing value is null.</param>
internal sealed record FlatTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows);
