using System.Text;
using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>What a researcher is told of a dossier that is no sound YAML or has another form, word for word.</summary>
public sealed class FormOfADossier : DossierChecks
{
    [Fact]
    public Task NotYaml() => Told(
        "actors:\n  - person: Medinsky: adviser\n",
        "dossier.yaml:2:21: This is not YAML: While scanning a plain scalar value, found invalid mapping. Quote text that holds ': ' or ' #' or begins with one of [ { * & ! | > % @ `.");

    [Fact]
    public Task TabsForIndentation() => Told(
        "actors:\n\t- person: Medinsky\n",
        "dossier.yaml:2:1: This is not YAML: While scanning a mapping, found invalid tab as indentation. Indent with spaces.");

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# nothing yet\n")]
    [InlineData("---\n")]
    [InlineData("~")]
    public Task Empty(string text) => Told(
        text,
        "dossier.yaml: The file holds no dossier; write at least one of actors, offices, places, events, documents, claims, accusations.");

    [Fact]
    public Task AList() =>
        Told("- person: Medinsky\n", "dossier.yaml:1:1: A dossier is a mapping of fields such as 'actors:' and 'accusations:'; this is a list.");

    [Fact]
    public Task SectionOfTheWrongType() => Told(
        "actors:\n  person: Medinsky\n",
        "dossier.yaml:2:3: 'actors' must be a list, each item beginning with '- '; this is a mapping.");

    [Fact]
    public Task ItemOfTheWrongType() => Told(
        "actors:\n  - Medinsky\n",
        "dossier.yaml:2:5: 'actors' must be a list of mappings, each item beginning with '- field: value'; this is 'Medinsky'.");

    [Fact]
    public Task TextOfTheWrongType() => Told(
        "actors:\n  - person: [Medinsky]\n",
        "dossier.yaml:2:13: 'person' must be text; this is a list: put it into quotation marks if it is text.");

    [Fact]
    public Task UnknownSection() => Told(
        Sound + Accusation.Replace("accusations", "acusations"),
        "dossier.yaml:10:1: 'acusations' is not a field of a dossier; did you mean 'accusations'?");

    [Fact]
    public Task UnknownFieldWithNothingNear() => Told(
        "places:\n  - name: Istanbul\n    population: 15000000\n",
        "dossier.yaml:3:5: 'population' is not a field of a place; its fields are id, name, latitude, longitude, state.");

    [Fact]
    public Task EmptyField() =>
        Told("actors:\n  - person: '  '\n", "dossier.yaml:2:13: 'person' is empty; leave it out where there is nothing to say.");

    [Fact]
    public Task FieldTwice() => Told(
        "actors:\n  - person: Medinsky\n    wikidata: Q1\n    wikidata: Q2\n",
        "dossier.yaml:4:5: 'wikidata' is written twice, first on line 3; keep one.");

    [Theory]
    [InlineData("2025-02-30")]
    [InlineData("2025-6-2")]
    [InlineData("02.06.2025")]
    [InlineData("2025-06")]
    [InlineData("2025-06-02T10:00:00Z")]
    public Task ADateThatIsNoDate(string day) => Told(
        Sound + Accusation + $"    saidOn: {day}\n    noEvidence: test\n",
        $"dossier.yaml:15:13: 'saidOn' must be a day of the calendar written as 2025-06-02; this is '{day}'.");

    [Fact]
    public Task AnAlias() => Told(
        "actors:\n  - &m { person: Medinsky }\n  - *m\n",
        "dossier.yaml:3:5: '*m' refers to an anchor, which a dossier may not do; write the value out, or quote it if it is text.");

    [Fact]
    public Task ABombOfAliasesStaysSmall()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 40; i++) bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat("*a" + (i - 1), 10))}]\n");
        return ToldFirst(bomb.ToString(), "dossier.yaml:1:1: 'a0' is not a field of a dossier; its fields are title, id, dataset, actors, offices, places, events, documents, claims, accusations.");
    }

    [Fact]
    public Task DeepNesting() => Told(
        new string('[', 100_000),
        "dossier.yaml:1:65: This is nested more than 64 levels deep; a dossier needs eight.");

    [Fact]
    public Task ACharacterThatNoTextMayHold() => Told(
        "actors:\n  - person: \"Med\\0insky\"\n",
        "dossier.yaml:2:13: 'person' holds the character U+0000, which no text may hold; remove it.");

    [Fact]
    public Task ASecondDocument() =>
        Told("title: one\n---\ntitle: two\n", "dossier.yaml:2:1: A second YAML document begins here; put it into a file of its own.");
}
