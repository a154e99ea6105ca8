using Graph.Api.Responses;
using Graph.GraphQL.Json;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Federation;

/// <summary>Puts each node that comes to the places at which it was asked for; one of which something required is missing is null.</summary>
/// <param name="part">What is answered.</param>
/// <param name="places">The places by id.</param>
/// <param name="found">Takes the nodes as JSON.</param>
/// <param name="writer">Writes a row.</param>
internal sealed class EntityRows(EntityPart part, ILookup<string, int> places, byte[]?[] found, ResponseWriter writer) : IRowConsumer, IDisposable
{
    private readonly ResponseBuffer node = new();

    /// <inheritdoc/>
    public void Take<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        node.Truncate(0);
        var at = new List<int>();
        var isWhole = writer.WriteEntity(part.List, part.IsMergeable, PlaceOf, ref row, node);
        // One copy, at however many places it stands.
        var json = isWhole ? node.WrittenSpan.ToArray() : null;
        foreach (var place in at) found[place] = json;

        int PlaceOf(IEnumerable<string> ids)
        {
            at.AddRange(ids.SelectMany(id => places[id]));
            return at.Count > 0 ? at[0] : 0;
        }
    }

    public void Dispose() => node.Dispose();
}
