namespace Graph.Import;

/// <summary>Measures how an import goes on, and tells whoever else wants to know.</summary>
internal sealed class MeasuredProgress(IProgress<ImportProgress>? others) : IProgress<ImportProgress>
{
    private ImportProgress last;

    /// <inheritdoc/>
    public void Report(ImportProgress value)
    {
        ImportMetrics.Went(last, value);
        last = value;
        others?.Report(value);
    }

    /// <summary>The import has ended: what came after the last batch is measured too, and nobody else is told.</summary>
    public void End(in ImportProgress value, ImportOutcome outcome)
    {
        ImportMetrics.Went(last, value);
        ImportMetrics.Ended(outcome, value.Elapsed);
    }
}
