using System.Text.Json;
using Engine = Graph.GraphQL.Conformance.Answers;

namespace Graph.GraphQL.Tests.Conformance;

/// <summary>The engine answers the kept cases as graphql-js does: verdict, messages, places, data, order of keys, paths of errors.</summary>
public sealed class AnswersOfTheReference
{
    private const int ShownDifferences = 5;

    [Theory]
    [InlineData("parse")]
    [InlineData("parseSchema")]
    [InlineData("validateSchema")]
    [InlineData("validate")]
    [InlineData("execute")]
    public void EveryKeptCaseIsAnsweredAsTheReferenceDoes(string mode)
    {
        var answers = new Engine();
        var differences = new List<string>();
        var count = 0;
        foreach (var line in KeptCases.Of(mode))
        {
            count++;
            var expected = ReferenceAnswer.Read(JsonElement.Parse(line).GetProperty("expected"), mode);
            var given = ReferenceAnswer.Read(JsonElement.Parse(answers.ToLine(line)), mode);
            if (expected != given) differences.Add($"{line}\nexpected: {expected}\ngiven:    {given}");
        }
        Assert.True(count > 200, $"Only {count} cases of the mode {mode} are kept.");
        Assert.True(differences.Count == 0, $"{differences.Count} of {count} differ:\n\n{string.Join("\n\n", differences.Take(ShownDifferences))}");
    }
}
