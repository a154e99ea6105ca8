namespace Graph.Model.Spilling;

/// <summary>The sentences in which a temporary file that fails is told.</summary>
internal static class SpillMessages
{
    public static string NotKept(string folder, string reason) =>
        $"What a large import has read is remembered in temporary files in '{folder}', and one cannot be written: {Ended(reason)} See that "
            + "the folder is there and has space, or name another in TMPDIR.";

    public static string NotRead(string folder, string reason) =>
        $"What a large import has read is remembered in temporary files in '{folder}', and one cannot be read: {Ended(reason)} What was written "
            + "stays; import again, or name another folder in TMPDIR.";

    // Some words of the system end as a sentence does, others do not.
    private static string Ended(string reason) => reason.TrimEnd('.') + ".";
}
