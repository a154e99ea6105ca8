using Graph.GraphQL;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>Reads nodes with what people know them by.</summary>
internal sealed class NodeNameReader(Ontology ontology) : IDisposable
{
    private readonly TextReader texts = new();

    /// <summary>Reads the list [key, ordinal of the type, id, caption, degree].</summary>
    /// <exception cref="GraphQLException">The node is of no type of the ontology, or not there.</exception>
    public (long Key, NodeName Name) Read<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        row.EnterList();
        row.MoveNext();
        var key = row.ReadInt64();
        row.MoveNext();
        if (row.ReadNull()) throw new GraphQLException(ApiMessages.ChangedWhileRead);
        return (key, Rest(ref row));
    }

    /// <summary>Reads the rest of a list from the ordinal of the type to its end: id, caption and, where it has one, degree (else 0).</summary>
    public NodeName Rest<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        var type = ontology.NodeTypes[(int)row.ReadInt64()];
        row.MoveNext();
        var id = texts.Read(ref row, type.Id.Form) ?? "";
        row.MoveNext();
        var caption = texts.Read(ref row, type.Caption.Form) ?? id;
        if (!row.MoveNext()) return new(type, id, caption, 0);
        var degree = row.ReadInt64();
        row.LeaveList();
        return new(type, id, caption, degree);
    }

    /// <inheritdoc/>
    public void Dispose() => texts.Dispose();
}
