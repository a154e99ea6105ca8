using System.Net;
using Graph.Api.Serving;
using Graph.GraphQL;
using Graph.GraphQL.AspNetCore;
using Graph.GraphQL.Documents;
using Graph.Server.Access;
using Graph.Server.Access.Tls;

namespace Graph.Server;

/// <summary>How the API is served.</summary>
public sealed record GraphServerOptions
{
    /// <summary>This machine only: an API without authentication is opened to a network by decision, not by default.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Where to listen, several separated by ';'.</summary>
    public string Urls { get; init; } = DefaultUrl;

    /// <summary>Who may ask.</summary>
    public AccessRules Access { get; init; } = new();

    /// <summary>Whether lines of the log are JSON, for programs, instead of text for people.</summary>
    public bool LogsJson { get; init; }

    /// <summary>Operations that take at least this long are told in the log, with what they waited for and no value.</summary>
    public TimeSpan SlowLog { get; init; } = new HttpLimits().SlowRequest;

    /// <summary>
    /// Where the graphs of those who are held to datasets are kept while the server runs; null: where the system keeps temporary files.
    /// </summary>
    public string? ViewFolder { get; init; }

    /// <summary>What one client may use.</summary>
    public ClientLimits Clients { get; init; } = new();

    /// <summary>Origins whose pages may ask the API from a browser, such as <c>https://dashboards.example</c>; none by default.</summary>
    public IReadOnlyCollection<string> AllowedOrigins { get; init; } = [];

    /// <summary>Whether clients may ask for the schema; editors and code generators need it.</summary>
    public bool Introspection { get; init; } = true;

    /// <summary>Which edition of GraphQL over HTTP decides statuses and the media type where a client asks for none.</summary>
    public HttpProfile HttpProfile { get; init; } = HttpProfile.Customary;

    /// <summary>The only operations answered; null: any operation is.</summary>
    public TrustedDocuments? TrustedDocuments { get; init; }

    /// <summary>The certificate for https addresses, read again when it changes; null: there are none.</summary>
    public CertificateFiles? Certificate { get; init; }

    /// <summary>Networks of the proxies that may say for whom they ask, and under what address; none by default.</summary>
    public IReadOnlyCollection<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>
    /// The path under which a proxy offers the server, such as <c>/graph</c>; empty: the root. Requests with it and without are answered.
    /// </summary>
    public string PathBase { get; init; } = "";

    /// <summary>Most requests of one batch; 0: batches are refused.</summary>
    public int MaxBatch { get; init; }

    /// <summary>Most an operation may cost, in objects answered or work of the same price (<see cref="RequestLimits.MaxCost"/>).</summary>
    public double MaxCost { get; init; } = new RequestLimits().MaxCost;

    /// <summary>Most items of one list, asked for or not (<see cref="RequestLimits.MaxListItems"/>).</summary>
    public int MaxListItems { get; init; } = new RequestLimits().MaxListItems;

    /// <summary>Whether gateways of Apollo Federation can take the API as a part of a larger one.</summary>
    public bool IsSubgraph { get; init; }

    /// <summary>How many statements work at once, in all and for each client.</summary>
    public StatementGateOptions Statements { get; init; } = new();
}
