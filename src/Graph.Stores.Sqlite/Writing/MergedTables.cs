using System.Text;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Values;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>Reads what is kept of actors that are one: see <see cref="Merges"/>.</summary>
internal sealed class MergedTables(Connection connection, Ontology ontology)
{
    private const string AllNamed =
        $"SELECT \"type\", \"start_type\", \"start\", \"end_type\", \"end\", \"sources\", \"values\" FROM \"{Merges.Named}\"";

    /// <summary>All of it, or all but the relationships.</summary>
    public MergedRecords All(bool isWhole) => new(Judgements(), Members(), isWhole ? Named(null) : []);

    /// <summary>All judgements.</summary>
    public IReadOnlyList<Judgement> Judgements() => Rows(
        $"SELECT \"id\", \"other\", \"same\", \"source\", \"because\", \"at\" FROM \"{Merges.Judgements}\"",
        null,
        row => new Judgement(row.Text(0)!, row.Text(1)!, row.Int64(2) != 0)
        {
            Source = row.Text(3) is { Length: > 0 } source ? source : null,
            Because = row.Text(4),
            At = Instant(row, 5),
        });

    /// <summary>All nodes that are one with others; one whose type the ontology has no more is left out.</summary>
    public IReadOnlyList<Member> Members() => Rows(
        $"SELECT \"id\", \"canonical\", \"type\", \"sources\", \"values\", \"because\", \"at\" FROM \"{Merges.Members}\"",
        null,
        row => ontology.FindNodeType(row.Text(2)!) is not { } type ? null : new Member(
            new(type, row.Text(0)!, NamedValues.Read(row.Text(4)!)) { Sources = row.Text(3) }, row.Text(1)!)
        {
            Because = row.Text(5),
            At = Instant(row, 6),
        });

    /// <summary>The relationships at some nodes; with null all.</summary>
    public IReadOnlyList<NamedRelationship> Named(IReadOnlyCollection<string>? ids)
    {
        if (ids is null) return Rows(AllNamed, null, Relationship);
        List<NamedRelationship> found = [];
        foreach (var id in ids) found.AddRange(Rows($"{AllNamed} WHERE \"start\" = ?1 UNION {AllNamed} WHERE \"end\" = ?1", id, Relationship));
        return found;
    }

    /// <summary>The relationships of types from ids to others; null is any.</summary>
    public IReadOnlyList<NamedRelationship> NamedAt(IReadOnlyCollection<Connections> some)
    {
        List<NamedRelationship> found = [];
        foreach (var one in some)
        {
            // One of known type at its start is found by the table's own order, all others by an index.
            var conditions = one.Start is null ? "" : " AND \"start_type\" = ?2 AND \"start\" = ?3";
            if (one.End is not null) conditions += one.Start is null ? " AND \"end\" = ?5" : " AND \"end_type\" = ?4 AND \"end\" = ?5";
            var rows = connection.Prepare($"{AllNamed} WHERE \"type\" = ?1{conditions}");
            rows.BindText(1, one.Type.Name);
            if (one.Start is not null) rows.BindText(2, one.StartType.Name);
            if (one.Start is not null) rows.BindText(3, one.Start);
            if (one.Start is not null && one.End is not null) rows.BindText(4, one.EndType.Name);
            if (one.End is not null) rows.BindText(5, one.End);
            found.AddRange(Read(rows, Relationship));
        }

        return found;
    }

    /// <summary>Adds the types of the nodes of a type that others stand for, by id.</summary>
    public void AddTo(Dictionary<string, NodeType> found, EntityType type, IReadOnlyCollection<string> ids)
    {
        foreach (var id in ids.Where(id => !found.ContainsKey(id)))
        {
            if (Rows($"SELECT \"type\" FROM \"{Merges.Members}\" WHERE \"id\" = ?1", id, row => ontology.FindNodeType(row.Text(0)!)) is [var one]
                && type.ConcreteTypes.Contains(one)) found[id] = one;
        }
    }

    private NamedRelationship? Relationship(Statement row) =>
        ontology.FindRelationship(row.Text(0)!) is { } type && ontology.FindNodeType(row.Text(1)!) is { } start
            && ontology.FindNodeType(row.Text(3)!) is { } end
            ? new(type, start, row.Text(2)!, end, row.Text(4)!, NamedValues.Read(row.Text(6)!)) { Sources = row.Text(5) }
            : null;

    private static DateTimeOffset Instant(Statement row, int column) =>
        ScalarText.TryInstant(row.Utf8(column), out var instant) ? instant : default;

    private List<T> Rows<T>(string sql, string? id, Func<Statement, T?> read)
        where T : class
    {
        var rows = connection.Prepare(sql);
        if (id is not null) rows.Bind(1, Encoding.UTF8.GetBytes(id));
        return Read(rows, read);
    }

    private static List<T> Read<T>(Statement rows, Func<Statement, T?> read)
        where T : class
    {
        var found = new List<T>();
        try
        {
            while (rows.Step())
                if (read(rows) is { } one) found.Add(one);
        }
        finally
        {
            rows.Reset();
        }

        return found;
    }
}
