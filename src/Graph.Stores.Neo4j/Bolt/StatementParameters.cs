using System.Diagnostics;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>The values of a statement's parameters, written as one PackStream dictionary each time the statement is sent.</summary>
[DebuggerDisplay("parameters are not shown")]
internal abstract class StatementParameters
{
    public static readonly StatementParameters None = new Listed([]);

    /// <summary>Parameters by name. What a value may be: see <see cref="PackStreamWriter.WriteValue(object)"/>.</summary>
    public static StatementParameters Of(params (string Name, object? Value)[] values) => values.Length == 0 ? None : new Listed(values);

    /// <summary>
    /// Parameters written by <paramref name="write"/>, for batches that would be wasteful as objects. It writes exactly one dictionary, and
    /// is called again when the statement is repeated.
    /// </summary>
    public static StatementParameters Encoded<TState>(TState state, Action<PackStreamWriter, TState> write) => new Callback<TState>(state, write);

    /// <summary>Writes the parameters as one dictionary.</summary>
    public abstract void WriteTo(PackStreamWriter writer);

    /// <summary>The parameters as objects, for an adapter to a driver that wants a dictionary.</summary>
    public IReadOnlyDictionary<string, object?> ToDictionary()
    {
        using var writer = new PackStreamWriter();
        WriteTo(writer);
        return new PackStreamReader(writer.Written).ReadMap();
    }

    private sealed class Listed((string Name, object? Value)[] values) : StatementParameters
    {
        public override void WriteTo(PackStreamWriter writer)
        {
            writer.WriteMapHeader(values.Length);
            foreach (var (name, value) in values)
            {
                writer.WriteString(name);
                writer.WriteValue(value);
            }
        }
    }

    private sealed class Callback<TState>(TState state, Action<PackStreamWriter, TState> write) : StatementParameters
    {
        public override void WriteTo(PackStreamWriter writer) => write(writer, state);
    }
}
