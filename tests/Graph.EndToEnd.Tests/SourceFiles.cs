using System.Globalization;

namespace Graph.EndToEnd.Tests;

/// <summary>What no analyzer counts: columns and lines of the sources.</summary>
public sealed class SourceFiles
{
    private const int MostColumns = 150;
    private const int MostLines = 300;

    [Fact]
    public void FitTheScreen() => Assert.Empty(
        from file in Sources()
        from line in file.Lines.Index()
        where new StringInfo(line.Item).LengthInTextElements > MostColumns
        select $"{file.Name}:{line.Index + 1} has more than {MostColumns} columns; break it where the sense breaks.");

    [Fact]
    public void AreEachAboutOneThing() => Assert.Empty(
        from file in Sources()
        where file.Lines.Length > MostLines
        select $"{file.Name} has {file.Lines.Length} lines, more than {MostLines}; cut it in two by subject.");

    private static IEnumerable<(string Name, string[] Lines)> Sources() =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Repository.Root, file)
        where !name.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin" or "node_modules")
        select (name, File.ReadAllLines(file));
}
