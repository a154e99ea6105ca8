using Graph.Model.Stores;

namespace Graph.Import.Spilling;

/// <summary>From what befalls a temporary file to sentences.</summary>
internal static class SpillFaults
{
    /// <summary>A file cannot be made, written or read.</summary>
    public static bool IsOfFile(Exception exception) => exception is IOException or UnauthorizedAccessException;

    public static StoreException NotKept(Exception exception) =>
        new(StoreFault.Full, Messages.SpillNotKept(Path.GetTempPath(), exception.Message), exception);

    public static StoreException NotRead(Exception exception) =>
        new(StoreFault.Unavailable, Messages.SpillNotRead(Path.GetTempPath(), exception.Message), exception);
}
