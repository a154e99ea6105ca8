using System.Globalization;
using System.IO.Compression;
using Graph.Api.Planning;
using Graph.Api.Serving;
using Graph.Export;
using Graph.GraphQL;
using Graph.GraphQL.AspNetCore;
using Graph.Model.Stores;
using Graph.Server.Access;
using Graph.Server.Telemetry;
using Graph.Server.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Graph.Server.Exports;

/// <summary>
/// <c>GET /export</c>: the graph, or a part of it, as a file, streamed. What is wrong with the request is told with a status and
/// <c>errors</c>, as the API tells it; what goes wrong after the first byte breaks the transfer off, so that half a file is not
/// taken for a whole one.
/// </summary>
internal sealed partial class ExportEndpoint(
    ClientBudgets budgets,
    GraphQLHttpOptions options,
    ILogger log)
{
    private readonly SemaphoreSlim places = new(Limits.Exports, Limits.Exports);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var endpoint = new ExportEndpoint(
            services.GetRequiredService<ClientBudgets>(),
            services.GetRequiredService<GraphQLHttpOptions>(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger("Graph.Server"));
        endpoints.Map("/export", endpoint.HandleAsync).WithDisplayName("Export").WithMetadata(new DatasetViews.AnswersFromViews());
    }

    private async Task HandleAsync(HttpContext context)
    {
        RequestId.Assign(context);
        if (CrossOrigin.Apply(context, options.AllowedOrigins)) return;
        if (!Readable.Methods.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase))
        {
            context.Response.Headers.Allow = string.Join(", ", Readable.Methods);
            await Refusal.SendAsync(context, StatusCodes.Status405MethodNotAllowed, Messages.ExportByGet, "METHOD_NOT_ALLOWED");
            return;
        }

        if (options.Executor.TrustedDocumentsOnly)
        {
            await Refusal.SendAsync(context, StatusCodes.Status403Forbidden, Messages.ExportsNothing, "FORBIDDEN");
            return;
        }

        if (await budgets.RefusesExportAsync(context)) return;
        if (!places.Wait(0))
        {
            context.Response.Headers.RetryAfter = Limits.ExportRetrySeconds.ToString(CultureInfo.InvariantCulture);
            await Refusal.SendAsync(
                context, StatusCodes.Status503ServiceUnavailable, Messages.TooManyExports(Limits.Exports), StatementGate.ServerCode);
            return;
        }

        try
        {
            await ExportAsync(context);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task ExportAsync(HttpContext context)
    {
        // The name of a format, which is one of a few, or of none.
        var format = OutputFormats.Find(context.Request.Query["format"].ToString())?.Name ?? OutputFormats.All[0].Name;
        var watched = new WatchedWork(context, context.RequestServices, "export " + format);
        var body = budgets.Charging(context);
        await ExportAsync(context, watched, body);
        var isWhole = context.Response.StatusCode == StatusCodes.Status200OK && !context.RequestAborted.IsCancellationRequested;
        watched.EndSent(isRefused: !isWhole, body.Written);
    }

    private async Task ExportAsync(HttpContext context, WatchedWork watched, Stream body)
    {
        try
        {
            var (graph, services) = (ServedGraph.Of(context), context.RequestServices);
            var time = services.GetRequiredService<TimeProvider>();
            var gated = new GatedStore(graph.Store, graph.Gate, Limits.ExportPageCost, services, watched.Record, time);
            var question = await ExportAddress.ReadAsync(context, gated.Ontology, graph.Api, context.RequestAborted);
            var request = await question.PlanAsync(gated, () => graph.Api, context.RequestServices, context.RequestAborted);
            await SendAsync(context, gated, request, body);
        }
        catch (ExportRefusedException refusal)
        {
            await FailAsync(context, StatusCodes.Status400BadRequest, refusal.Message, "BAD_USER_INPUT");
        }
        catch (QueryRefusedException refusal)
        {
            await FailAsync(context, StatusCodes.Status400BadRequest, refusal.Message, "BAD_USER_INPUT");
        }
        catch (GraphQLException fault)
        {
            var code = fault.Errors[0].Extensions?.GetValueOrDefault("code") as string ?? StatementGate.ServerCode;
            var seconds = fault.Errors[0].Extensions?.GetValueOrDefault(StatementGate.RetryAfter) as int? ?? Limits.ExportRetrySeconds;
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            var status = code == StatementGate.ClientCode ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable;
            await FailAsync(context, status, fault.Errors[0].Message, code);
        }
        catch (StoreException fault)
        {
            ExportFailed(log, context.TraceIdentifier, fault.Message);
            await FailAsync(context, StatusCodes.Status503ServiceUnavailable, StoreErrors.Sentence(fault.Fault), StoreErrors.Code(fault.Fault));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
        catch (Exception fault)
        {
            ExportFailed(log, context.TraceIdentifier, fault.ToString());
            await FailAsync(context, StatusCodes.Status500InternalServerError, Messages.ExportBroke, "INTERNAL_SERVER_ERROR");
        }
    }

    private async Task SendAsync(HttpContext context, IGraphStore gated, ExportRequest request, Stream body)
    {
        var (response, format) = (context.Response, request.Format);
        var name = (request.Part.View == GraphView.Actors ? "actors" : "graph") + format.Ending + (format.HasManyFiles ? ".zip" : "");
        response.ContentType = format.HasManyFiles ? "application/zip" : format.ContentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        var isPacked = !format.HasManyFiles && TakesGzip(context.Request);
        if (isPacked) response.Headers.ContentEncoding = "gzip";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await using var output = isPacked ? new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true) : body;
        IExportTarget target = format.HasManyFiles ? new ZipTarget(output) : new StreamTarget(output);
        var report = await Exporter.RunAsync(gated, request, target, context.RequestAborted);
        if (report.LeftOut > 0) LeftOut(log, context.TraceIdentifier, report.LeftOut, report.Sentences[0]);
    }

    private static bool TakesGzip(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var codings)
            && codings.Any(coding => coding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && coding.Quality is null or > 0);

    private static async Task FailAsync(HttpContext context, int status, string message, string code)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Headers.Remove(HeaderNames.ContentDisposition);
        context.Response.Headers.Remove(HeaderNames.ContentEncoding);
        await Refusal.SendAsync(context, status, message, code);
    }

    [LoggerMessage(2, LogLevel.Warning, "Request {Request}: the export failed: {Detail}")]
    private static partial void ExportFailed(ILogger logger, string request, string detail);

    [LoggerMessage(3, LogLevel.Warning, "Request {Request}: the export left out {Count} values, nodes or relationships, the first: {Sentence}")]
    private static partial void LeftOut(ILogger logger, string request, long count, string sentence);
}
