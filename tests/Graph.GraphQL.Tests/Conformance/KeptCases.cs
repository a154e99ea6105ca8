using Graph.GraphQL.Conformance;

namespace Graph.GraphQL.Tests.Conformance;

/// <summary>The cases beside the conformance program, with graphql-js's answers: see its README.</summary>
internal static class KeptCases
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "kept-cases.jsonl"));

    /// <summary>The lines of one mode.</summary>
    public static IEnumerable<string> Of(string mode) => Lines.Where(line => line.StartsWith($"{{\"id\":\"{mode}-", StringComparison.Ordinal));

    /// <summary>The documents, right and wrong, executable and not.</summary>
    public static IEnumerable<string> Documents => Lines.Select(Case.Parse).Select(kept => kept.Document ?? kept.Schema!);
}
