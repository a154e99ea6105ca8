namespace Graph.Import.Tests.Support;

/// <summary>The dossiers that ship with the product.</summary>
internal static class Seeds
{
    public static string Root { get; } = Find();

    public static string Istanbul { get; } = Path.Combine(Root, "istanbul-2025");

    public static string ThailandCambodia { get; } = Path.Combine(Root, "thailand-cambodia-2025");

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "seeds")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("seeds/");
        return Path.Combine(folder, "seeds");
    }
}
