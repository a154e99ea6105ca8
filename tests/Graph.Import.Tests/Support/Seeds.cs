namespace Graph.Import.Tests.Support;

/// <summary>The dossiers that ship with the product.</summary>
internal static class Seeds
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "seeds")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("seeds/");
        return Path.Combine(folder, "seeds");
    }
}
