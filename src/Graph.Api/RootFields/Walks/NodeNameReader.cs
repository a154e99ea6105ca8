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
        var read = Begin(ref row);
        row.LeaveList();
        return read;
    }

    /// <summary>Reads such a list up to the degree, after which there may be more.</summary>
    /// <exception cref="GraphQLException">The node is of no type of the ontology, or not there.</exception>
    public (long Key, NodeName Name) Begin<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        row.EnterList();
        row.MoveNext();
        var key = row.ReadInt64();
        row.MoveNext();
        if (row.ReadNull()) throw new GraphQLException(ApiMessages.ChangedWhileRead);
        return (key, Next(ref row, out _));
    }

    /// <summary>Reads the rest of a list from the ordinal of the type to its end: id, caption and, where it has one, degree (else 0).</summary>
    public NodeName Rest<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        var name = Next(ref row, out var isAtEnd);
        if (!isAtEnd) row.LeaveList();
        return name;
    }

    private NodeName Next<TReader>(ref TReader row, out bool isAtEnd)
        where TReader : IValueReader, allows ref struct
    {
        var type = ontology.NodeTypes[(int)row.ReadInt64()];
        row.MoveNext();
        var id = texts.Read(ref row, type.Id.Form) ?? "";
        row.MoveNext();
        var caption = texts.Read(ref row, type.Caption.Form) ?? id;
        isAtEnd = !row.MoveNext();
        return new(type, id, caption, isAtEnd ? 0 : row.ReadInt64());
    }

    /// <inheritdoc/>
    public void Dispose() => texts.Dispose();
}
