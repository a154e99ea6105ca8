using Graph.Api.Sdl;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;

namespace Graph.Api.RootFields.Walks;

/// <summary>What the answers of all searches have in common.</summary>
internal static class SearchTypes
{
    /// <summary>The enum of directions.</summary>
    public const string Direction = "RelationshipDirection";

    private const string Bound = "SearchBound";

    /// <summary>Adds the answer's type, and the enum of bounds where it is not there yet.</summary>
    public static void AddAnswer(SdlDocument document, string name, string list, string item, string origin, string about)
    {
        document.Add("type", name, origin)
            .With(list, $": [{item}!]!", list, about)
            .With("complete", ": Boolean!", "complete", ApiMessages.Complete)
            .With("bound", $": {Bound}", "bound", ApiMessages.Bound);
        if (document.Has(Bound)) return;
        document.Add("enum", Bound, "the API", ApiMessages.Bound)
            .With("LIMIT", "", "LIMIT", ApiMessages.BoundLimit)
            .With("LENGTH", "", "LENGTH", ApiMessages.BoundLength)
            .With("EXPANSIONS", "", "EXPANSIONS", ApiMessages.BoundExpansions)
            .With("TIME", "", "TIME", ApiMessages.BoundTime);
    }

    /// <summary>Adds the enum of directions, where it is not there yet.</summary>
    public static void AddDirection(SdlDocument document)
    {
        if (document.Has(Direction)) return;
        document.Add("enum", Direction, "the API").With("OUT", "", "OUT", ApiMessages.DirectionOut).With("IN", "", "IN", ApiMessages.DirectionIn);
    }

    /// <summary>Writes a direction.</summary>
    public static void Write(Direction direction, ResponseBuffer output) =>
        output.WriteRaw(direction == Graph.Model.Ontologies.Direction.Out ? "\"OUT\""u8 : "\"IN\""u8);

    /// <summary>Writes a bound, or null.</summary>
    public static void Write(SearchBound? bound, ResponseBuffer output) => Write(bound?.ToString().ToUpperInvariant(), output);

    /// <summary>Writes a text, or null.</summary>
    public static void Write(string? text, ResponseBuffer output)
    {
        if (text is null) output.WriteNull();
        else output.WriteString(text);
    }
}
