namespace Graph.Model.Stores;

/// <summary>What a withdrawal did.</summary>
/// <param name="Removed">Records removed.</param>
/// <param name="Changed">Records that have other values now, those of their other sources.</param>
public readonly record struct WithdrawalCounts(long Removed, long Changed)
{
    /// <summary>Adds two counts.</summary>
    public static WithdrawalCounts operator +(WithdrawalCounts a, WithdrawalCounts b) => new(a.Removed + b.Removed, a.Changed + b.Changed);
}
