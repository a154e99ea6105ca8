using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Stores.Tests.Properties;

/// <summary>One query in the making, with its own parameters.</summary>
internal sealed class Question(IGraphStore store) : StoreTest
{
    protected override IGraphStore Store => store;

    public RelationshipField Artists => Field("Film.artists");

    public Filter Compare(string path, ComparisonOperator comparison, object with, bool caseInsensitive) =>
        Is(path, comparison, with, caseInsensitive);

    public Filter Missing(string path) => IsMissing(path);

    /// <summary>The ids of the films for which a condition holds, in the order of the ids.</summary>
    public Task<string[]> FilmsAsync(Condition condition) => IdsAsync("Film", condition.For(this));

    /// <summary>The ids of the films for which a condition holds, a page at a time.</summary>
    public Task<string[]> FilmsAsync(Condition condition, SortKey[] sort, int offset, int limit) =>
        IdsAsync("Film", condition.For(this), sort, new(Int(limit), Int(offset)));

    /// <summary>What the store makes of a condition, for whoever has to find out why it answers otherwise.</summary>
    public string StatementOf(Condition condition) => Store.Compile(PreparedQuery.Of(
        new ListQuery(Type("Film"), condition.For(this), [Up("Film.id")], Whole, Select(Get("Film.id")), Parameters))).Statement;

    public SortKey By(string path, bool descending) => descending ? Down(path) : Up(path);
}
