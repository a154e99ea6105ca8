namespace Graph.Server.Access;

/// <summary>A server cannot listen where it is told to. Its message is a sentence: where, why, and how to mend it.</summary>
public sealed class CannotListenException : Exception
{
    internal CannotListenException(string message, bool isWrongUsage = false, Exception? inner = null)
        : base(message, inner) => IsWrongUsage = isWrongUsage;

    /// <summary>What was given is no address; otherwise it is one, and this machine or another program does not allow it.</summary>
    public bool IsWrongUsage { get; }
}
