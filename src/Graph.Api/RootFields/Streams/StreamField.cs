using Graph.GraphQL.Planning;

namespace Graph.Api.RootFields.Streams;

/// <summary>What fields of the subscription type have in common: the arguments <c>from</c> and <c>kinds</c>, and how a stream begins.</summary>
internal static class StreamField
{
    /// <summary>The arguments that every such field has.</summary>
    public static string Arguments => $"kinds: [{ChangeRecords.Kind}!], from: String";

    /// <summary>Where a run finds an argument; null where it is not given.</summary>
    public static PlannedSource? Source(PlannedField field, string argument) =>
        field.Arguments.TryGet(argument, out var given) && given is PlannedLeaf leaf ? leaf.Source : null;
}
