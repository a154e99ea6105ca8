namespace Graph.EndToEnd.Tests;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Seeds => Path.Combine(Root, "seeds");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Graph.sln"))) folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException("The tests do not run inside a checkout: Graph.sln is in no folder above them.");
    }
}
