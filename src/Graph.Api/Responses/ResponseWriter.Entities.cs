using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Responses;

/// <content>Nodes that were asked for by their ids, and stand where these did.</content>
internal sealed partial class ResponseWriter
{
    /// <summary>Writes the row of such a node, which begins with its id.</summary>
    /// <param name="list">The list that it is an item of.</param>
    /// <param name="hasMembers">Whether the ids of those that are merged into it come next.</param>
    /// <param name="placeOf">Tells where the node with any of these ids stands in the list.</param>
    /// <param name="reader">Stands before the row.</param>
    /// <param name="output">Takes the value.</param>
    public bool WriteEntity<TReader>(
        Piece list, bool hasMembers, Func<IEnumerable<string>, int> placeOf, ref TReader reader, ResponseBuffer output)
        where TReader : IValueReader, allows ref struct
    {
        reader.EnterList();
        if (identified) ReadId(ref reader);
        var ids = new List<string>();
        Advance(ref reader);
        if (ReadText(ref reader, ScalarKind.Id) is { } own) ids.Add(own);
        if (hasMembers)
        {
            Advance(ref reader);
            ReadMembers(ref reader, ids);
        }

        depth = 1;
        frames[0] = (list, placeOf(ids));
        var written = WriteObject(list.Row!, ref reader, output);
        id = null;
        reader.LeaveList();
        return written;
    }

    private static void ReadMembers<TReader>(ref TReader reader, List<string> ids)
        where TReader : IValueReader, allows ref struct
    {
        if (reader.ReadNull()) return;
        reader.EnterList();
        while (reader.MoveNext())
        {
            reader.EnterList();
            Advance(ref reader);
            if (ReadText(ref reader, ScalarKind.Id) is { } member) ids.Add(member);
            reader.LeaveList();
        }
    }
}
