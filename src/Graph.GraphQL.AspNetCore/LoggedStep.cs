using System.Globalization;
using System.Text.RegularExpressions;
using Graph.GraphQL.Execution;

namespace Graph.GraphQL.AspNetCore;

/// <summary>A step of a slow operation as the log has it.</summary>
public sealed partial class LoggedStep(OperationStep step)
{
    /// <summary>What it was, such as a statement, on one line; a long one is cut.</summary>
    public string Statement { get; } = Cut(Blanks().Replace(step.What, " "));

    /// <summary>How long it worked.</summary>
    public double Milliseconds => step.Worked.TotalMilliseconds;

    /// <summary>How long it waited for its turn.</summary>
    public double WaitedMilliseconds => step.Waited.TotalMilliseconds;

    /// <summary>How many rows it gave.</summary>
    public long Rows => step.Rows;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds:0.0} ms, {Rows} rows: {Statement}");

    private static string Cut(string text) =>
        text.Length > FixedHttpLimits.MaxLoggedStatementCharacters ? text[..FixedHttpLimits.MaxLoggedStatementCharacters] + "…" : text;

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
