using System.Runtime.CompilerServices;

namespace Graph.Stores.Tests.Exports;

/// <summary>
/// What others have published about the formats: schemata and vocabularies, in a folder <c>shared/data</c> beside the checkout or above it.
/// </summary>
internal static class Published
{
    /// <summary>A file or folder of it; null where it is not at hand.</summary>
    public static string? Path(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.Path.Combine(folder.FullName, "shared", "data", name) is var path && (File.Exists(path) || Directory.Exists(path))) return path;
        return null;
    }

    /// <summary>A file beside these tests.</summary>
    public static string Beside(string file, [CallerFilePath] string here = "") => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, file);
}

/// <summary>A theory that needs published files, and is skipped without them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedTheoryAttribute : TheoryAttribute
{
    public PublishedTheoryAttribute(string folder)
    {
        if (Published.Path(folder) is null) Skip = $"There is no shared/data/{folder} beside the checkout.";
    }
}

/// <summary>A fact that needs published files, and is skipped without them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedFactAttribute : FactAttribute
{
    public PublishedFactAttribute(string folder)
    {
        if (Published.Path(folder) is null) Skip = $"There is no shared/data/{folder} beside the checkout.";
    }
}
