namespace Graph.GraphQL.Execution;

/// <summary>Ends an execution when the client has gone or <see cref="RequestLimits.Timeout"/> is over.</summary>
internal sealed class ExecutionTimeout : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _link;

    public ExecutionTimeout(ExecutorOptions options, CancellationToken cancellationToken)
    {
        _source = new(options.Limits.Timeout, options.Time);
        _link = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    public bool IsOver => _source.IsCancellationRequested;

    public void Dispose()
    {
        _link.Dispose();
        _source.Dispose();
    }
}
