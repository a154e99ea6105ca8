using Graph.Api.Questions;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;
using Microsoft.AspNetCore.Http;

namespace Graph.Server.Exports;

/// <summary>The parameters of an export's address; the same as the options of <c>graph export</c>.</summary>
internal static class ExportAddress
{
    private const string Format = "format", View = "view", Query = "query", Where = "where", Actor = "actor", Plain = "plain";

    private static readonly string[] Known = [Format, View, Query, Where, Actor, Plain];

    /// <summary>How many nodes of one name are told.</summary>
    private const int Listed = 5;

    /// <summary>Reads them, and finds the actors that are named.</summary>
    /// <exception cref="ExportRefusedException">One is not known, given twice, or names nobody.</exception>
    public static async ValueTask<ExportQuestion> ReadAsync(
        HttpContext context, Ontology ontology, RequestExecutor api, CancellationToken cancellationToken)
    {
        var given = context.Request.Query;
        if (given.Keys.FirstOrDefault(name => !Known.Contains(name, StringComparer.Ordinal)) is { } unknown)
            throw new ExportRefusedException(Messages.UnknownParameter(unknown, Known));
        var names = given[Actor].OfType<string>().Where(name => name.Length > 0).ToList();
        if (names.Count > Limits.ExportedActors) throw new ExportRefusedException(Messages.TooManyActors(Limits.ExportedActors));
        var ids = new List<string>();
        foreach (var name in names) ids.Add(await IdOfAsync(name, ontology, api, context.RequestServices, cancellationToken));
        return new()
        {
            Format = One(Format),
            View = One(View),
            Query = One(Query),
            Where = One(Where),
            ActorIds = ids,
            IsPlain = One(Plain) switch
            {
                null or "false" => false,
                "true" => true,
                var other => throw new ExportRefusedException(Messages.PlainIsNoTruth(other)),
            },
        };

        string? One(string name) => given[name] switch
        {
            [] or [""] => null,
            [var value] => value,
            _ => throw new ExportRefusedException(Messages.GivenTwice(name)),
        };
    }

    private static async ValueTask<string> IdOfAsync(
        string name,
        Ontology ontology,
        RequestExecutor api,
        IServiceProvider services,
        CancellationToken cancellationToken)
    {
        var act = ontology.Act ?? throw new ExportRefusedException(Messages.NoActs);
        var (found, near, errors) = await new NameLookup(api, act.By.Target).FindAsync(name, Listed + 1, services, cancellationToken);
        if (errors.Count > 0) throw new ExportRefusedException(Messages.ExportRefused(Actor, [.. errors.Select(error => error.Message)]));
        return found.Count == 1 ? found[0].Id : throw new ExportRefusedException(Messages.NoOneActor(name, act.By.Target, found, Listed, near));
    }
}
