namespace Graph.Model.Spilling;

/// <summary>
/// Arrays of the filters of one table, to be used again: its runs are of few lengths and follow one another, and large arrays that are left to the
/// collector stay for long. It goes with its table, where a pool of the whole process would keep them beyond it. Used by one thread at a time.
/// </summary>
internal sealed class WordPool
{
    private readonly Dictionary<int, Stack<ulong[]>> free = [];

    /// <summary>An array of zeros.</summary>
    public ulong[] Rent(int words)
    {
        if (!free.TryGetValue(words, out var arrays) || !arrays.TryPop(out var array)) return new ulong[words];
        Array.Clear(array);
        return array;
    }

    /// <summary>Takes one back.</summary>
    public void Return(ulong[] array)
    {
        if (!free.TryGetValue(array.Length, out var arrays)) free[array.Length] = arrays = [];
        arrays.Push(array);
    }
}
