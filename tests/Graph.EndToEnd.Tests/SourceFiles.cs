using System.Globalization;

namespace Graph.EndToEnd.Tests;

/// <summary>What no analyzer counts: columns and lines of the sources.</summary>
public sealed class SourceFiles
{
    private const int MostColumns = 150;
    private const int MostLines = 300;
    private const int MostLinesOfNineInTen = 150;
    private const int MostLinesOfHalf = 60;

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

    [Fact]
    public void AreShortAsARule()
    {
        int[] lengths = [.. Sources().Select(file => file.Lines.Length).Order()];
        var half = lengths[lengths.Length / 2];
        var nineInTen = lengths[lengths.Length * 9 / 10];
        Assert.True(half <= MostLinesOfHalf, $"Half of the files should have {MostLinesOfHalf} lines at most, but have {half}; cut long ones by subject.");
        Assert.True(
            nineInTen <= MostLinesOfNineInTen,
            $"Nine in ten files should have {MostLinesOfNineInTen} lines at most, but have {nineInTen}; cut the longest by subject.");
    }

    private static IEnumerable<(string Name, string[] Lines)> Sources() =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Repository.Root, file)
        where !name.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin" or "node_modules")
        select (name, File.ReadAllLines(file));
}
