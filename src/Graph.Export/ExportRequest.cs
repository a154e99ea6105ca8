namespace Graph.Export;

/// <summary>What is asked of an export.</summary>
/// <param name="Format">The form.</param>
/// <param name="Part">What of the graph.</param>
public sealed record ExportRequest(IOutputFormat Format, GraphPart Part)
{
    /// <summary>See <see cref="ExportPlan.IsPlain"/>.</summary>
    public bool IsPlain { get; init; }

    /// <summary>
    /// Long texts are written too, whatever their terms: for those who keep the graph. Of the formats JSON Lines alone has a place
    /// for them.
    /// </summary>
    public bool WithTexts { get; init; }
}
