using System.Text;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Search;
using Graph.Model.Stores;

namespace Graph.Stores.Tests.Search;

/// <summary>Where a hit stands.</summary>
public sealed record FoundHit(int Grade, long Degree, string Id, int Type)
{
    public override string ToString() => $"{Grade}:{Degree}:{Id}";
}

/// <summary>The row of a search.</summary>
internal sealed class FoundHits : IRowConsumer
{
    public List<FoundHit> Hits { get; } = [];

    public long Total { get; private set; }

    public List<(int Type, int Count)> Facets { get; } = [];

    /// <summary>Searches a store.</summary>
    public static async Task<FoundHits> OfAsync(
        IGraphStore store, string typed, int first = 1000, FoundHit? after = null, string[]? types = null,
            CancellationToken cancellationToken = default)
    {
        List<Parameter> parameters = [new(0, ScalarKind.String), new(1, ScalarKind.Int), .. after is null
            ? Array.Empty<Parameter>()
            : [new(2, ScalarKind.Int), new(3, ScalarKind.Int), new(4, ScalarKind.Id), new(5, ScalarKind.Int)]];
        object?[] values = after is null ? [typed, first] : [typed, first, after.Grade, (int)after.Degree, after.Id, after.Type];
        var text = new Parameter(parameters.Count, ScalarKind.String, IsList: true) { Items = [parameters[0]] };
        var page = new Page(parameters[1], After: after is null ? null : new([.. parameters[2..]]));
        var query = new SearchQuery(
            text,
            [.. store.Ontology.Searched().Where(type => types?.Contains(type.Name) != false)],
            new(page, Fields: false, []),
            TotalCount: true,
            Facets: true,
            Suggestions: false,
            [.. parameters, text]);
        var found = new FoundHits();
        await store.ReadAsync(store.Compile(PreparedQuery.Of(query)), values, found, cancellationToken);
        return found;
    }

    public void Take<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        row.EnterList();
        row.MoveNext();
        row.EnterList();
        while (row.MoveNext())
        {
            row.EnterList();
            var (grade, degree) = (Number(ref row), Number(ref row));
            row.MoveNext();
            using var id = new ResponseBuffer();
            row.WriteScalar(id, ScalarKind.Id);
            Hits.Add(new((int)grade, degree, Encoding.UTF8.GetString(id.WrittenSpan)[1..^1], (int)Number(ref row)));
            row.LeaveList();
        }

        Total = Number(ref row);
        row.MoveNext();
        row.EnterList();
        while (row.MoveNext())
        {
            row.EnterList();
            Facets.Add(((int)Number(ref row), (int)Number(ref row)));
            row.LeaveList();
        }

        row.LeaveList();
    }

    private static long Number<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        row.MoveNext();
        return row.ReadInt64();
    }
}
