using CsCheck;

namespace Graph.Stores.Tests.Properties;

/// <summary>What a store finds, held against the same conditions worked out in plain C#.</summary>
public abstract class FilterProperties<TStores>(PlainFilmFixture<TStores> fixture, int samples) : IClassFixture<PlainFilmFixture<TStores>>
    where TStores : Stores, new()
{
    [StoreFact]
    public Task AFilterFindsWhatItsMeaningSays() => Conditions.OnFilms(depth: 3).SampleAsync(
        async condition =>
        {
            var expected = PlainFilms.All.Where(film => condition.Holds(film) == true).Select(film => film.Id);
            var found = await new Question(fixture.Store).FilmsAsync(condition);
            Assert.True(expected.SequenceEqual(
                found), $"{string.Join(' ', expected.Except(found))} missing, {string.Join(' ', found.Except(expected))} too many: {new Question(fixture.Store).StatementOf(condition)}");
        },
        iter: samples,
        threads: 1);

    [StoreFact]
    public Task PagesTogetherAreTheWhole() => Gen.Select(
        Conditions.OnFilms(depth: 1),
        Gen.OneOf("Film.title", "Film.rating", "Film.released", "Film.budget"),
        Gen.Bool,
        Gen.Int[1, 25]).SampleAsync(
        async (condition, path, descending, limit) =>
        {
            async Task<string[]> Page(int offset, int count)
            {
                var question = new Question(fixture.Store);
                return await question.FilmsAsync(condition, [question.By(path, descending), question.By("Film.id", false)], offset, count);
            }

            var whole = await Page(0, 1000);
            var pages = new List<string>();
            for (var offset = 0; offset == pages.Count; offset += limit) pages.AddRange(await Page(offset, limit));
            Assert.Equal(whole, pages);
            Assert.Equal(
                PlainFilms.All.Where(film => condition.Holds(film) == true).Select(film => film.Id).Order(StringComparer.Ordinal),
                whole.Order(StringComparer.Ordinal));
        },
        iter: Math.Max(1, samples / 10),
        threads: 1);
}

/// <summary>The films of <see cref="PlainFilms"/> in a store.</summary>
public sealed class PlainFilmFixture<TStores>() : LoadedStore<TStores>(PlainFilms.ToRecords)
    where TStores : Stores, new();

public sealed class SqliteFilters(PlainFilmFixture<SqliteStores> fixture) : FilterProperties<SqliteStores>(fixture, samples: 2_000);

// Neo4j plans each of these statements for some tens of milliseconds.
[Collection(Neo4jTurns.First)]
public sealed class Neo4jFilters(PlainFilmFixture<Neo4jStores> fixture) : FilterProperties<Neo4jStores>(fixture, samples: 80);
