using System.Globalization;
using Graph.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Graph.GraphQL.AspNetCore;

/// <summary>
/// The HTTP front door: what may ask, what is asked, what is answered. GraphQL over HTTP with both media types, Server-Sent
/// Events, and a page for browsers.
/// </summary>
internal sealed class GraphQLEndpoint(RequestExecutor executor, GraphQLHttpOptions options, TimeProvider time, ILogger logger)
{
    private readonly EventStream _events = new(options.KeepAlive, time);
    private readonly RequestLog _log = new(logger, options.SlowRequest, time);

    public async Task HandleAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (options.AllowedOrigins.Count > 0 && CrossOrigin.Apply(context, options.AllowedOrigins)) return;
        var isGet = HttpMethods.IsGet(method);
        if (!isGet && !HttpMethods.IsPost(method))
        {
            context.Response.Headers.Allow = options.AllowGet ? "GET, POST" : "POST";
            await RefuseAsync(context, ResponseMedia.Json, new(StatusCodes.Status405MethodNotAllowed, HttpMessages.MethodNotAllowed(method)));
            return;
        }

        var asksForPage = isGet && options.EnablePage && !context.Request.Query.ContainsKey("query");
        var whenAny = options.Profile == HttpProfile.NewestDraft ? ResponseMedia.GraphQLResponse : ResponseMedia.Json;
        if (MediaTypes.Negotiate(context.Request.Headers.Accept, whenAny, asksForPage, options.EnableServerSentEvents) is not { } media)
        {
            await RefuseAsync(context, whenAny, new(StatusCodes.Status406NotAcceptable, HttpMessages.NotAcceptable));
            return;
        }

        if (media == ResponseMedia.Html) await BrowserPage.SendAsync(context);
        else await AnswerAsync(context, isGet, media);
    }

    private async Task AnswerAsync(HttpContext context, bool isGet, ResponseMedia media)
    {
        if (isGet) context.Response.Headers.Append("Vary", "Accept");
        if (isGet && RefusedGet(context.Request) is { } refusedGet)
        {
            await RefuseAsync(context, media, refusedGet);
            return;
        }

        var malformed = HttpStatus.Malformed(options.Profile);
        using var read = isGet
            ? HttpRequestReader.ReadQuery(context.Request.Query, malformed)
            : await HttpRequestReader.ReadBodyAsync(context.Request, options.MaxRequestBytes, malformed, context.RequestAborted);
        if (read.Refusal is not null)
        {
            await RefuseAsync(context, media, read.Refusal);
            return;
        }

        var started = _log.Start();
        var request = read.Request! with { Services = context.RequestServices, StreamsAllowed = media == ResponseMedia.EventStream, ReportCost = CostHeader(context.Request) };
        using var response = await executor.ExecuteAsync(request, context.RequestAborted);
        _log.Finish(started, response);
        if (response.Events is not null) await _events.SendAsync(context, response.Events);
        else if (media == ResponseMedia.EventStream && IsExecuted(response.Status)) await _events.SendOneAsync(context, response);
        else await SendAsync(context, media, response);
    }

    private HttpRefusal? RefusedGet(HttpRequest request) =>
        !options.AllowGet ? new(StatusCodes.Status405MethodNotAllowed, HttpMessages.GetNotAllowed)
        : CrossSite.IsForgeable(request) ? new(StatusCodes.Status403Forbidden, HttpMessages.GetFromForeignPage)
        : null;

    private static bool CostHeader(HttpRequest request) => request.Headers["GraphQL-Cost"].ToString() == "report";

    private static bool IsExecuted(ResponseStatus status) => status is ResponseStatus.Success or ResponseStatus.PartialSuccess or ResponseStatus.NoData;

    private Task SendAsync(HttpContext context, ResponseMedia media, GraphQLResponse response)
    {
        var status = HttpStatus.Of(response.Status, media, options.Profile);
        if (status == StatusCodes.Status405MethodNotAllowed) context.Response.Headers.Allow = "POST";
        if (HttpStatus.Busy(response, options.BusyStatuses) is { } busy)
        {
            status = busy;
            context.Response.Headers.RetryAfter = Math.Ceiling(options.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return SendAsync(context, media, status, response.Body);
    }

    private async Task RefuseAsync(HttpContext context, ResponseMedia media, HttpRefusal refusal)
    {
        // The rest of a refused body is not read, so the connection cannot be used again.
        if (refusal.Status == StatusCodes.Status413PayloadTooLarge) context.Response.Headers.Connection = "close";
        using var response = GraphQLResponse.Refused(ResponseStatus.RequestError, new GraphQLError(refusal.Message));
        await SendAsync(context, media, refusal.Status, response.Body);
    }

    private async Task SendAsync(HttpContext context, ResponseMedia media, int status, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = HttpStatus.ContentType(status, media, options.Profile);
        if (status == 294 && context.Features.Get<IHttpResponseFeature>() is { } feature) feature.ReasonPhrase = "Partial Success";
        response.Headers.XContentTypeOptions = "nosniff";
        if (body.Length >= options.CompressFrom)
        {
            response.Headers.Append("Vary", "Accept-Encoding");
            if (Compression.Choose(context.Request.Headers.AcceptEncoding) is { } encoding)
            {
                response.Headers.ContentEncoding = encoding;
                using var compressed = Compression.Compress(body.Span, encoding);
                response.ContentLength = compressed.Length;
                await response.BodyWriter.WriteAsync(compressed.WrittenMemory, context.RequestAborted);
                return;
            }
        }

        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }
}
