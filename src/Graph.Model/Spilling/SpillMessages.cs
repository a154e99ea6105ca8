using Graph.Model.Text;

namespace Graph.Model.Spilling;

/// <summary>The sentences in which a temporary file that fails is told.</summary>
internal static class SpillMessages
{
    public static string NotKept(string folder, string reason) =>
        $"What a large import has read is remembered in temporary files in '{folder}', and one cannot be written: "
            + $"{SystemWords.Ended(reason)} See that the folder is there and has space, or name another in TMPDIR.";

    public static string NotRead(string folder, string reason) =>
        $"What a large import has read is remembered in temporary files in '{folder}', and one cannot be read: "
            + $"{SystemWords.Ended(reason)} What was written stays; import again, or name another folder in TMPDIR.";
}
