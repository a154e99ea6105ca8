namespace Graph.Model.Changes;

/// <summary>
/// Changes of one transaction as a store keeps them: numbered without gaps from 1 over the whole life of the graph, packed, and never
/// changed again.
/// </summary>
/// <param name="First">The number of its first change; 0 until the store has given it one.</param>
/// <param name="Count">How many changes it has.</param>
/// <param name="Run">The run that made them; 0 where nobody began one.</param>
/// <param name="At">When.</param>
/// <param name="Types">The types of the records, each once: a reader of other types need not unpack it.</param>
/// <param name="Data">The changes, packed; empty where only the rest was asked for.</param>
public sealed record ChangeChunk(long First, int Count, long Run, DateTimeOffset At, IReadOnlyList<string> Types, ReadOnlyMemory<byte> Data)
{
    /// <summary>Changes of one chunk: as many as a batch has records, some megabytes when they are unpacked.</summary>
    public const int MaxChanges = 10_000;

    /// <summary>Bytes of one chunk before it is packed, after which another begins: records with long texts are fewer to a chunk.</summary>
    public const int MaxBytes = 4 << 20;

    /// <summary>Days for which changes are kept where nobody says how long: whoever follows the graph may rest for a season.</summary>
    public const int KeptDays = 90;

    /// <summary>The number of its last change.</summary>
    public long Last => First + Count - 1;

    /// <summary>The types as one text.</summary>
    public string TypesText => string.Join(' ', Types);

    /// <summary>The changes in their order, unpacked as far as they are asked for.</summary>
    /// <param name="skipped">So many of the first are left out.</param>
    /// <exception cref="InvalidDataException">The data are damaged.</exception>
    public IEnumerable<RecordChange> Read(long skipped = 0) => ChangeText.Read(Data, skipped);
}
