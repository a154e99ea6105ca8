using System.Runtime.CompilerServices;

namespace Graph.Tests;

/// <summary>Texts that a person has read and approved. <c>APPROVE=1</c> writes them anew, to be read in the diff.</summary>
internal static class Approved
{
    /// <summary>Holds a text against a file beside the test, or named from the root of the checkout by a leading <c>/</c>.</summary>
    public static void Match(string file, string actual, [CallerFilePath] string here = "")
    {
        var path = file[0] == '/' ? Path.Combine(Root(here), file[1..]) : Path.Combine(Path.GetDirectoryName(here)!, file);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{file} is not approved yet; run the tests once with APPROVE=1 and read it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Root(string here)
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Graph.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
