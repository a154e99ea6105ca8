namespace Graph.Cli;

/// <summary>The command line asks for what cannot be: its message is shown alone and the exit code is 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
