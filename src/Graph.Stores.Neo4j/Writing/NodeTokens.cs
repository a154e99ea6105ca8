using Graph.Model.Ontologies;
using Graph.Model.Search;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;
using Graph.Stores.Neo4j.Migrations;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>
/// Makes the tokens of nodes that are stored without them, or with those of an older program. The node <c>:_Graph</c> says how the tokens
/// of all nodes were made; only an import into an empty database need not look.
/// </summary>
internal sealed class NodeTokens(Ontology ontology, LabelMap labels)
{
    /// <summary>The property of <see cref="KeptCounts.Node"/> that says how they were made.</summary>
    public const string Entry = "search";

    /// <summary>Nodes of one transaction: their texts and tokens are some megabytes.</summary>
    private const int NodesInOneTransaction = 5_000;

    private static readonly NumberRows Ignored = new(static (_, _, _) => { });

    /// <summary>Makes the tokens of all nodes where they are not up to date, and notes that they are.</summary>
    public async Task RefreshAsync(IStatementRunner runner, CancellationToken cancellationToken)
    {
        if (await AreMadeAsync(runner, cancellationToken)) return;
        foreach (var type in ontology.Searched())
        {
            var nodes = new List<long>();
            await runner.RunAsync(new($"MATCH (n:{labels.Of(type)}) RETURN id(n)"), new NumberRows((id, _, _) => nodes.Add(id)), cancellationToken);
            foreach (var some in nodes.Order().Chunk(NodesInOneTransaction))
            {
                await runner.WriteAsync(
                    async (transaction, stop) =>
                    {
                        await MakeAsync(type, some, transaction, stop);
                        return true;
                    },
                    cancellationToken: cancellationToken);
            }
        }

        await NoteAsync(runner, cancellationToken);
    }

    /// <summary>The tokens of all nodes are up to date.</summary>
    public async Task<bool> AreMadeAsync(IStatementRunner runner, CancellationToken cancellationToken)
    {
        if (ontology.Searched().Count == 0) return true;
        var made = 0L;
        await runner.RunAsync(
            new($"MATCH (kept:{KeptCounts.Node}) RETURN coalesce(kept.{Entry}, 0)"),
            new NumberRows((value, _, _) => made = value),
            cancellationToken);
        return made == SearchTokens.Version;
    }

    /// <summary>Notes that they are.</summary>
    public static Task NoteAsync(IStatementRunner runner, CancellationToken cancellationToken) => runner.WriteAsync(
        async (transaction, stop) =>
        {
            await transaction.RunAsync(new($"MERGE (kept:{KeptCounts.Node}) SET kept.{Entry} = {SearchTokens.Version}"), Ignored, stop);
            return true;
        },
        cancellationToken: cancellationToken);

    private static async Task MakeAsync(NodeType type, long[] nodes, IStatementTransaction transaction, CancellationToken cancellationToken)
    {
        var properties = type.Searched();
        var texts = new TextsOfNodes(properties);
        var read = string.Join(", ", properties.Select(property => Identifiers.Property("n", property)));
        await transaction.RunAsync(
            new($"UNWIND $nodes AS node\nMATCH (n) WHERE id(n) = node\nRETURN node, {read}", StatementParameters.Of(("nodes", nodes.ToList()))),
            texts,
            cancellationToken);
        var rows = RowParameters.Of(texts.Made, 2, static (writer, made) =>
        {
            writer.WriteInteger(made.Node);
            if (made.Tokens is null) writer.WriteNull();
            else writer.WriteString(made.Tokens);
        });
        await transaction.RunAsync(
            new($"UNWIND $rows AS row\nMATCH (n) WHERE id(n) = row[0]\nSET n.{DatabaseSchema.Tokens} = row[1]", rows),
            Ignored,
            cancellationToken);
    }

    /// <summary>Takes the texts of nodes; a database of other origin may hold other values, which have no words.</summary>
    private sealed class TextsOfNodes(IReadOnlyList<Property> properties) : IRowSink
    {
        private readonly SearchTokens tokens = new();

        public List<(long Node, string? Tokens)> Made { get; } = [];

        public void OnRow(PackStreamReader row)
        {
            row.ReadListHeader();
            var node = row.ReadInteger();
            foreach (var property in properties)
            {
                switch (row.ReadValue())
                {
                    case string text:
                        tokens.Add(property.SearchAs!.Value, text);
                        break;
                    case System.Collections.IEnumerable list:
                        foreach (var item in list.OfType<string>()) tokens.Add(property.SearchAs!.Value, item);
                        break;
                }
            }

            Made.Add((node, tokens.Take()));
        }
    }
}
