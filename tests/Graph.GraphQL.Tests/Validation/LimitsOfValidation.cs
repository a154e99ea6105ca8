using System.Text;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;
using Graph.GraphQL.Validation;

namespace Graph.GraphQL.Tests.Validation;

public sealed class LimitsOfValidation
{
    private static readonly Schema Loop = Schema.Build("type Query { a: Query b: Query c(x: Int): Int s: String }");

    [Fact]
    public void SuggestionsCanBeSwitchedOff() => Assert.Equal(
        ["Cannot query field \"nam\" on type \"Person\". (1:12)", "Unknown argument \"di\" on field \"Query.person\". (1:28)"],
        Told("{ person { nam } p: person(di: 1) { id } }", new() { Suggestions = false }));

    [Fact]
    public void ErrorsAreCappedWithOneMoreThatSaysSo()
    {
        var errors = DocumentValidator.Validate(Loop, Parser.ParseDocument("{ " + Repeat("zzz ", 50) + "}"), new() { MaxErrors = 3 });
        Assert.Equal(4, errors.Count);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[3].Message);
        Assert.Empty(errors[3].Locations);
    }

    [Fact]
    public void IntrospectionCanBeSwitchedOffButNotTheNameOfAType() => Assert.Equal(
        ["GraphQL introspection has been disabled, but the requested query contained the field \"__schema\". (1:3)"],
        Told("{ __schema { queryType { name } } __typename }", new() { AllowIntrospection = false }));

    [Fact]
    public void TheDepthOfIntrospectionCanBeLeftFree()
    {
        const string deep = "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }";
        Assert.Equal(["Maximum introspection depth exceeded (1:3)"], Told(deep, new()));
        Assert.Equal(["valid"], Told(deep, new() { LimitIntrospectionDepth = false }));
    }

    public static TheoryData<string> Overlapping =>
    [
        "{" + Repeat("s ", 100_000) + "}",
        "{" + Repeat("a{s} ", 40_000) + "}",
        "{" + Repeat(Repeat("a{", 180) + "s" + Repeat("}", 180) + " ", 350) + "}",
        "{...F0}" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"fragment F{i} on Query{{a{{...F{i + 1}}}b{{...F{i + 1}}}}}"))
            + "fragment F3000 on Query{s}",
        "{...F0}" + string.Concat(Enumerable.Range(0, 6000).Select(i => $"fragment F{i} on Query{{s ...F{i + 1}}}")) + "fragment F6000 on Query{s}",
    ];

    // Counted in fields looked at, not in milliseconds: a busy machine must not fail the test. A pair by pair comparison would need billions.
    [Theory]
    [MemberData(nameof(Overlapping))]
    public void TwoHundredKilobytesOfOverlappingFieldsNeedWorkInProportion(string document) =>
        Assert.Empty(DocumentValidator.Validate(Loop, Parser.ParseDocument(document), new() { MaxFieldComparisons = 310_000 }));

    [Fact]
    public void AConflictAmongVeryManyFieldsIsFound() =>
        Assert.Contains(
            "Fields \"x\" conflict",
            DocumentValidator.Validate(Loop, Parser.ParseDocument("{" + Repeat("x:a{s} ", 20_000) + "x:b{s}}"))[0].Message,
            StringComparison.Ordinal);

    [Fact]
    public void DocumentsThatOverlapInTooManyWaysAreRefusedInsteadOfCompared()
    {
        var document = new StringBuilder("{...F0}");
        for (var i = 0; i < 2000; i++) document.Append($"fragment F{i} on Query{{...F{i + 1} a{{...F{i + 1}}}}}");
        document.Append("fragment F2000 on Query{s}");
        var errors = DocumentValidator.Validate(Loop, Parser.ParseDocument(document.ToString()));
        Assert.Equal(ValidationMessages.TooManyComparisons, Assert.Single(errors).Message);
    }

    [Fact]
    public void OperationsThatReachTooManyFragmentsAreRefusedInsteadOfChecked()
    {
        var document = new StringBuilder();
        for (var i = 0; i < 1000; i++) document.Append($"query Q{i}{{s ...F0}} fragment F{i} on Query{{s ...F{i + 1}}}");
        document.Append("fragment F1000 on Query{s}");
        var errors = DocumentValidator.Validate(Loop, Parser.ParseDocument(document.ToString()));
        Assert.Equal(ValidationMessages.TooManyReachedFragments, errors[^1].Message);
    }

    [Fact]
    public void LongCirclesOfFragmentsEnd()
    {
        var circle = "{...F0}" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"fragment F{i} on Query{{...F{(i + 1) % 5000}}}"));
        Assert.StartsWith(
            "Cannot spread fragment \"F0\" within itself via \"F1\"",
            Assert.Single(DocumentValidator.Validate(Loop, Parser.ParseDocument(circle))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void DamagedDocumentsAreValidatedWithoutACrash()
    {
        var random = new Random(20250902);
        var seeds = RuleCases.From("executable-rules.txt").Select(found => found.Document.Split(' ')).ToArray();
        string[] names = [.. seeds.SelectMany(seed => seed).Where(IsName).Distinct()];
        var read = 0;
        for (var round = 0; round < 3_000; round++)
        {
            var seed = seeds[random.Next(seeds.Length)].ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var at = random.Next(seed.Length);
                if (IsName(seed[at])) seed[at] = names[random.Next(names.Length)];
            }
            var text = string.Join(' ', seed);
            if (!Parser.TryParseDocument(text, null, out var document, out _)) continue;
            read++;
            foreach (var error in DocumentValidator.Validate(RuleCases.Schema, document)) Assert.NotEmpty(error.Message);
        }
        Assert.True(read > 500, $"Only {read} of the damaged documents could be read.");
    }

    private static bool IsName(string word) => word.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    private static string[] Told(string document, ValidationOptions options) =>
        RuleCases.Told(DocumentValidator.Validate(RuleCases.Schema, RuleCases.Parse(document), options));

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
