using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Tests.Validation;

/// <summary>The cases of <c>*-rules.txt</c>: a document a line, below it <c>=&gt;</c> each fault it must be told.</summary>
internal static class RuleCases
{
    private const string Fault = "  => ";

    public static Schema Schema { get; } = Schema.Build(Read("schema.graphql"));

    public static IEnumerable<(string Document, string[] Faults)> From(string file)
    {
        string? document = null;
        var faults = new List<string>();
        foreach (var line in Read(file).Split('\n'))
        {
            if (line.StartsWith(Fault, StringComparison.Ordinal)) faults.Add(line[Fault.Length..]);
            if (line.StartsWith('#') || line.StartsWith("  ", StringComparison.Ordinal) || line.Length == 0) continue;
            if (document is not null) yield return (document, [.. faults]);
            document = line;
            faults.Clear();
        }
        yield return (document!, [.. faults]);
    }

    /// <summary>The faults as the files write them.</summary>
    public static string[] Told(IEnumerable<GraphQLError> errors)
    {
        string[] told = [.. errors.Select(error => $"{error.Message} ({string.Join(", ", error.Locations)})").Order(StringComparer.Ordinal)];
        return told.Length == 0 ? ["valid"] : told;
    }

    public static DocumentNode Parse(string document) => Parser.ParseDocument(document);

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Validation", file));
}
