using Graph.Model.Stores;

namespace Graph.Model.Spilling;

/// <summary>From what befalls a temporary file to sentences.</summary>
public static class SpillFaults
{
    /// <summary>A file cannot be made, written or read.</summary>
    public static bool IsOfFile(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>What is told of one that cannot be made or written.</summary>
    public static StoreException NotKept(Exception exception) =>
        new(StoreFault.Full, SpillMessages.NotKept(Path.GetTempPath(), exception.Message), exception);

    /// <summary>What is told of one that cannot be read.</summary>
    public static StoreException NotRead(Exception exception) =>
        new(StoreFault.Unavailable, SpillMessages.NotRead(Path.GetTempPath(), exception.Message), exception);
}
