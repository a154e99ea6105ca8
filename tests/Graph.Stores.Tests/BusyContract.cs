using System.Globalization;
using System.Text.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;
using Graph.Model.Values;
using SortKey = Graph.Model.Queries.SortKey;

namespace Graph.Stores.Tests;

/// <summary>
/// Pages of nodes with thousands of relationships are those of the whole ordered set, whichever way a store finds them. What
/// is expected is sorted and cut here, in memory.
/// </summary>
public abstract class BusyContract<TStores>(BusyFixture<TStores> fixture) : StoreTest, IClassFixture<BusyFixture<TStores>>
    where TStores : Stores, new()
{
    protected override IGraphStore Store => fixture.Store;

    public static TheoryData<string, string> PlayersAndOrders
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var player in new[] { "everywhere", "old", "rare", "nobody" })
            {
                foreach (var order in new[] { "-released +id", "+released -id", "-rating +id", "-title -id", "-id", "-minutes +id" })
                    data.Add(player, order);
            }

            return data;
        }
    }

    [StoreTheory]
    [MemberData(nameof(PlayersAndOrders))]
    public async Task APageOfARelatedListIsCutFromTheWhole(string player, string order)
    {
        var all = InOrder(FilmsOf(player), order);
        foreach (var (page, expected) in Pages(all, order)) Assert.Equal(expected, await ListedAsync(player, order, page));
    }

    [StoreTheory]
    [MemberData(nameof(PlayersAndOrders))]
    public async Task APageOfARootListIsCutFromTheWhole(string player, string order)
    {
        var all = InOrder(FilmsOf(player), order);
        foreach (var (page, expected) in Pages(all, order))
        {
            Assert.Equal(expected, await IdsAsync("Film", Some("Film.artists", Is("Artist.id", player)), Sort(order), page));
        }
    }

    [StoreTheory]
    [MemberData(nameof(PlayersAndOrders))]
    public async Task APageOfEdgesIsCutFromTheWholeWithThePropertiesOfEachRelationship(string player, string order)
    {
        var all = InOrder(
            FilmsOf(player).SelectMany(film => player == "everywhere" && BusyFixture<TStores>.IsTwice(film) ? new[] { film, film } : [film]),
            order);
        foreach (var (page, expected) in Pages(all, order))
        {
            var edges = await EdgesAsync(player, order, page);
            Assert.Equal(expected, edges.ConvertAll(edge => edge.Id));
            Assert.All(edges, edge => Assert.True(IsPart(player, Number(edge.Id), edge.Role, edge.Billing, edge.Since), edge.ToString()));
            Assert.Equal(edges.Count, edges.Distinct().Count());
        }
    }

    [StoreTheory]
    [InlineData("-released +id")]
    [InlineData("-rating +id")]
    [InlineData("+id")]
    public async Task ConditionsBesidesAreObeyed(string order)
    {
        var all = FilmsOf("everywhere").Where(film => film % 90 < 30 && BusyFixture<TStores>.Released(film) < new DateOnly(1951, 1, 1)).ToList();
        var condition = All(Is("Film.minutes", ComparisonOperator.Less, 30), Is("Film.released", ComparisonOperator.Less, new DateOnly(1951, 1, 1)));
        foreach (var (page, expected) in Pages(InOrder(all, order), order))
        {
            Assert.Equal(expected, await ListedAsync("everywhere", order, page, condition));
            Assert.Equal(expected, await IdsAsync("Film", All(condition, Some("Film.artists", Is("Artist.id", "everywhere"))), Sort(order), page));
        }

        var both = InOrder(FilmsOf("everywhere").Where(BusyFixture<TStores>.IsOfTheStudio), order);
        var either = InOrder(FilmsOf("everywhere").Union(FilmsOf("old")), order);
        foreach (var (page, expected) in Pages(both, order))
        {
            Assert.Equal(expected, await IdsAsync(
                "Film",
                All(Some("Film.studio", Is("Studio.id", "s")), Some("Film.artists", Is("Artist.id", "everywhere"))),
                Sort(order),
                page));
        }

        foreach (var (page, expected) in Pages(either, order))
        {
            var named = Any(Some("Film.artists", Is("Artist.id", "everywhere")), Some("Film.artists", Is("Artist.id", "old")));
            Assert.Equal(expected, await IdsAsync("Film", named, Sort(order), page));
        }
    }

    [StoreFact]
    public async Task EachOfSeveralBusyNodesHasItsOwnPage()
    {
        var selection = Select(Get("Artist.id"), List("Artist.films", Sort("-released +id"), Select(Get("Film.id")), page: new(Limit: Int(2))));
        var rows = await ReadAsync("Artist", null, [Up("Artist.id")], selection);
        var expected = new[] { "everywhere", "old", "rare" }.Select(player =>
            JsonSerializer.Serialize(
                new object[] { player, InOrder(FilmsOf(player), "-released +id").Take(2).Select(film => new[] { BusyFixture<TStores>.Id(film) }) }));
        Assert.Equal(expected, rows);
    }

    [StoreFact]
    public async Task RelationshipsToOneNodeComeInTheirOwnOrder()
    {
        SortKey[] sort = [Down("Film.id"), Down("WORKED_ON.billing")];
        var page = new Page(Limit: Int(3));
        var rows = await ReadAsync(
            "Artist",
            Is("Artist.id", "everywhere"),
            [Up("Artist.id")],
            Select(Connection("Artist.films", new(sort, page, Select(Get("Film.id"), Get("WORKED_ON.billing"))))));
        var expected = FilmsOf("everywhere").Reverse().SelectMany(film => (BusyFixture<TStores>.IsTwice(film) ? new[] { 9, film % 4 } : [film % 4])
            .Select(billing => $"""["{BusyFixture<TStores>.Id(film)}",{billing}]""")).Take(3);
        Assert.Equal([$"[[[{string.Join(',', expected)}],null,null]]"], rows);
    }

    // Every form of a page, with the ids expected of it.
    private IEnumerable<(Page Page, List<string> Expected)> Pages(List<int> all, string order)
    {
        List<string> ids = [.. all.Select(BusyFixture<TStores>.Id)];
        yield return (new(Limit: Int(5)), [.. ids.Take(5)]);
        yield return (new(Limit: Int(0)), []);
        yield return (new(Limit: Int(20), Offset: Int(7)), [.. ids.Skip(7).Take(20)]);
        yield return (new(Limit: Int(10), Offset: Int(ids.Count > 4 ? ids.Count - 4 : 0)), [.. ids.Skip(Math.Max(0, ids.Count - 4)).Take(10)]);
        yield return (new(Limit: Int(5), Probe: true), [.. ids.Take(6)]);
        yield return (new(Limit: Int(5), FromEnd: true, Probe: true), [.. ids.TakeLast(6)]);
        yield return (new(Limit: Int(ids.Count + 1)), ids);
        if (all.Count < 10) yield break;
        foreach (var at in new[] { all.Count / 3, all.Count - 2 })
        {
            var position = Position(all[at], order);
            var (before, after) = (all.FindIndex(film => film == all[at]), all.FindLastIndex(film => film == all[at]) + 1);
            yield return (new(Limit: Int(5), After: position), [.. ids.Skip(after).Take(5)]);
            yield return (new(Limit: Int(5), Before: position, FromEnd: true), [.. ids.Take(before).TakeLast(5)]);
        }
    }

    private static List<int> InOrder(IEnumerable<int> films, string order)
    {
        var sorted = films.OrderBy(_ => 0);
        foreach (var key in order.Split(' '))
        {
            Func<int, string> value = key[1..] switch
            {
                "released" => film => BusyFixture<TStores>.Released(film) is { } day ? TimeText.Of(day) : "~",
                "minutes" => film => (film % 90).ToString("00", CultureInfo.InvariantCulture),
                "rating" => film => BusyFixture<TStores>.Rating(film).ToString("000.0", CultureInfo.InvariantCulture),
                "title" => BusyFixture<TStores>.Title,
                _ => BusyFixture<TStores>.Id,
            };
            sorted = key[0] == '-' ? sorted.ThenByDescending(value, StringComparer.Ordinal) : sorted.ThenBy(value, StringComparer.Ordinal);
        }

        return [.. sorted];
    }

    private SortKey[] Sort(string order) => [.. order.Split(' ').Select(key => key[0] == '-' ? Down("Film." + key[1..]) : Up("Film." + key[1..]))];

    private Keyset Position(int film, string order) => new([.. order.Split(' ').Select(key => key[1..] switch
    {
        "released" => BusyFixture<TStores>.Released(film) is { } day ? Value(ScalarKind.Date, day) : null,
        "minutes" => Int(film % 90),
        "rating" => Value(ScalarKind.Float, BusyFixture<TStores>.Rating(film)),
        "title" => Value(ScalarKind.String, BusyFixture<TStores>.Title(film)),
        _ => Value(ScalarKind.Id, BusyFixture<TStores>.Id(film)),
    })]);

    private async Task<List<string>> ListedAsync(string player, string order, Page page, Filter? where = null)
    {
        var rows = await ReadAsync(
            "Artist",
            Is("Artist.id", player),
            [Up("Artist.id")],
            Select(List("Artist.films", Sort(order), Select(Get("Film.id")), where, page)));
        return rows.Length == 0 ? [] : [.. JsonDocument.Parse(rows[0]).RootElement[0].EnumerateArray().Select(film => film[0].GetString()!)];
    }

    private async Task<List<(string Id, string? Role, int Billing, string? Since)>> EdgesAsync(string player, string order, Page page)
    {
        var selection = Select(Get("WORKED_ON.role"), Get("WORKED_ON.billing"), Get("WORKED_ON.since"), Get("Film.id"));
        var rows = await ReadAsync(
            "Artist",
            Is("Artist.id", player),
            [Up("Artist.id")],
            Select(Connection("Artist.films", new(Sort(order), page, selection))));
        if (rows.Length == 0) return [];
        return [.. JsonDocument.Parse(rows[0]).RootElement[0][0].EnumerateArray()
            .Select(edge => (edge[3].GetString()!, edge[0].GetString(), edge[1].GetInt32(), edge[2].GetString()))];
    }

    private static bool IsPart(string player, int film, string? role, int billing, string? since) => player == "everywhere"
        ? (role, billing, since) == ("lead", film % 4, "1949-01-01")
            || ((role, billing, since) == (null, 9, null) && BusyFixture<TStores>.IsTwice(film))
        : (role, billing, since) == ("lead", 1, null);

    private static int Number(string id) => int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture);

    private static IEnumerable<int> FilmsOf(string player) => Enumerable.Range(0, BusyFixture<TStores>.Films).Where(player switch
    {
        "everywhere" => BusyFixture<TStores>.IsEverywhere,
        "old" => BusyFixture<TStores>.IsOld,
        "rare" => BusyFixture<TStores>.IsRare,
        _ => _ => false,
    });
}
