using System.Text.Json;
using Graph.Model.Ontologies;
using Graph.Stores.Tests.Walks;

namespace Graph.Stores.Tests.Passages;

/// <summary>Passages of long texts, and the leave to tell them whole, are the same from every store.</summary>
public abstract class PassageContract<TStores> : IAsyncLifetime
    where TStores : Stores, new()
{
    /// <summary>52 code points; the words <c>он сказал</c> stand from 10 to 19.</summary>
    private const string Text = "Вчера 👍👍. он сказал: «мир» — وقال غدا إن السلام بعيد";

    private static readonly string[] Documents = ["allowed", "bare", "by-datasets", "by-one-dataset", "forbidden", "untold", "wrong"];

    private readonly TStores stores = new();
    private GraphApi api = null!;

    public async Task InitializeAsync()
    {
        if (!stores.AreAtHand) return;
        await stores.InitializeAsync();
        api = await GraphApi.OfAsync(await stores.OpenEmptyAsync(Ontology.Shipped), All());
    }

    public Task DisposeAsync() => stores.DisposeAsync();

    [StoreFact]
    public async Task WordsStandInAsMuchOfTheTextAsItsTermsAllow()
    {
        Assert.Equal(["10-19 «он сказал»"], await AroundAsync("allowed", 0));
        Assert.Equal(["0-39 «Вчера 👍👍. он сказал: «мир» — وقال غدا إ»"], await AroundAsync("allowed", 20));
        Assert.Equal([$"0-52 «{Text}»"], await AroundAsync("allowed", 2000));
        Assert.Equal([$"0-52 «{Text}»"], await AroundAsync("by-datasets", 2000));
        foreach (var document in (string[])["by-one-dataset", "forbidden", "untold"])
            Assert.Equal(["0-29 «Вчера 👍👍. он сказал: «мир» — »"], await AroundAsync(document, 2000));
        Assert.Equal(["null"], await AroundAsync("bare", 9));
        Assert.Equal(["null"], await AroundAsync("wrong", 9));
        var ofAnother = await api.ValueAsync("""{ documents(where: { id: { eq: "allowed" } }) { text(around: "words-of-bare") { text } } }""");
        Assert.Equal(JsonValueKind.Null, ofAnother[0].GetProperty("text").ValueKind);
    }

    [StoreFact]
    public async Task TheWholeIsToldWhereTheTermsAllowItAndElseTheReasonIs()
    {
        var answer = JsonElement.Parse(await api.AskAsync("{ documents(sort: [{ id: ASC }]) { id text { text startOffset endOffset length } } }"));
        Assert.Equal(
            ["allowed", "by-datasets"],
            answer.GetProperty("data").GetProperty("documents").EnumerateArray()
                .Where(document => document.GetProperty("text").ValueKind == JsonValueKind.Object && document.GetProperty("text").GetProperty("text").GetString() == Text)
                .Select(document => document.GetProperty("id").GetString()));
        const string mending = " Ask for what stands around a quote of it, with `around`.";
        const string untold = "is not told whole: nothing says that its terms allow it." + mending;
        Assert.Equal(
            [
                $"Document.text of the node `by-one-dataset` {untold}",
                $"Document.text of the node `forbidden` is not told whole: its terms are All rights reserved, which are not among those that allow it.{mending}",
                $"Document.text of the node `untold` {untold}",
                $"Document.text of the node `wrong` {untold}",
            ],
            answer.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("message").GetString()));
        Assert.Equal([3, 4, 5, 6], answer.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("path")[1].GetInt32()));
    }

    /// <summary>The passages of all evidence of a document, <c>start-end «words»</c> or null, with other fields around them.</summary>
    private async Task<IEnumerable<string>> AroundAsync(string document, int characters)
    {
        var found = await api.ValueAsync(
            "query($id: ID!, $around: ID, $characters: Int) { documents(where: { id: { eq: $id } }) { id text(around: $around, characters: $characters) { __typename startOffset text endOffset length } title } }",
            new { id = document, around = "words-of-" + document, characters });
        return found.EnumerateArray().Select(one =>
        {
            Assert.Equal((document, "Title"), (one.GetProperty("id").GetString(), one.GetProperty("title").GetString()));
            var text = one.GetProperty("text");
            if (text.ValueKind == JsonValueKind.Null) return "null";
            Assert.Equal(("Passage", 52), (text.GetProperty("__typename").GetString(), text.GetProperty("length").GetInt32()));
            return $"{text.GetProperty("startOffset")}-{text.GetProperty("endOffset")} «{text.GetProperty("text").GetString()}»";
        });
    }

    private static Records All()
    {
        var records = new Records(Ontology.Shipped)
            .Node("Dataset", ("id", "open"), ("name", "Open"), ("licence", "CC-BY-4.0"))
            .Node("Dataset", ("id", "closed"), ("name", "Closed"), ("licence", "For members"))
            .Node("Dataset", ("id", "silent"), ("name", "Silent"));
        foreach (var document in Documents)
        {
            var licence = document switch { "allowed" => "CC0-1.0", "forbidden" => "All rights reserved", _ => null };
            records
                .Node("Document", ("id", document), ("kind", "DIGEST"), ("title", "Title"), ("licence", licence), ("text", document == "bare" ? null : Text))
                .Node("Evidence", ("id", "words-of-" + document), ("quote", "он сказал"), ("startOffset", 10), ("endOffset", document == "wrong" ? 99 : 19))
                .Relationship("QUOTED_FROM", "Evidence:words-of-" + document, "Document:" + document);
        }

        // What the document says of itself decides, whatever its datasets say; one dataset that forbids is enough.
        Said(records, "forbidden", "open");
        Said(records, "allowed", "closed");
        Said(records, "by-datasets", "open");
        Said(records, "by-datasets", "silent");
        Said(records, "by-one-dataset", "open");
        Said(records, "by-one-dataset", "closed");
        Said(records, "untold", "silent");
        return records;
    }

    private static void Said(Records records, string document, string dataset)
    {
        var act = $"{document}-in-{dataset}";
        records
            .Node("Accusation", ("id", act), ("act", "ACCUSE"), ("matter", "Matter"), ("modality", "ASSERTED"), ("method", "CURATED"), ("confidence", 1.0))
            .Relationship("EVIDENCED_BY", "Accusation:" + act, "Evidence:words-of-" + document)
            .Relationship("FROM", "Accusation:" + act, "Dataset:" + dataset);
    }
}

public sealed class SqlitePassages : PassageContract<SqliteStores>;

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jPassages : PassageContract<Neo4jStoresOfTheSecond>;
