using System.Runtime.CompilerServices;

namespace Graph.Stores.Neo4j.Tests;

/// <summary>Texts that a person has read and approved. <c>APPROVE=1</c> writes them anew, to be read in the diff.</summary>
internal static class Approved
{
    public static void Match(string file, string actual, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, file);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{file} is not approved yet; run the tests once with APPROVE=1 and read it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
