using System.Text.Json;
using Graph.Api.Questions;
using Graph.Export;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;
using Graph.Model.Stores;

namespace Graph.Server.Exports;

/// <summary>What cannot be exported so, as a sentence for whoever asked.</summary>
/// <param name="message">What is wrong, and how to mend it.</param>
public sealed class ExportRefusedException(string message) : Exception(message);

/// <summary>What is asked of an export, as people write it on a command line or in an address.</summary>
public sealed record ExportQuestion
{
    /// <summary>The format's name; null: the first format.</summary>
    public string? Format { get; init; }

    /// <summary><c>acts</c> or <c>actors</c>; null: the format's own choice.</summary>
    public string? View { get; init; }

    /// <summary>A GraphQL query whose nodes are exported; null: none.</summary>
    public string? Query { get; init; }

    /// <summary>A condition on acts, as the API's <c>where</c> takes it; null: none.</summary>
    public string? Where { get; init; }

    /// <summary>The ids of actors: acts in which one of them has a part.</summary>
    public IReadOnlyList<string> ActorIds { get; init; } = [];

    /// <summary>See <see cref="ExportPlan.IsPlain"/>.</summary>
    public bool IsPlain { get; init; }

    /// <summary>What the export is to be.</summary>
    /// <param name="store">The graph.</param>
    /// <param name="api">Gives the API, which answers <see cref="Query"/> within its limits; asked only where there is one.</param>
    /// <param name="services">The services of a request, which tell the client; null for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ExportRefusedException">It makes no sense, or the API refuses it.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="QueryRefusedException">The condition is more than the store takes.</exception>
    public async ValueTask<ExportRequest> PlanAsync(
        IGraphStore store,
        Func<RequestExecutor> api,
        IServiceProvider? services,
        CancellationToken cancellationToken)
    {
        var ontology = store.Ontology;
        var format = Format is null
            ? OutputFormats.All[0]
            : OutputFormats.Find(Format) ?? throw new ExportRefusedException(Messages.UnknownFormat(Format));
        if (format.Refuses(ontology) is { } reason) throw new ExportRefusedException(reason);
        var view = ViewOf(format, ontology);
        return new(format, await PartAsync(view, store, api, services, cancellationToken)) { IsPlain = IsPlain };
    }

    private GraphView ViewOf(IOutputFormat format, Ontology ontology)
    {
        switch (View?.ToLowerInvariant())
        {
            case null or "": return format.DefaultView;
            case "acts": return GraphView.Acts;
            case "actors" when !format.HasViews: throw new ExportRefusedException(Messages.NoViews(format));
            case "actors": return ontology.Tally is not null ? GraphView.Actors : throw new ExportRefusedException(Messages.NothingTallied);
            default: throw new ExportRefusedException(Messages.UnknownView(View));
        }
    }

    private async ValueTask<GraphPart> PartAsync(
        GraphView view,
        IGraphStore store,
        Func<RequestExecutor> api,
        IServiceProvider? services,
        CancellationToken cancellationToken)
    {
        var ontology = store.Ontology;
        if (Query is not null)
        {
            if (Where is not null || ActorIds.Count > 0) throw new ExportRefusedException(Messages.QueryWithConditions);
            var (nodes, refusals) = await AnsweredNodes.OfAsync(api(), ontology, Query, services, cancellationToken);
            return refusals.Count == 0 ? GraphPart.OfNodes(ontology, view, nodes) : throw Refused("query", refusals);
        }

        if (Where is null && ActorIds.Count == 0) return GraphPart.Of(ontology, view);
        var act = ontology.Act ?? throw new ExportRefusedException(Messages.NoActs);
        var chosen = await ChosenAsync(act, ontology, cancellationToken);
        return chosen.Where is null
            ? GraphPart.Of(ontology, view)
            : await GraphPart.OfActsAsync(store, view, new(chosen.Where, chosen.Parameters, chosen.Values), cancellationToken);
    }

    private async ValueTask<Condition> ChosenAsync(Act act, Ontology ontology, CancellationToken cancellationToken)
    {
        var conditions = new List<object>();
        if (Where is not null) conditions.Add(JsonOf(Where));
        if (ActorIds.Count > 0)
        {
            var among = new { some = Named(act.By.Target.Id.Name, new Dictionary<string, object> { ["in"] = ActorIds }) };
            var parts = new[] { act.By, act.Against, act.OnBehalfOf }.OfType<RelationshipField>();
            conditions.Add(Named("OR", parts.Select(part => Named(part.Name, among))));
        }

        var (condition, refusals) = await new Conditions(ontology)
            .ReadAsync(act.Type, JsonSerializer.Serialize(Named("AND", conditions)), cancellationToken);
        return condition ?? throw Refused("where", refusals);
    }

    private static Dictionary<string, object> Named(string name, object value) => new(StringComparer.Ordinal) { [name] = value };

    private static JsonElement JsonOf(string given)
    {
        try
        {
            var json = JsonElement.Parse(given);
            return json.ValueKind == JsonValueKind.Object ? json : throw new ExportRefusedException(Messages.WhereNotJson("it is no object."));
        }
        catch (JsonException fault)
        {
            throw new ExportRefusedException(Messages.WhereNotJson(fault.Message));
        }
    }

    private static ExportRefusedException Refused(string what, IReadOnlyList<string> sentences) => new(Messages.ExportRefused(what, sentences));
}
