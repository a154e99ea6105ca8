using Graph.GraphQL.Json;

namespace Graph.GraphQL.Execution;

/// <summary>
/// Parts of one value that must wait: from the first one that does, all others are started, each with a buffer of its own,
/// and put one after the other when all are done. Parts that never wait are never here.
/// </summary>
internal static class ParallelCompletion
{
    private const int BranchBytes = 256;

    /// <param name="first">The part that waits, writing into <paramref name="output"/>.</param>
    /// <param name="from">The index of the next part.</param>
    /// <param name="to">The index after the last part.</param>
    /// <param name="part">Starts a part.</param>
    /// <param name="between">Writes what stands before a part.</param>
    /// <param name="end">Written after the last part.</param>
    /// <param name="output">Takes the parts in order.</param>
    public static async ValueTask<Completion> Finish(
        ValueTask<Completion> first,
        int from,
        int to,
        Func<int, ResponseBuffer, ValueTask<Completion>> part,
        Action<int, ResponseBuffer> between,
        byte end,
        ResponseBuffer output)
    {
        var branches = new ResponseBuffer[to - from];
        var tasks = new Task<Completion>[branches.Length + 1];
        tasks[0] = first.AsTask();
        try
        {
            for (var i = 0; i < branches.Length; i++)
            {
                branches[i] = new(BranchBytes, output.Memory);
                tasks[i + 1] = Start(part, from + i, branches[i]);
            }

            // All of them, also when one fails: nobody may write into a buffer that was given back.
            var completions = await Task.WhenAll(tasks);
            if (completions.Contains(Completion.Failed)) return Completion.Failed;
            for (var i = 0; i < branches.Length; i++)
            {
                between(from + i, output);
                output.Write(branches[i]);
                branches[i].Dispose();
            }

            output.WriteByte(end);
            return Completion.Written;
        }
        finally
        {
            foreach (var branch in branches) branch?.Dispose();
        }
    }

    private static async Task<Completion> Start(Func<int, ResponseBuffer, ValueTask<Completion>> part, int index, ResponseBuffer output) =>
        await part(index, output);
}
