using Graph.Api.Planning;
using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;

namespace Graph.Api.RootFields.Walks;

/// <summary>A walk around nodes, and what is selected of what it finds.</summary>
internal sealed class NeighbourhoodPlan
{
    // A node of which the strongest neighbours are ranked takes 50 to 100 µs with its part of the answer; where only some acts count, those of all of
    // its neighbours are looked at, in 300 to 500.
    private const double RankedNode = 8;
    private const double FilteredNode = 40;

    /// <summary>Relationships of a node that lead to as many neighbours as are asked for.</summary>
    private const double WideRelationships = 3;

    private readonly RootPlanning planning;
    private readonly int starts;
    private readonly NamedNodes named;
    private readonly (CountArgument Depth, CountArgument PerRelationship) bounds;
    private readonly NeighbourhoodSteps steps;
    private readonly NodeNames? names;
    private readonly Template<FoundNeighbourhood> template;

    /// <summary>Plans the statements.</summary>
    public NeighbourhoodPlan(RootPlanning planning)
    {
        this.planning = planning;
        var field = planning.Field;
        var given = field.Arguments.TryGet("of", out var value) && value is PlannedList list ? list.Items : [];
        starts = given.Count;
        if (given.Count is 0 or > Limits.MaxNeighbourhoodStarts)
            throw new GraphQLException(ApiMessages.WrongNumberOfNodes("of", field.Definition.Name, given.Count, Limits.MaxNeighbourhoodStarts));
        named = new(planning, "of", given.Cast<PlannedObject>());
        bounds = (
            new(field, "depth", 1, Limits.MaxNeighbourhoodDepth, 1),
            new(field, "perRelationship", 1, Limits.MaxPerRelationship, 25));
        var told = field.Select(field.Definition.Type.Named.Name).Select(part => part.Definition.Name).ToHashSet(StringComparer.Ordinal);
        var areDaysTold = field.Select(field.Definition.Type.Named.Name).Where(part => part.Definition.Name == "links")
            .SelectMany(links => links.Select(links.Definition.Type.Named.Name)).Any(part => part.Definition.Name is "first" or "last");
        steps = new(planning, named, told.Contains("cut"), areDaysTold);

        // Otherwise the neighbours are read with their names.
        names = steps.IsWhole ? null : new(planning, planning.Ontology.NodeTypes, hasDegrees: true);
        template = Template<FoundNeighbourhood>.Of(field, part => part.Definition.Name switch
        {
            "nodes" => Nodes(part),
            "links" => Links(part),
            _ => Cut(part),
        });
    }

    /// <summary>The plan.</summary>
    public TogetherPlan Together() => planning.Together([.. named.Queries, .. steps.Queries, .. names?.Queries ?? []], AnswerAsync, Weigh);

    /// <summary>What the nodes cost that may be shown.</summary>
    private FieldCost Weigh(CoercedVariables variables)
    {
        var beside = WideRelationships * bounds.PerRelationship.Nearest(variables);
        var shown = Math.Min(Limits.MaxNeighbourhoodNodes, starts * Math.Pow(beside, bounds.Depth.Nearest(variables)));
        return new(shown * (steps.IsFiltered ? FilteredNode : RankedNode), ApiMessages.DearNeighbours) { Objects = 0 };
    }

    private async ValueTask AnswerAsync(TogetherRun run, CancellationToken cancellationToken)
    {
        var (depth, perRelationship) = (bounds.Depth.In(run.Execution.Variables), bounds.PerRelationship.In(run.Execution.Variables));
        var (around, found) = (new List<NodeNeighbours>(), new Dictionary<long, NodeName>());
        var known = await named.FindAsync(
            run,
            cancellationToken,
            [
                .. (steps.StrongestOfNamed ?? []).Select(strongest =>
                    strongest is null ? null : (Func<TogetherRun, Dictionary<long, NodeName>, ValueTask>)(async (one, names) =>
                        around.AddRange(await strongest.ReadAsync(one, [], perRelationship, found, cancellationToken, names)))),
            ]);
        if (steps.IsFolded && known.Values.FirstOrDefault(name => name.Type == planning.Ontology.Act?.Type) is { } act)
            throw new GraphQLException(ApiMessages.FoldedStart(act.Id));
        var search = new NeighbourhoodSearch(steps, names, run, known, cancellationToken);
        foreach (var (node, name) in found) known.TryAdd(node, name);
        template.Write(
            await search.FindAsync(depth, perRelationship, steps.StrongestOfNamed is null ? null : around), run.Execution.Output);
    }

    private static ValueWriter<FoundNeighbourhood> Nodes(PlannedField nodes)
    {
        var template = Template<NodeName>.Of(nodes, part => part.Definition.Name switch
        {
            "key" => (name, output) => output.WriteString(name.Key),
            "type" => (name, output) => output.WriteString(name.Type.Name),
            "id" => (name, output) => output.WriteString(name.Id),
            "caption" => (name, output) => output.WriteString(name.Caption),
            _ => (name, output) => output.WriteInt64(name.Degree),
        });
        return (found, output) => template.WriteAll(found.Nodes, output);
    }

    private static ValueWriter<FoundNeighbourhood> Links(PlannedField links)
    {
        var template = Template<FoundLink>.Of(links, part => part.Definition.Name switch
        {
            "id" => (link, output) => output.WriteString(link.Id),
            "type" => (link, output) => output.WriteString(link.Type.Name),
            "source" => (link, output) => output.WriteString(link.Source.Key),
            "target" => (link, output) => output.WriteString(link.Target.Key),
            "count" => (link, output) => output.WriteInt64(link.Count),
            "first" => (link, output) => SearchTypes.Write(link.First, output),
            _ => (link, output) => SearchTypes.Write(link.Last, output),
        });
        return (found, output) => template.WriteAll(found.Links, output);
    }

    private static ValueWriter<FoundNeighbourhood> Cut(PlannedField cut)
    {
        var template = Template<FoundCut>.Of(cut, part => part.Definition.Name switch
        {
            "node" => (one, output) => output.WriteString(one.Node.Key),
            "relationship" => (one, output) => output.WriteString(one.Type.Name),
            "direction" => (one, output) => SearchTypes.Write(one.Direction, output),
            "shown" => (one, output) => output.WriteInt64(one.Shown),
            _ => (one, output) => output.WriteInt64(one.Total),
        });
        return (found, output) => template.WriteAll(found.Cut, output);
    }
}
