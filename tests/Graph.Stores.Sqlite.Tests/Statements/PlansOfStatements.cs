using System.Runtime.CompilerServices;
using Graph.Benchmarks.Sqlite;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Database;

namespace Graph.Stores.Sqlite.Tests.Statements;

/// <summary>
/// The statements that the questions of a dashboard become, kept in files beside this one. A statement that differs is
/// written to the folder of the built tests; when it is right, it replaces the kept one.
/// </summary>
public sealed class PlansOfStatements : StoreFolder
{
    public static TheoryData<string> Names => [.. Questions.All().Select(question => question.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AQuestionIsOneStatement(string name)
    {
        var statement = await CompileAsync(name);
        var kept = Path.Combine(Folder(), name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal) + ".sql");
        var expected = File.Exists(kept) ? (await File.ReadAllTextAsync(kept)).TrimEnd() : "";
        if (expected != statement) await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, Path.GetFileName(kept)), statement + "\n");
        Assert.Equal(expected, statement);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task NoQuestionIsAnsweredByReadingATableThrough(string name)
    {
        var statement = await CompileAsync(name);
        using var connection = Connection.Open(FilePath, OpenMode.Read);
        var steps = connection.Texts("EXPLAIN QUERY PLAN " + statement, 3);
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal) && !IsShort(step));
    }

    [Fact]
    public async Task TheLatestPageComesInTheOrderOfAnIndex()
    {
        var statement = await CompileAsync("latest page");
        using var connection = Connection.Open(FilePath, OpenMode.Read);
        var steps = connection.Texts("EXPLAIN QUERY PLAN " + statement, 3);
        Assert.Contains(steps, step => step.Contains("USING COVERING INDEX Accusation.saidOn", StringComparison.Ordinal));
        Assert.DoesNotContain("USE TEMP B-TREE FOR ORDER BY", steps);
    }

    private async Task<string> CompileAsync(string name)
    {
        await using var store = await SqliteStore.OpenAsync(FilePath, Ontology.Shipped);
        return store.Compile(PreparedQuery.Of(Questions.All().First(question => question.Name == name).Query)).Statement;
    }

    // What is found already, a list of parameters, and an index that is followed only as far as the page needs.
    private static bool IsShort(string step) =>
        step is "SCAN CONSTANT ROW" || Found.Any(found => step.StartsWith("SCAN " + found, StringComparison.Ordinal))
            || step.Contains("USING COVERING INDEX Accusation.saidOn", StringComparison.Ordinal);

    // Aliases of keys that are found (p, a, d, w), a page as JSON (j), subqueries and lists of parameters.
    private static readonly string[] Found = ["p", "a", "d", "w", "j", "(subquery"];

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
