namespace Graph.Api.Tests.Plans;

/// <summary>Each query of the folder beside, with the logical query that it becomes.</summary>
public sealed class PlanOfAQuery
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Plans", "Queries");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void IsAsApproved(string name) => Approved.Match(
        $"Queries/{name}.plan",
        new TestApi(name.StartsWith("films", StringComparison.Ordinal) ? Domains.Films : null).Plan(
            File.ReadAllText(Path.Combine(Folder, name + ".graphql"))));
}
