using System.Reflection;

namespace Graph.Extraction.Text;

/// <summary>The data files of this room, which are part of its assembly: lines without comments.</summary>
internal static class Resources
{
    /// <summary>The lines of a file that say something.</summary>
    /// <param name="name">The file's name, without its folder.</param>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Graph.Extraction." + name)
            ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && !line.StartsWith('#')) yield return line;
    }
}
