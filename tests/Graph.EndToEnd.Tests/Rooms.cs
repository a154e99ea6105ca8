using System.Xml.Linq;

namespace Graph.EndToEnd.Tests;

public sealed class Rooms
{
    /// <summary>Who may know whom: each room and the rooms right below it.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Graph.GraphQL"] = [],
        ["Graph.GraphQL.AspNetCore"] = ["Graph.GraphQL"],
        ["Graph.Model"] = ["Graph.GraphQL"],
        ["Graph.Api"] = ["Graph.Model"],
        ["Graph.Stores.Sqlite"] = ["Graph.Model"],
        ["Graph.Stores.Neo4j"] = ["Graph.Model"],
        ["Graph.Stores.Neo4j.OfficialDriver"] = ["Graph.Stores.Neo4j"],
        ["Graph.Import"] = ["Graph.Model"],
        ["Graph.Export"] = ["Graph.Model"],
        ["Graph.Extraction"] = ["Graph.Model"],
        ["Graph.Explorer"] = [],
        ["Graph.Server"] = ["Graph.Api", "Graph.Explorer", "Graph.Export", "Graph.GraphQL.AspNetCore", "Graph.Stores.Sqlite", "Graph.Stores.Neo4j"],
        ["Graph.Cli"] = ["Graph.Server", "Graph.Import", "Graph.Export", "Graph.Extraction"],
    };

    [Fact]
    public void ReferToRoomsBelowOnly()
    {
        var found = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), References, StringComparer.Ordinal);
        Assert.Equal(Allowed.Keys.Order(), found.Keys.Order());
        foreach (var (room, references) in found)
            Assert.True(references.All(Allowed[room].Contains), $"{room} refers to {string.Join(", ", references.Except(Allowed[room]))}.");
    }

    [Fact]
    public void NeedTheWebFrameworkOnlyAtTheFrontDoor() => Assert.Equal(
        ["Graph.GraphQL.AspNetCore", "Graph.Server"],
        Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(file => XDocument.Load(file).Descendants("FrameworkReference").Any()).Select(Path.GetFileNameWithoutExtension).Order());

    [Fact]
    public void AreAllOnTheMap()
    {
        var map = File.ReadAllText(Path.Combine(Repository.Root, "src", "README.md"));
        foreach (var room in Allowed.Keys) Assert.Contains($"`{room}`", map);
    }

    private static string[] References(string project) =>
        [.. XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))];
}
