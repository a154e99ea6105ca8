namespace Graph.Import.Sources;

/// <summary>What is said of zip archives.</summary>
internal static class ArchiveMessages
{
    public static string TooManyMembers(int members, int limit) =>
        $"The archive has {members:N0} members, and at most {limit:N0} are read; divide it.";

    public static string Encrypted() => "The member is encrypted; unpack the archive with its password, and import what is in it.";

    public static string NoMembers() => "The archive is empty.";

    public static string Damaged() =>
        "The archive is damaged or cut off: the list of its members, which stands at its end, cannot be read. Fetch it anew.";

    public static string IsPipe() => "An archive is read from a file, not from a pipe: what is in it is listed at its end. Save it first.";

    public static string Nested() =>
        "This is packed twice: an archive inside an archive is not unpacked. Unpack the outer one, and import what is in it.";
}
