namespace Graph.Api.Tests.Answers;

/// <summary>Relationships that hold on a day, and days before today, worked out from the fixture.</summary>
[Collection(OverTheFixture.Name)]
public sealed class DaysOfRelationships(FixtureGraph graph)
{
    public static TheoryData<string> Days => ["2021-01-01", "2022-08-25", "2022-10-04", "2024-12-31", "2025-01-20", "2025-01-21", "2025-01-22", "2025-02-10", "9999-12-31"];

    [Theory]
    [MemberData(nameof(Days))]
    public void AListHoldsThoseOfTheDay(string day) => Assert.Equal(
        Offices(held => Holds(held, day)).Select(one => (one.Person, string.Join(' ', one.Offices.Distinct().Order(StringComparer.Ordinal)))),
        graph.Data($$"""{ people { id offices(heldOn: "{{day}}") { id } } }""").GetProperty("people").EnumerateArray()
            .Select(person => (person.GetProperty("id").GetString()!, string.Join(' ', person.GetProperty("offices").EnumerateArray().Select(office => office.GetProperty("id").GetString())))));

    [Theory]
    [MemberData(nameof(Days))]
    public void AConnectionHoldsThoseOfTheDay(string day) => Assert.Equal(
        Offices(held => Holds(held, day)).Select(one => (one.Person, one.Offices.Count, string.Join(' ', one.Offices.Order(StringComparer.Ordinal)))),
        graph.Data($$"""{ people { id officesConnection(heldOn: "{{day}}", where: { NOT: { node: { id: { eq: "none" } } } }) { totalCount aggregate { count { edges } } edges { node { id } } } } }""")
            .GetProperty("people").EnumerateArray().Select(person => (person.GetProperty("id").GetString()!, person.GetProperty("officesConnection")))
            .Select(one =>
            {
                Assert.Equal(one.Item2.GetProperty("totalCount").GetInt32(), one.Item2.GetProperty("aggregate").GetProperty("count").GetProperty("edges").GetInt32());
                return (one.Item1, one.Item2.GetProperty("totalCount").GetInt32(), string.Join(' ', one.Item2.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("id").GetString())));
            }));

    [Theory]
    [MemberData(nameof(Days))]
    public void AConditionOnTheRelationshipFindsThoseOfTheDay(string day)
    {
        Assert.Equal(
            Offices(held => Holds(held, day)).Where(one => one.Offices.Count > 0).Select(one => one.Person),
            graph.Ids($$"""{ people(where: { officesConnection: { some: { edge: { heldOn: "{{day}}" } } } }) { id } }"""));
        Assert.Equal(
            Offices(held => !Holds(held, day)).Where(one => one.Offices.Count > 0).Select(one => one.Person),
            graph.Ids($$"""{ people(where: { officesConnection: { some: { edge: { NOT: { heldOn: "{{day}}" } } } } }) { id } }"""));
    }

    [Theory]
    [InlineData("{ people { offices(heldOn: null) { id } } }")]
    [InlineData("query ($day: Date) { people { offices(heldOn: $day) { id } } }")]
    public void WithoutADayAllAreThere(string query) => Assert.Equal(graph.Data("{ people { offices { id } } }").ToString(), graph.Data(query).ToString());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(177)]
    [InlineData(178)]
    [InlineData(int.MaxValue)]
    public void TheLastDaysEndTodayInUtc(int days)
    {
        // At half past eleven in the evening, three hours west of Greenwich, it is the next day there.
        var today = new DateOnly(2025, 7, 1);
        var first = days > today.DayNumber ? DateOnly.MinValue : today.AddDays(-days);
        var expected = graph.Of("Accusation").Where(one => one["saidOn"] is { } said && DateOnly.Parse(said) >= first && DateOnly.Parse(said) <= today)
            .Select(one => one.Id).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(expected, graph.Ids($"{{ accusations(where: {{ saidOn: {{ withinDays: {days} }} }}) {{ id }} }}"));
        Assert.Equal(
            graph.Of("Accusation").Where(one => one["saidOn"] is not null).Select(one => one.Id).Except(expected).Order(StringComparer.Ordinal),
            graph.Ids($"{{ accusations(where: {{ NOT: {{ saidOn: {{ withinDays: {days} }} }} }}) {{ id }} }}"));
    }

    [Theory]
    [InlineData("{ accusations(where: { saidOn: { withinDays: null } }) { id } }")]
    [InlineData("{ accusations(where: { NOT: { saidOn: { withinDays: null } } }) { id } }")]
    public void AnUnknownNumberOfDaysFindsNothing(string query) => Assert.Empty(graph.Ids(query));

    [Fact]
    public void ANegativeNumberOfDaysIsRefused() => Assert.Equal(
        "`withinDays` is -1: it must be 0 (today) or more.",
        graph.Response("{ accusations(where: { saidOn: { withinDays: -1 } }) { id } }").GetProperty("errors")[0].GetProperty("message").GetString());

    private static bool Holds(FixtureEdge held, string day) =>
        string.CompareOrdinal(held["since"] ?? "", day) <= 0 && (held["until"] is not { } until || string.CompareOrdinal(day, until) < 0);

    private IEnumerable<(string Person, List<string> Offices)> Offices(Func<FixtureEdge, bool> chosen) => graph.Of("Person").OrderBy(person => person.Id, StringComparer.Ordinal)
        .Select(person => (person.Id, graph.From(person, "HELD").Where(chosen).Select(held => held.To.Id).ToList()));
}
