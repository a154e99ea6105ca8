using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Stores.Tests;

/// <summary>What every store answers. Derive it once for each kind of store.</summary>
public abstract partial class ReadingContract<TStores>(FilmFixture<TStores> fixture) : StoreTest, IClassFixture<FilmFixture<TStores>>
    where TStores : Stores, new()
{
    protected override IGraphStore Store => fixture.Store;

    private SortKey[] ById(string type) => [Up(type + ".id")];

    private Task<string[]> FilmsAsync(Filter? where) => IdsAsync("Film", where);

    private Task<string[]> FilmAsync(string id, params Column[] columns) => ReadAsync("Film", Is("Film.id", id), ById("Film"), Select(columns));
}
