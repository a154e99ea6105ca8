namespace Graph.Cli.Output;

/// <summary>The forms in which <c>graph query</c> prints an answer.</summary>
internal enum QueryFormat
{
    /// <summary>Columns for people.</summary>
    Table,

    /// <summary>The whole GraphQL response, indented.</summary>
    Json,

    /// <summary>One row a line as JSON.</summary>
    Jsonl,

    /// <summary>RFC 4180, with a header line.</summary>
    Csv,
}
