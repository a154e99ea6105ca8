namespace Graph.Import.Tests;

/// <summary>What is said of a line that is wrong.</summary>
public sealed partial class RecordsOfJsonLines
{
    [Theory]
    [InlineData("{\"type\":\"node\",", 15, "This line is not JSON; each line must be one whole record, as apoc.export.json writes it.")]
    [InlineData(
        "{\"type\":\"node\",\"labels\":[\"Claim\"],\"properties\":{\"id\":\"c\",\"text\":\"x\"}}, {}",
        70,
        "This line is not JSON; each line must be one whole record, as apoc.export.json writes it.")]
    [InlineData("{\"type\":\"node\",\"labels\":[\"\\ud800\"]}", 34, "The text holds U+0000 or half of a surrogate pair, which no text may hold.")]
    [InlineData("hello", 1, "This line is not JSON; each line must be one whole record, as apoc.export.json writes it.")]
    [InlineData("42", 1, "A record is a JSON object with 'type', 'labels' or 'label', and 'properties'.")]
    [InlineData("[{}]", 1, "A record is a JSON object with 'type', 'labels' or 'label', and 'properties'.")]
    [InlineData("{}", 1, "A record needs a 'type' that is \"node\" or \"relationship\"; write which of the two it is.")]
    [InlineData("{\"type\":\"edge\"}", 9, "A record needs a 'type' that is \"node\" or \"relationship\"; write which of the two it is.")]
    [InlineData("{\"type\":\"node\"}", 1, "A node has 'labels' and no 'label'.")]
    [InlineData("{\"type\":\"node\",\"labels\":\"Person\"}", 25, "'labels' must be a list of text.")]
    [InlineData("{\"type\":\"node\",\"lables\":[\"Person\"]}", 16, "'lables' is not a field of a record; did you mean 'labels'?")]
    [InlineData(
        "{\"type\":\"node\",\"labels\":[\"Persons\",\"Actor\"]}",
        25,
        "No type of the ontology has the labels [Persons, Actor]; did you mean [Person, Actor]?")]
    [InlineData(
        "{\"type\":\"node\",\"labels\":[\"Claim\"],\"properties\":{\"id\":\"c\",\"txt\":\"x\"}}",
        58,
        "'txt' is not a property of Claim; did you mean 'text'?")]
    [InlineData(
        "{\"type\":\"node\",\"labels\":[\"Claim\"],\"properties\":{\"id\":\"c\",\"weight\":1}}",
        58,
        "'weight' is not a property of Claim; its properties are id, text.")]
    [InlineData("{\"type\":\"node\",\"labels\":[\"Claim\"],\"properties\":{\"id\":\"c\"}}", 1, "Claim needs 'text', text.")]
    [InlineData("{\"type\":\"node\",\"labels\":[\"Claim\"],\"properties\":{\"id\":\"c\",\"text\":null}}", 1, "Claim needs 'text', text.")]
    [InlineData("{\"type\":\"node\",\"labels\":[\"Claim\"],\"properties\":{\"id\":\"\",\"text\":\"x\"}}", 1, "The 'id' of this Claim is empty.")]
    [InlineData("{\"type\":\"node\",\"labels\":[\"Claim\"],\"properties\":{\"id\":\"c\",\"text\":7}}", 65, "'text' of Claim must be text.")]
    [InlineData(
        "{\"type\":\"node\",\"labels\":[\"Claim\"],\"properties\":{\"id\":\"c\",\"text\":\"\\ud800\"}}",
        65,
        "The text holds U+0000 or half of a surrogate pair, which no text may hold.")]
    [InlineData(
        "{\"type\":\"node\",\"labels\":[\"Claim\"],\"properties\":{\"id\":\"c\",\"text\":\"a\\u0000\"}}",
        65,
        "The text holds U+0000 or half of a surrogate pair, which no text may hold.")]
    [InlineData(
        "{\"type\":\"node\",\"labels\":[\"Person\",\"Actor\"],\"properties\":{\"id\":\"ü\",\"name\":\"x\",\"born\":\"1970-02-30\"}}",
        85,
        "'born' of Person must be a day of the calendar written as 2025-06-02.")]
    [InlineData(
        "{\"type\":\"node\",\"labels\":[\"Person\",\"Actor\"],\"properties\":{\"id\":\"x\",\"name\":\"x\",\"aliases\":\"y\"}}",
        88,
        "'aliases' of Person must be a list, each item text.")]
    [InlineData(
        "{\"type\":\"node\",\"labels\":[\"Organization\",\"Actor\"],\"properties\":{\"id\":\"x\",\"name\":\"x\",\"kind\":\"PAPER\"}}",
        91,
        "'kind' of Organization must be one of ALLIANCE, GOVERNMENT_BODY, MEDIA, PARTY, COMPANY, GROUP, OTHER.")]
    [InlineData(
        "{\"type\":\"node\",\"labels\":[\"Place\"],\"properties\":{\"id\":\"x\",\"name\":\"x\",\"latitude\":1e999}}",
        80,
        "'latitude' of Place must be a number from -90 to 90.")]
    [InlineData(
        "{\"type\":\"node\",\"labels\":[\"Evidence\"],\"properties\":{\"id\":\"x\",\"quote\":\"x\",\"startOffset\":1.5}}",
        87,
        "'startOffset' of Evidence must be a whole number of at least 0.")]
    [InlineData("{\"type\":\"relationship\",\"label\":\"MAKE\"}", 32, "The ontology has no relationship 'MAKE'; did you mean 'MADE'?")]
    [InlineData(
        "{\"type\":\"relationship\",\"label\":\"ABOUT\",\"properties\":{\"since\":1}}",
        54,
        "ABOUT carries no properties, and so no 'since'.")]
    [InlineData(
        "{\"type\":\"relationship\",\"label\":\"ABOUT\",\"start\":{\"id\":\"a\"}}",
        1,
        "ABOUT needs 'end', with the 'id' and 'labels' of its node.")]
    [InlineData(
        "{\"type\":\"relationship\",\"label\":\"MADE\",\"start\":{\"id\":\"a\"},\"end\":{\"id\":\"b\"}}",
        1,
        "MADE needs the 'labels' of its 'start': several types may stand there.")]
    [InlineData(
        "{\"type\":\"relationship\",\"label\":\"MADE\",\"start\":{\"id\":\"a\",\"labels\":[\"Event\"]},\"end\":{\"id\":\"b\"}}",
        1,
        "MADE does not lead from Event to Accusation, but from Person, State or Organization to Accusation.")]
    [InlineData(
        "{\"type\":\"relationship\",\"label\":\"ABOUT\",\"start\":{\"id\":\"a\"},\"end\":{\"id\":\"b\"}}",
        1,
        "The start of this ABOUT does not exist: there is no Accusation with the id 'a'.")]
    [InlineData("{\"type\":\"node\",\"type\":\"node\"}", 16, "'type' is written twice in this record; keep one.")]
    [InlineData(
        "{\"type\":\"node\",\"labels\":[\"Claim\"],\"properties\":{\"id\":\"c\",\"text\":\"x\",\"\\u0074ext\":\"y\"}}",
        69,
        "'text' is written twice in this record; keep one.")]
    [InlineData(
        "{\"type\":\"node\",\"labels\":[\"Claim\"],\"properties\":{\"id\":\"c\",\"text\":null,\"text\":\"y\"}}",
        70,
        "'text' is written twice in this record; keep one.")]
    [InlineData(
        "{\"type\":\"node\",\"labels\":[\"Claim\"],\"properties\":{\"id\":\"c\",\"text\":\"x\"},\"properties\":{\"id\":\"d\",\"text\":\"x\"}}",
        70,
        "'properties' is written twice in this record; keep one.")]
    [InlineData(
        "{\"type\":\"relationship\",\"label\":\"ABOUT\",\"start\":{\"id\":\"a\",\"id\":\"b\"},\"end\":{\"id\":\"b\"}}",
        58,
        "'id' is written twice in this record; keep one.")]
    [InlineData(
        "{\"type\":\"relationship\",\"label\":\"ABOUT\",\"start\":{\"id\":\"\\ud800\"}}",
        54,
        "The text holds U+0000 or half of a surrogate pair, which no text may hold.")]
    [InlineData(
        "{\"type\":\"relationship\",\"label\":\"ABOUT\",\"start\":{\"id\":\"a\",\"properties\":{\"id\":\"\\ud800\"}}}",
        77,
        "The text holds U+0000 or half of a surrogate pair, which no text may hold.")]
    [InlineData(
        "{\"type\":\"relationship\",\"label\":\"ABOUT\",\"start\":{\"properties\":{\"id\":\"a\\u0000\"},\"id\":\"a\"}}",
        68,
        "The text holds U+0000 or half of a surrogate pair, which no text may hold.")]
    [InlineData("{\"type\":\"node\",\"id\":1.5}", 21, "An 'id' must be text or a whole number.")]
    [InlineData(
        "{\"type\":\"node\",\"labels\":[\"Place\"],\"properties\":{\"id\":\"x\",\"name\":\"x\",\"latitude\":90.5}}",
        80,
        "'latitude' of Place must be a number from -90 to 90.")]
    [InlineData(
        "{\"type\":\"node\",\"labels\":[\"Evidence\"],\"properties\":{\"id\":\"x\",\"quote\":\"x\",\"startOffset\":-1}}",
        87,
        "'startOffset' of Evidence must be a whole number of at least 0.")]
    [InlineData(
        "{\"type\":\"node\",\"labels\":[\"Person\",\"State\",\"Actor\"],\"properties\":{}}",
        25,
        "The labels [Person, State, Actor] are those of Person and State at once; a node is of one type.")]
    public async Task AWrongLineIsRejectedAndAllOthersGoIn(string line, int column, string reason)
    {
        var report = await ImportAsync(Medinsky, line, Russia);
        Assert.Equal((ImportOutcome.SomeRejected, 3, 2, 1), (report.Outcome, report.Read, report.Added, report.Rejected));
        Assert.Equal($"in.jsonl:2:{column}: {reason}", workspace.Relative(report.Rejections[0].ToString()));
    }
}
