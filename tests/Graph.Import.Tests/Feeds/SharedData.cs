using System.Runtime.CompilerServices;

namespace Graph.Import.Tests.Feeds;

/// <summary>Samples of feeds as their sources publish them, which lie beside the checkout where somebody has put them.</summary>
internal static class SharedData
{
    /// <summary>The root of the checkout.</summary>
    public static string Checkout { get; } = Find();

    public static string Folder { get; } = System.IO.Path.Combine(Directory.GetParent(Checkout)!.FullName, "shared", "data");

    public static bool IsThere => Directory.Exists(Folder);

    public static string Path(string name) => System.IO.Path.Combine(Folder, name);

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(System.IO.Path.GetDirectoryName(here)!);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Graph.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}

/// <summary>A test over such samples.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute()
    {
        if (!SharedData.IsThere) Skip = "The samples of feeds are not there: put them into ../shared/data beside the checkout to count them.";
    }
}

/// <summary>A single test over such samples.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (!SharedData.IsThere) Skip = "The samples of feeds are not there: put them into ../shared/data beside the checkout to count them.";
    }
}
