using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>The parameter of statements that write many things at once.</summary>
internal static class RowParameters
{
    /// <summary>The parameter <c>$rows</c>: one list for each item, of <paramref name="width"/> values.</summary>
    public static StatementParameters Of<TItem>(
        IReadOnlyList<TItem> items,
        int width,
        Action<PackStreamWriter, TItem> write) => StatementParameters.Encoded(
        (items, width, write),
        static (writer, state) =>
        {
            writer.WriteMapHeader(1);
            writer.WriteString("rows"u8);
            writer.WriteListHeader(state.items.Count);
            foreach (var item in state.items)
            {
                writer.WriteListHeader(state.width);
                state.write(writer, item);
            }
        });
}
