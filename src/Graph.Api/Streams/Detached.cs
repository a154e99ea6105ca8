namespace Graph.Api.Streams;

/// <summary>Work that goes on after the request that began it, and keeps nothing of it.</summary>
internal static class Detached
{
    /// <summary>Begins it.</summary>
    public static Task Run(Func<Task> work)
    {
        using (ExecutionContext.SuppressFlow()) return Task.Run(work);
    }

    /// <summary>Begins it.</summary>
    public static Task<T> Run<T>(Func<Task<T>> work)
    {
        using (ExecutionContext.SuppressFlow()) return Task.Run(work);
    }
}
