using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>
/// A row's missing value has no parameter in a <see cref="Keyset"/>, so that a query is another one for each pattern of
/// missing values in the cursors that a request gives.
/// </summary>
/// <param name="missing">The parameters without a value.</param>
internal sealed class MissingKeys(IReadOnlyCollection<int> missing) : SelectionRewriter
{
    /// <summary>The query for cursors in which the values of some parameters are missing.</summary>
    public static LogicalQuery LeaveOut(LogicalQuery query, IReadOnlyCollection<int> missing) => query.With(new MissingKeys(missing));

    /// <inheritdoc/>
    protected override Page Of(Page page) => page with { After = Of(page.After), Before = Of(page.Before) };

    private Keyset? Of(Keyset? keyset) => keyset is null
        ? null
        : new([.. keyset.Values.Select(value => value is not null && missing.Contains(value.Index) ? null : value)]);
}
