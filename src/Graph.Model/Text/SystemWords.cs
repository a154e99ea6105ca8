namespace Graph.Model.Text;

/// <summary>What the system or a library says of a fault, within a sentence of ours.</summary>
public static class SystemWords
{
    /// <summary>The words with one full stop: some messages end as a sentence does, others do not.</summary>
    /// <param name="words">What was said.</param>
    public static string Ended(string words) => words.TrimEnd('.') + ".";
}
