using Graph.Api.Serving;
using Graph.GraphQL.Execution;

namespace Graph.Server.Views;

/// <summary>How views are served.</summary>
/// <param name="Executor">Limits and caches of each.</param>
/// <param name="Gate">Where the statements of all take turns.</param>
internal sealed record ViewPlan(ExecutorOptions Executor, StatementGate Gate)
{
    /// <summary>There may be many views: each keeps so many times fewer plans, documents and bytes of answers than the whole graph.</summary>
    private const int Share = 4;

    /// <summary>Whether gateways can take their APIs as parts of larger ones.</summary>
    public bool IsSubgraph { get; init; }

    /// <summary>How many there are at a time.</summary>
    public int MaxViews { get; init; } = Limits.Views;

    /// <summary>Bytes that one may have on the disk.</summary>
    public long MaxBytes { get; init; } = Limits.ViewBytes;

    /// <summary>Bytes that all may have together.</summary>
    public long MaxAllBytes { get; init; } = Limits.AllViewBytes;

    /// <summary>As the whole graph is served, with less memory for each.</summary>
    public static ViewPlan Of(ExecutorOptions whole, StatementGate gate)
    {
        var limits = whole.Limits with
        {
            MaxCachedDocuments = whole.Limits.MaxCachedDocuments / Share,
            MaxCachedDocumentBytes = whole.Limits.MaxCachedDocumentBytes / Share,
            MaxCachedPlans = whole.Limits.MaxCachedPlans / Share,
            MaxCachedPlanBytes = whole.Limits.MaxCachedPlanBytes / Share,
            MaxUnsentBytes = whole.Limits.MaxUnsentBytes / Share,
        };
        return new(whole with { Limits = limits }, gate);
    }
}
