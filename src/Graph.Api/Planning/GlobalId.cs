using System.Buffers.Text;
using System.Text;
using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;

namespace Graph.Api.Planning;

/// <summary>
/// An id that is unique over the whole graph, as the Global Object Identification of Relay wants it: base64url of the type's name, a
/// colon and the node's own id, which is unique only within its type. Opaque to clients.
/// </summary>
/// <param name="Type">The name of the node's concrete type.</param>
/// <param name="Id">The node's own id.</param>
internal readonly record struct GlobalId(string Type, string Id)
{
    /// <summary>Names cannot hold it, so that the first one ends the type.</summary>
    private const char Separator = ':';

    /// <summary>Reads one; null where the text is none.</summary>
    public static GlobalId? Read(string text)
    {
        if (!Base64Url.IsValid(text)) return null;
        var plain = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        var end = plain.IndexOf(Separator, StringComparison.Ordinal);
        return end > 0 ? new(plain[..end], plain[(end + 1)..]) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Type}{Separator}{Id}"));
}

/// <summary>The node's own id in a global id of the request.</summary>
/// <param name="Source">Where the global id is.</param>
internal sealed record GlobalIdSource(PlannedSource Source) : ParameterSource
{
    /// <summary>The global id of a run, of a type that there is.</summary>
    /// <exception cref="GraphQLException">It is none.</exception>
    public GlobalId Resolve(CoercedVariables variables, Ontology ontology) =>
        Source.Resolve(variables) is string text && GlobalId.Read(text) is { } id && ontology.FindNodeType(id.Type) is not null
            ? id
            : throw new GraphQLException(ApiMessages.NotAGlobalId);
}
