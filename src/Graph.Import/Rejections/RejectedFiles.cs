using System.Globalization;

namespace Graph.Import.Rejections;

/// <summary>
/// The files of rejected records in a folder: one a run, named by when the run began, so that a run that goes well does not
/// take the list of the one before with it. Only the last few are kept.
/// </summary>
internal static class RejectedFiles
{
    /// <summary>As many as somebody works through; older ones tell of records that have long been mended.</summary>
    private const int Kept = 10;

    private const string Prefix = "rejected-";
    private const string TimeForm = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>What every line of such a file begins with.</summary>
    private const string Beginning = "{\"file\":\"";

    /// <summary>Where a run writes them.</summary>
    /// <param name="path">A folder, or the file itself.</param>
    /// <param name="began">When the run began.</param>
    public static string Of(string path, DateTimeOffset began)
    {
        if (!Directory.Exists(path)) return path;
        var name = Prefix + began.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);
        var file = Path.GetFullPath(Path.Combine(path, name + ".jsonl"));
        for (var i = 2; File.Exists(file); i++) file = Path.GetFullPath(Path.Combine(path, $"{name}-{i}.jsonl"));
        return file;
    }

    /// <summary>Removes all but the last of a folder.</summary>
    public static void KeepLast(string folder)
    {
        var runs = Directory.EnumerateFiles(folder, Prefix + "*.jsonl").Where(file => IsOfRun(file) && BeginsSo(file));
        foreach (var old in runs.OrderByDescending(File.GetLastWriteTimeUtc).Skip(Kept).ToList()) File.Delete(old);
    }

    /// <summary>Whether a file holds rejected records, which are not to be imported with the folder that they were written into.</summary>
    public static bool IsOne(string file) =>
        Path.GetFileName(file).StartsWith("rejected", StringComparison.Ordinal) && file.EndsWith(".jsonl", StringComparison.Ordinal)
            && BeginsSo(file);

    private static bool BeginsSo(string file)
    {
        using var reader = new StreamReader(file);
        var start = new char[Beginning.Length];
        return reader.ReadBlock(start) == start.Length && start.AsSpan().SequenceEqual(Beginning);
    }

    /// <summary>The name that <see cref="Of"/> gives, whatever stands after the time.</summary>
    private static bool IsOfRun(string file) =>
        Path.GetFileName(file)[Prefix.Length..].Split('-', '.') is [var time, ..]
        && DateTime.TryParseExact(time, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
