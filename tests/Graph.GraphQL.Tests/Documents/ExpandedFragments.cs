using System.Diagnostics;
using System.Text.Json;
using Graph.GraphQL.Execution;

namespace Graph.GraphQL.Tests.Documents;

public sealed class ExpandedFragments
{
    private const string Sdl = """
        type Query { item(where: Where): Item  node: Node }
        interface Node { id: ID  next: Node }
        type Item implements Node { id: ID  next: Node  item(where: Where): Item }
        type Other implements Node { id: ID  next: Node }
        input Where { a: Int  OR: [Where!] }
        """;

    private readonly RequestExecutor executor = Answers.Executor(Sdl);

    [Theory]
    [InlineData(9, "")]
    [InlineData(10, "The document selects 3071 fields once its fragments are expanded; at most 2000 are answered. Fragment \"F0\" is expanded 1024 times, which makes 1024 of them: spread it in fewer places or send several requests.")]
    [InlineData(17, "The document selects 393215 fields once its fragments are expanded; at most 2000 are answered. Fragment \"F0\" is expanded 131072 times, which makes 131072 of them: spread it in fewer places or send several requests.")]
    [InlineData(28, "The document selects 805306367 fields once its fragments are expanded; at most 2000 are answered. Fragment \"F0\" is expanded 268435456 times, which makes 268435456 of them: spread it in fewer places or send several requests.")]
    public async Task FragmentsCountWhereverTheyAreSpread(int levels, string expected) => Assert.Equal(expected, await Refusal(Doubling(levels)));

    [Fact]
    public async Task AThousandLevelsOfDoublingAreCountedInNoTime()
    {
        var limits = new ExecutorOptions { Parser = new(), Limits = new() { MaxDepth = 10_000, MaxAliases = 10_000 } };
        var executor = Answers.Executor(Sdl, limits: limits);
        var query = Doubling(700);
        var watch = Stopwatch.StartNew();
        Assert.Contains(
            "The document selects a billion or more fields once its fragments are expanded",
            await executor.AnswerAsync(query),
            StringComparison.Ordinal);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 5_000);
    }

    [Fact]
    public async Task FieldsOfAllOperationsCountTogether()
    {
        var operations = string.Join(' ', Enumerable.Range(0, 50).Select(i => $"query Q{i} {{ ...F }}"));
        var query = $"{operations} fragment F on Query {{ {string.Join(' ', Enumerable.Range(0, 41).Select(i => "item { id }"))} }}";
        Assert.Equal(
            "The document selects 4100 fields once its fragments are expanded; at most 2000 are answered. Fragment \"F\" is expanded 50 times, which makes 4100 of them: spread it in fewer places or send several requests.",
            await Refusal(query));
    }

    [Fact]
    public async Task WithoutFragmentsOnlyTheNumberIsTold() => Assert.Equal(
        "The document selects 2002 fields; at most 2000 are answered, so send several requests.",
        await Refusal($"{{ item {{ {string.Join(' ', Enumerable.Repeat("id", 2001))} }} }}"));

    [Fact]
    public async Task ArgumentsInFragmentsCountWhereverTheyAreSpread()
    {
        var where = $"{{OR: [{string.Join(", ", Enumerable.Range(0, 100).Select(i => $"{{a: {i}}}"))}]}}";
        var query = Doubling(8).Replace("{ id }", $"{{ item(where: {where}) {{ id }} }}", StringComparison.Ordinal);
        Assert.Equal(
            "The document gives 51712 values in arguments once its fragments are expanded; at most 20000 are allowed. Fragment \"F0\" is expanded 256 times, which makes 51712 of them: spread it in fewer places or send several requests.",
            await Refusal(query));
    }

    [Fact]
    public async Task WhatIsMergedByItsResponseKeyCountsToo()
    {
        var fragments = string.Join(
            ' ',
            Enumerable.Range(1, 20).Select(i => $"fragment F{i} on Item {{ item {{ ...F{i - 1} }} item {{ ...F{i - 1} }} }}"));
        Assert.StartsWith(
            "The document selects 3145727 fields",
            await Refusal($"{{ item {{ ...F20 }} }} {fragments} fragment F0 on Item {{ id }}"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task FragmentsThatContainThemselvesAreLeftToValidation() => Assert.StartsWith(
        "Cannot spread fragment \"A\" within itself", await Refusal(
            "{ item { ...A } } fragment A on Item { item { ...B ...B } } fragment B on Item { item { ...A ...A } }"), StringComparison.Ordinal);

    private async Task<string> Refusal(string query)
    {
        var answer = JsonElement.Parse(await executor.AnswerAsync(query));
        return answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("message").GetString()! : "";
    }

    private static string Doubling(int levels) => $"{{ item {{ ...F{levels} }} }} "
        + string.Join(
            ' ',
            Enumerable.Range(1, levels).Select(i => $"fragment F{i} on Item {{ a: item {{ ...F{i - 1} }} b: item {{ ...F{i - 1} }} }}"))
        + " fragment F0 on Item { id }";
}
