namespace Graph.GraphQL.Execution;

/// <summary>Ends an execution when the client has gone or <see cref="RequestLimits.Timeout"/> is over.</summary>
internal sealed class ExecutionTimeout : IDisposable
{
    private readonly CancellationTokenSource source;
    private readonly CancellationTokenRegistration link;

    public ExecutionTimeout(ExecutorOptions options, CancellationToken cancellationToken)
    {
        source = new(options.Limits.Timeout, options.Time);
        link = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
    }

    public CancellationToken Token => source.Token;

    public bool IsOver => source.IsCancellationRequested;

    public void Dispose()
    {
        link.Dispose();
        source.Dispose();
    }
}
