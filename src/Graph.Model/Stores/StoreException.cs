namespace Graph.Model.Stores;

/// <summary>The one exception of the stores. Its message is a sentence for people: what, where, how to mend it.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Creates it.</summary>
    public StoreException(StoreFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    /// <summary>What went wrong.</summary>
    public StoreFault Fault { get; }
}
