using System.Text.Json;
using Graph.Stores.Tests.Walks;

namespace Graph.Stores.Tests;

/// <summary>
/// Players whose ids and names have code points beyond U+FFFF beside others from U+E000 on, which UTF-16 puts after them.
/// </summary>
public sealed class FarTextsFixture<TStores>() : LoadedStore<TStores>(All)
    where TStores : Stores, new()
{
    /// <summary>By code point.</summary>
    public static readonly string[] Texts = ["a", "aＡb", "aＡＡ", "aＡ𝒳", "a𝒳b", "x", "é", "☀\uFE0F", "☀𝒳", "\uE000", "Ａ", "𝒳", "𝒳Ａ", "𝒳𝒳"];

    private static Records All()
    {
        var records = new Records(StoreTest.Films);
        foreach (var text in Texts) records.Node("Player", ("id", text), ("name", text + " Ada"));
        return records;
    }
}

/// <summary>Texts are ordered by code point, wherever the order is made.</summary>
public abstract class FarTextsContract<TStores>(FarTextsFixture<TStores> fixture) : IClassFixture<FarTextsFixture<TStores>>
    where TStores : Stores, new()
{
    private static readonly string[] Texts = FarTextsFixture<TStores>.Texts;

    private GraphApi Api => new(fixture.Store);

    [StoreTheory]
    [InlineData("players", "id")]
    [InlineData("players", "name")]
    [InlineData("artists", "id")]
    public async Task NodesThatAnIndexFindsByTheirTextsAreInTheirOrder(string field, string property)
    {
        var given = Texts.Reverse().Select(text => property == "id" ? text : text + " Ada");
        foreach (var order in new[] { "ASC", "DESC" })
        {
            var rows = await Api.ValueAsync(
                $"query ($texts: [{(property == "id" ? "ID" : "String")}!]) {{ {field}(where: {{ {property}: {{ in: $texts }} }}, sort: [{{ {property}: {order} }}]) {{ id }} }}",
                new { texts = given });
            Assert.Equal(order == "ASC" ? Texts : Texts.Reverse(), Ids(rows));
        }
    }

    [StoreTheory]
    [InlineData("id: ASC")]
    [InlineData("id: DESC")]
    [InlineData("name: ASC")]
    [InlineData("name: DESC")]
    [InlineData("born: ASC")]
    public async Task EveryCursorDividesTheOrder(string key)
    {
        var expected = key.EndsWith("DESC", StringComparison.Ordinal) ? [.. Texts.Reverse()] : Texts;
        var edges = await PageAsync(key, "first: 100");
        Assert.Equal(expected, edges.Select(edge => edge.Id));
        for (var i = 0; i < edges.Length; i++)
        {
            Assert.Equal(expected[(i + 1)..], (await PageAsync(key, $"first: 100, after: \"{edges[i].Cursor}\"")).Select(edge => edge.Id));
            Assert.Equal(expected[..i], (await PageAsync(key, $"last: 100, before: \"{edges[i].Cursor}\"")).Select(edge => edge.Id));
        }
    }

    [StoreFact]
    public async Task GroupsOfTextsThatAreNamedAreInTheirOrder()
    {
        var rows = await Api.ValueAsync(
            "query ($ids: [ID!]) { playerGroups(where: { id: { in: $ids } }, by: [{ property: ID }]) { keys { text } } }", new { ids = Texts.Reverse() });
        Assert.Equal(Texts, rows.EnumerateArray().Select(row => row.GetProperty("keys")[0].GetProperty("text").GetString()));
    }

    private async Task<(string? Id, string? Cursor)[]> PageAsync(string key, string page)
    {
        var connection = await Api.ValueAsync($"{{ playersConnection(sort: [{{ {key} }}], {page}) {{ edges {{ cursor node {{ id }} }} }} }}");
        return [.. connection.GetProperty("edges").EnumerateArray()
            .Select(edge => (edge.GetProperty("node").GetProperty("id").GetString(), edge.GetProperty("cursor").GetString()))];
    }

    private static IEnumerable<string?> Ids(JsonElement rows) => rows.EnumerateArray().Select(row => row.GetProperty("id").GetString());
}

public sealed class SqliteFarTexts(FarTextsFixture<SqliteStores> fixture) : FarTextsContract<SqliteStores>(fixture);

[Collection(Neo4jTurns.First)]
public sealed class Neo4jFarTexts(FarTextsFixture<Neo4jStores> fixture) : FarTextsContract<Neo4jStores>(fixture);
