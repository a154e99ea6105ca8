using Graph.Api.Sdl;
using Graph.GraphQL.Json;

namespace Graph.Api.RootFields.Walks;

/// <summary>What the answers of all searches have in common.</summary>
internal static class SearchTypes
{
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

    /// <summary>Writes a bound, or null.</summary>
    public static void Write(SearchBound? bound, ResponseBuffer output)
    {
        if (bound is { } known) output.WriteString(known.ToString().ToUpperInvariant());
        else output.WriteNull();
    }
}
