using System.Text.Encodings.Web;
using System.Text.Json;

namespace Graph.Api.Tests.Answers;

/// <summary>
/// Each query of the folder beside, over the fixture, with its answer. <c>@neo4j/graphql</c> 7.6 on the same graph gives
/// the same, except to those that begin with "ours", which it does not know.
/// </summary>
[Collection(OverTheFixture.Name)]
public sealed class AnswerOfAQuery(FixtureGraph graph)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Answers", "Queries");
    private static readonly JsonSerializerOptions Legible = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void IsAsApproved(string name) => Approved.Match(
        $"Queries/{name}.json",
        JsonSerializer.Serialize(graph.Data(File.ReadAllText(Path.Combine(Folder, name + ".graphql"))), Legible) + "\n");
}
