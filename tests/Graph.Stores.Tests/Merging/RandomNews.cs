using CsCheck;
using Graph.Stores.Tests.Sources;

namespace Graph.Stores.Tests.Merging;

/// <summary>Random records about few actors, so that sources often speak of the same.</summary>
internal static class RandomNews
{
    /// <summary>Ids of actors.</summary>
    public static Gen<string> Ids => Gen.Frequency((4, Gen.Int[1, 4].Select(id => $"p{id}")), (2, Gen.Int[1, 2].Select(id => $"s{id}")));

    /// <summary>What a source says.</summary>
    public static Gen<List<SaidRecord>> Said => Together(Gen.OneOf(Persons, States, Acts, Acts, Offices, Places));

    /// <summary>The same without a relationship that a node can have one of, which of two sources one takes from the other.</summary>
    public static Gen<List<SaidRecord>> SaidOfMany => Together(Gen.OneOf(Persons, States, Acts, Acts, Offices));

    private static Gen<List<SaidRecord>> Together(Gen<SaidRecord[]> part) => part.List[0, 7]
        .Select(parts => parts.SelectMany(part => part).GroupBy(one => one.Key).Select(same => same.Last()).OrderBy(one => one.End is not null).ToList());

    private static Gen<SaidRecord[]> Persons => Gen.Select(Gen.Int[1, 4], SaidRecord.OneOf("red", "blue", "red fox"), SaidRecord.OneOf("fox", "blue", "x").Array[0, 2], Gen.Int[0, 4], (id, name, aliases, number) => (SaidRecord[])
        [SaidRecord.Node("Person", $"p{id}", ("name", name), ("aliases", aliases.Distinct().ToArray()), ("wikidata", number == 4 ? $"Q{id % 2}" : null), ("born", number == 0 ? null : new DateOnly(1950 + number, 1, 1)))]);

    private static Gen<SaidRecord[]> States => Gen.Select(Gen.Int[1, 2], SaidRecord.OneOf("red", "blue"), (id, name) => (SaidRecord[])[State($"s{id}", name)]);

    private static Gen<SaidRecord[]> Acts => Gen.Select(Gen.Int[1, 3], Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[0, 3], SaidRecord.OneOf("", "he", "she"), (act, by, against, day, surface) => (SaidRecord[])
        [
            SaidRecord.Node("Person", $"p{by}", ("name", "red"), ("aliases", Array.Empty<string>())), day > 1 ? State($"s{1 + (against % 2)}", "blue") : SaidRecord.Node("Person", $"p{against}", ("name", "blue"), ("aliases", Array.Empty<string>())),
            SaidRecord.Node("Accusation", $"x{act}", ("act", day == 3 ? "DENY" : "ACCUSE"), ("matter", "war"), ("matterTypes", Array.Empty<string>()), ("saidOn", day == 0 ? null : new DateOnly(2025, day, 1)), ("modality", "ASSERTED"), ("confidence", 1.0), ("method", "CURATED")),
            SaidRecord.Link("MADE", $"Person:p{by}", $"Accusation:x{act}", ("surface", surface.Length == 0 ? null : surface)),
            SaidRecord.Link("AGAINST", $"Accusation:x{act}", day > 1 ? $"State:s{1 + (against % 2)}" : $"Person:p{against}", ("surface", null)),
        ]);

    private static Gen<SaidRecord[]> Offices => Gen.Select(Gen.Int[1, 4], Gen.Int[0, 2], Gen.Int[1, 2], (holder, since, state) => (SaidRecord[])
        [
            SaidRecord.Node("Person", $"p{holder}", ("name", "red"), ("aliases", Array.Empty<string>())), SaidRecord.Node("Office", "o", ("title", "minister")), State($"s{state}", "red"),
            SaidRecord.Link("HELD", $"Person:p{holder}", "Office:o", ("since", since == 0 ? null : new DateOnly(2000 + since, 1, 1)), ("until", holder == 1 ? null : new DateOnly(2010 + holder, 1, 1))),
            SaidRecord.Link("OFFICE_OF", "Office:o", $"State:s{state}"),
        ]);

    private static Gen<SaidRecord[]> Places => Gen.Select(Gen.Int[1, 2], Gen.Int[1, 2], (place, state) => (SaidRecord[])
        [SaidRecord.Node("Place", $"l{place}", ("name", "red")), State($"s{state}", "blue"), SaidRecord.Link("LIES_IN", $"Place:l{place}", $"State:s{state}")]);

    /// <summary>A state.</summary>
    public static SaidRecord State(string id, string name) => SaidRecord.Node("State", id, ("name", name), ("aliases", Array.Empty<string>()));
}
